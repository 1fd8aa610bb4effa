package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadApplication.Result;
import java.util.List;
import java.util.Map;

/**
 * {@link ReadApplication} as {@code StatusDomainApplication}. The registrar does not list the
 * values of its status: {@link ApplicationState} defines which of them are final.
 */
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
  public boolean isAnsweredBy(ReadApplication command, RegistrarResponse response) {
    return response.first("APPLICATION").map(command.application()::equals).orElse(true);
  }

  @Override
  public Result result(ReadApplication command, RegistrarResponse response) {
    List<String> status = response.all("STATUS");
    boolean failed = ApplicationState.isFailed(status);
    return new Result(status, !failed, failed);
  }
}
