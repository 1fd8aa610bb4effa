package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.List;
import java.util.Map;

/** {@link ReadApplication} as {@code StatusDomainApplication}. */
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
  public ReadApplication.Result result(ReadApplication command, WireResponse response) {
    List<String> status = response.all("STATUS");
    boolean failed = ApplicationWords.isFailed(status);
    return new ReadApplication.Result(status, !failed, failed);
  }

  @Override
  public boolean isAnsweredBy(ReadApplication command, WireResponse response) {
    return response
        .first("APPLICATIONID")
        .or(() -> response.first("APPLICATION"))
        .map(command.application()::equals)
        .orElse(true);
  }
}
