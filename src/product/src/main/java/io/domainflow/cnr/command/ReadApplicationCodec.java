package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadApplication;
import java.util.List;
import java.util.Map;

/** {@link ReadApplication} as {@code StatusDomainApplication}. */
final class ReadApplicationCodec implements Codec<ReadApplication, ReadApplication.Result> {

  @Override
  public String name(ReadApplication command) {
    return "StatusDomainApplication";
  }

  @Override
  public Map<String, String> parameters(ReadApplication command) {
    return Map.of("APPLICATION", command.application());
  }

  @Override
  public ReadApplication.Result result(ReadApplication command, RegistrarResponse response) {
    List<String> status = response.all("STATUS");
    boolean failed = ApplicationWords.isFailed(status);
    return new ReadApplication.Result(status, !failed, failed);
  }

  @Override
  public boolean isAnsweredBy(ReadApplication command, RegistrarResponse response) {
    return response
        .first("APPLICATIONID")
        .or(() -> response.first("APPLICATION"))
        .map(command.application()::equals)
        .orElse(true);
  }
}
