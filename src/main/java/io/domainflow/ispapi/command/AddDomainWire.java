package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RegisterDomain.Result;
import java.util.List;
import java.util.Map;

/**
 * {@link RegisterDomain} as {@code AddDomain}. With an accepted claims notice it sends the three
 * parameters that its page lists ({@link NoticeParameters#putProof}).
 */
final class AddDomainWire implements Wire<RegisterDomain, RegisterDomain.Result> {

  @Override
  public Class<RegisterDomain> command() {
    return RegisterDomain.class;
  }

  @Override
  public String name() {
    return "AddDomain";
  }

  @Override
  public Map<String, String> parameters(RegisterDomain command) {
    Map<String, String> parameters = RegistrationParameters.of(command.registration());
    if (command.registration().notice() != null) {
      NoticeParameters.putProof(parameters, command.registration().notice());
    }
    return parameters;
  }

  @Override
  public Result result(RegisterDomain command, IspapiResponse response) {
    List<String> status = response.all("STATUS");
    return new Result(
        status,
        response.pending() || DomainStatusWords.isPendingCreate(status),
        response
            .instant("REGISTRATIONEXPIRATIONDATE")
            .or(() -> response.instant("EXPIRATIONDATE"))
            .orElse(null));
  }
}
