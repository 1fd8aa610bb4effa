package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadApplication.Result;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.List;
import java.util.Map;

/**
 * {@link ReadApplication} as {@code StatusDomainApplication}. The registrar does not list the
 * values of its status: {@link ApplicationState} defines which of them are final.
 */
final class ReadApplicationWire implements Wire<ReadApplication, ReadApplication.Result> {

  @Override
  public String name(ReadApplication command) {
    return "StatusDomainApplication";
  }

  @Override
  public Map<String, String> parameters(ReadApplication command) {
    return Map.of("APPLICATION", command.application());
  }

  @Override
  public boolean isAnsweredBy(ReadApplication command, WireResponse response) {
    return response.first("APPLICATION").map(command.application()::equals).orElse(true);
  }

  @Override
  public Result result(ReadApplication command, WireResponse response) {
    List<String> status = response.all("STATUS");
    boolean failed = ApplicationState.isFailed(status);
    return new Result(status, !failed, failed);
  }
}
