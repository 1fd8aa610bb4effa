package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.RenewalMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for a part of the names the account has, in the order of the registrar. Auth codes and
 * contacts, which the answer brings along, are dropped.
 *
 * @param first how many names to skip
 */
public record QueryDomainList(int first) implements Query<QueryDomainList.Result> {

  /** Names in one part: an answer of this size stays well below what the client reads. */
  public static final int PART = 250;

  /**
   * The answer.
   *
   * @param complete whether nothing comes after this part
   */
  public record Result(List<Name> names, boolean complete) {}

  /**
   * One name.
   *
   * @param domain as the registrar writes it
   * @param statedMode as the registrar writes it; empty if not stated
   * @param renewalMode what that means; empty if it is none of our modes
   */
  public record Name(String domain, String statedMode, Optional<RenewalMode> renewalMode) {}

  @Override
  public String name() {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("WIDE", "1");
    parameters.put("FIRST", String.valueOf(first));
    parameters.put("LIMIT", String.valueOf(PART));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Name> names =
        IntStream.range(0, rows)
            .mapToObj(i -> name(response, i))
            .flatMap(Optional::stream)
            .toList();
    int total = response.first("TOTAL").flatMap(Numbers::read).orElse(Integer.MAX_VALUE);
    return new Result(names, rows == 0 || first + rows >= total);
  }

  private static Optional<Name> name(IspapiResponse response, int i) {
    String mode = response.at("RENEWALMODE", i).orElse("");
    return response
        .at("OBJECTID", i)
        .map(domain -> new Name(domain, mode, RenewalModeText.read(mode)));
  }
}
