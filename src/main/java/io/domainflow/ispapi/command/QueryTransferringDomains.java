package io.domainflow.ispapi.command;

import io.domainflow.ispapi.command.StatusDomainTransfer.State;
import io.domainflow.ispapi.protocol.IspapiResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for a part of the names that are on their way to this account. That a name is not among them
 * says that its transfer is over, not how it ended.
 *
 * @param first how many names to skip
 * @param limit most names in the answer, 1 to {@value #MOST}
 */
public record QueryTransferringDomains(int first, int limit)
    implements Query<QueryTransferringDomains.Result> {

  /** Names in one part at most. */
  public static final int MOST = 250;

  /**
   * Puts the question together.
   *
   * @throws IllegalArgumentException if the part is too small or too large
   */
  public QueryTransferringDomains {
    if (first < 0 || limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A part has 1 to " + MOST + " names.");
    }
  }

  /**
   * The answer.
   *
   * @param total how many there are altogether; as many as are known of if not stated
   */
  public record Result(List<Entry> entries, int total) {}

  /**
   * One name.
   *
   * @param domain in A-label form, lower case
   * @param createdAt when the transfer was asked for; null if not stated
   * @param losingRegistrar null if not stated
   */
  public record Entry(String domain, State state, Instant createdAt, String losingRegistrar) {}

  @Override
  public String name() {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("PROPERTIES", "TRANSFER");
    parameters.put("TRANSFER-DIRECTION", "IN");
    parameters.put("FIRST", String.valueOf(first));
    parameters.put("LIMIT", String.valueOf(limit));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Entry> entries =
        IntStream.range(0, rows)
            .mapToObj(i -> entry(response, i))
            .flatMap(Optional::stream)
            .toList();
    return new Result(
        entries, response.first("TOTAL").flatMap(Numbers::read).orElse(first + entries.size()));
  }

  private static Optional<Entry> entry(IspapiResponse response, int i) {
    return response
        .at("OBJECTID", i)
        .map(
            domain ->
                new Entry(
                    domain.toLowerCase(Locale.ROOT),
                    State.read(response.at("TRANSFER-STATUS", i).orElse("")),
                    response.instantAt("TRANSFER-CREATEDDATE", i).orElse(null),
                    response.at("TRANSFER-OLDREGISTRAR", i).orElse(null)));
  }
}
