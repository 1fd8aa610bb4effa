package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@link ReadDeletedDomain} as {@code QueryDomainHistoryList}, the list of deleted names. A status
 * that begins with {@code redemption} says that a name can be restored, {@code STATUSUNTIL} how
 * long: the columns are in the knowledge base, that reading of them is inferred.
 */
final class ReadDeletedDomainWire implements Wire<ReadDeletedDomain, ReadDeletedDomain.Result> {

  @Override
  public Class<ReadDeletedDomain> command() {
    return ReadDeletedDomain.class;
  }

  @Override
  public String name(ReadDeletedDomain command) {
    return "QueryDomainHistoryList";
  }

  @Override
  public Map<String, String> parameters(ReadDeletedDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().unicode());
    parameters.put("WIDE", "1");
    return parameters;
  }

  @Override
  public ReadDeletedDomain.Result result(ReadDeletedDomain command, WireResponse response) {
    return IntStream.range(0, Columns.rows(response, "DOMAIN"))
        .filter(row -> isRestorable(command, response, row))
        .mapToObj(
            row ->
                new ReadDeletedDomain.Result(true, Columns.instant(response, row, "STATUSUNTIL")))
        .findFirst()
        .orElse(new ReadDeletedDomain.Result(false, null));
  }

  private static boolean isRestorable(ReadDeletedDomain command, WireResponse response, int row) {
    return response
            .at("DOMAIN", row)
            .filter(name -> Columns.isName(name, command.domain()))
            .isPresent()
        && response
            .at("STATUS", row)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> word.startsWith("redemption"))
            .isPresent();
  }
}
