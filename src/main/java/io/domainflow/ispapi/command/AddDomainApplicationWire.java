package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.registrar.command.ApplyForDomain;
import io.domainflow.registrar.command.ApplyForDomain.Result;
import java.util.List;
import java.util.Map;

/**
 * {@link ApplyForDomain} as {@code AddDomainApplication}, as {@code AddDomain} has no parameter for
 * a price.
 *
 * <p>Its page has no renewal mode, and of an accepted claims notice it takes the hash only. It
 * lists no {@code X-} parameters as that of {@code AddDomain} does; they are sent nonetheless, as
 * its answer shows some.
 *
 * <p>An application that has not failed counts as pending, even one that is {@code ACTIVE}: the
 * sample of {@code StatusDomainApplication} shows that of a name that is not registered.
 */
final class AddDomainApplicationWire implements Wire<ApplyForDomain, ApplyForDomain.Result> {

  @Override
  public Class<ApplyForDomain> command() {
    return ApplyForDomain.class;
  }

  @Override
  public String name() {
    return "AddDomainApplication";
  }

  @Override
  public Map<String, String> parameters(ApplyForDomain command) {
    Map<String, String> parameters = RegistrationParameters.of(command.registration());
    parameters.remove("RENEWALMODE");
    parameters.put("CLASS", command.priceClass());
    if (command.price() != null) {
      parameters.put("PRICE", command.price().amount().toPlainString());
      parameters.put("CURRENCY", command.price().currency().getCurrencyCode());
    }
    if (command.registration().notice() != null) {
      NoticeParameters.putHash(parameters, command.registration().notice());
    }
    return parameters;
  }

  @Override
  public Result result(ApplyForDomain command, IspapiResponse response) {
    List<String> status = response.all("STATUS");
    return new Result(
        response.first("APPLICATION").orElse(null),
        status,
        !ApplicationState.isFailed(status),
        ApplicationState.isFailed(status));
  }
}
