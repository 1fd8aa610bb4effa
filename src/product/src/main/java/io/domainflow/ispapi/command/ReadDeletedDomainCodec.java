package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDeletedDomain.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@link ReadDeletedDomain} as {@code QueryObjectList}. The class of such objects, {@code
 * DELETEDDOMAIN}, and that their {@code EXPIRATIONDATE} is the last moment to restore the name, are
 * known from the registrar's public modules not from the command's page.
 */
final class ReadDeletedDomainCodec implements Codec<ReadDeletedDomain, ReadDeletedDomain.Result> {

  @Override
  public String name(ReadDeletedDomain command) {
    return "QueryObjectList";
  }

  @Override
  public Map<String, String> parameters(ReadDeletedDomain command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("OBJECTCLASS", "DELETEDDOMAIN");
    parameters.put("OBJECTID", command.domain().ascii());
    return parameters;
  }

  @Override
  public Result result(ReadDeletedDomain command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    return IntStream.range(0, rows)
        .filter(
            i ->
                response
                    .at("OBJECTID", i)
                    .filter(command.domain().ascii()::equalsIgnoreCase)
                    .isPresent())
        .mapToObj(i -> new Result(true, response.instantAt("EXPIRATIONDATE", i).orElse(null)))
        .findFirst()
        .orElse(new Result(false, null));
  }
}
