package io.domainflow.analysis;

import static io.domainflow.analysis.FigureColumn.count;
import static io.domainflow.analysis.FigureColumn.text;

import io.domainflow.analysis.EndedOrders.Counts;
import io.domainflow.order.Failure;
import io.domainflow.registrar.RegistrarCodes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why orders failed, with the registrar's code: most frequent first. */
@Component
class FailureReasons implements Figure {

  private static final FigureHead HEAD =
      new FigureHead(
          "failure-reasons",
          "Failure reasons",
          true,
          FigureHead.OF_ORDERS,
          List.of(
              text("reason", "Reason"),
              text("code", "Registrar's code"),
              text("meaning", "The registrar's words for it"),
              count("orders", "Orders"),
              text("tlds", "Most of them for"),
              text("what", "What it means")));

  private static final int TLDS_NAMED = 3;

  private final EndedOrders orders;
  private final RegistrarCodes codes;

  FailureReasons(EndedOrders orders, RegistrarCodes codes) {
    this.orders = orders;
    this.codes = codes;
  }

  private record Cause(@Nullable String reason, Integer code) {}

  private record OfTld(Cause cause, String tld, long orders) {}

  @Override
  public FigureHead head() {
    return HEAD;
  }

  @Override
  public FigureRows read(FigureCriteria criteria) {
    Map<Cause, Map<String, Long>> causes = new LinkedHashMap<>();
    orders
        .count(
            criteria,
            "reason, code, tld",
            (row, n) ->
                new OfTld(
                    new Cause(row.getString("reason"), row.getObject("code", Integer.class)),
                    row.getString("tld"),
                    Counts.of(row).failed()))
        .stream()
        .filter(found -> found.orders() > 0)
        .forEach(
            found ->
                causes
                    .computeIfAbsent(found.cause(), cause -> new TreeMap<>())
                    .put(found.tld(), found.orders()));
    return FigureRows.all(
        causes.entrySet().stream()
            .sorted(Comparator.comparing(FailureReasons::all, Comparator.reverseOrder()))
            .map(cause -> row(cause.getKey(), cause.getValue(), all(cause)))
            .toList());
  }

  private static long all(Map.Entry<Cause, Map<String, Long>> cause) {
    return cause.getValue().values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Object> row(Cause cause, Map<String, Long> tlds, long all) {
    Integer code = cause.code();
    return FigureRows.row(
        cause.reason(),
        code == null ? null : code.toString(),
        code == null ? null : codes.meaning(code).orElse(null),
        all,
        tlds.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(TLDS_NAMED)
            .map(tld -> tld.getKey() + " " + tld.getValue())
            .collect(Collectors.joining(", ")),
        cause.reason() == null ? null : FailureWords.of(Failure.Reason.valueOf(cause.reason())));
  }
}
