package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadLog.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link ReadLog} as {@code QueryObjectLogList}. An operation is a word such as {@code CREATE} or
 * {@code INBOUND_TRANSFER}, a status one such as {@code PENDING}, {@code SUCCESSFUL} or {@code
 * FAILED}.
 */
final class ReadLogCodec implements Codec<ReadLog, ReadLog.Result> {

  @Override
  public String name(ReadLog command) {
    return "QueryObjectLogList";
  }

  @Override
  public Map<String, String> parameters(ReadLog command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("OBJECTCLASS", "DOMAIN");
    parameters.put("OBJECTID", command.domain().ascii());
    parameters.put("MINDATE", CommandText.date(command.since()));
    parameters.put("ORDERBY", "LOGDATEDESC");
    parameters.put("USERDEPTH", "SELF");
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public Result result(ReadLog command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("LOGINDEX", List.of()).size();
    return new Result(
        IntStream.range(0, rows)
            .mapToObj(i -> entry(response, i))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Entry> entry(RegistrarResponse response, int i) {
    return response
        .at("LOGINDEX", i)
        .map(
            index ->
                new Entry(
                    index,
                    operation(response.at("OPERATIONTYPE", i).orElse("")),
                    outcome(response.at("OPERATIONSTATUS", i).orElse("")),
                    response.instantAt("LOGDATE", i).orElse(null),
                    response.at("LOGUSER", i).orElse(null),
                    response.at("LOGROLEID", i).orElse(null)));
  }

  // The page does not list the words. Those of registrations and transfers are known from the
  // registrar's modules: TRANSFER is the command, INBOUND_TRANSFER its result. TRADE is the word in
  // lists of orders; RENEW, RESTORE and DELETE are named after their commands.
  private static Operation operation(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "CREATE" -> Operation.REGISTRATION;
      case "TRANSFER", "INBOUND_TRANSFER" -> Operation.TRANSFER;
      case "OUTBOUND_TRANSFER" -> Operation.OUTGOING_TRANSFER;
      case "TRADE" -> Operation.REGISTRANT_CHANGE;
      case "RENEW" -> Operation.RENEWAL;
      case "RESTORE" -> Operation.RESTORE;
      case "DELETE" -> Operation.DELETION;
      default -> Operation.OTHER;
    };
  }

  private static Outcome outcome(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "PENDING" -> Outcome.PENDING;
      case "SUCCESSFUL" -> Outcome.SUCCESSFUL;
      case "FAILED" -> Outcome.FAILED;
      default -> Outcome.OTHER;
    };
  }
}
