package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** {@link ListedDeletion} as {@code QueryDomainHistoryList}, newest first. */
final class ListedDeletionCodec implements Codec<ListedDeletion, ListedDeletion.Result> {

  @Override
  public String name(ListedDeletion command) {
    return "QueryDomainHistoryList";
  }

  @Override
  public Map<String, String> parameters(ListedDeletion command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("MINDATE", CommandText.date(command.since()));
    parameters.put("WIDE", "1");
    parameters.put("ORDERBY", "DELETEDDATE");
    parameters.put("ORDER", "DESC");
    return parameters;
  }

  @Override
  public ListedDeletion.Result result(ListedDeletion command, RegistrarResponse response) {
    return IntStream.range(0, Columns.rows(response, "DOMAIN"))
        .filter(
            row ->
                response
                    .at("DOMAIN", row)
                    .filter(name -> Columns.isName(name, command.domain()))
                    .isPresent())
        .mapToObj(
            row ->
                new ListedDeletion.Result(
                    response.at("STATUS", row).orElse(""),
                    Columns.instant(response, row, "STATUSUNTIL")))
        .findFirst()
        .orElse(new ListedDeletion.Result("", null));
  }
}
