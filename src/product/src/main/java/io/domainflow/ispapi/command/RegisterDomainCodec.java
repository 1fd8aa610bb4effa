package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.AcceptedNotice;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RegisterDomain.Result;
import java.util.List;
import java.util.Map;

/**
 * {@link RegisterDomain} as {@code AddDomain} or, for a name with a price class or a phase, as
 * {@code AddDomainApplication}: {@code AddDomain} has no parameter for a price.
 *
 * <p>With an accepted claims notice {@code AddDomain} gets the three parameters that its page lists
 * ({@link NoticeParameters#putProof}), {@code AddDomainApplication} only the hash, as on its page.
 * That page has no renewal mode either, and lists no {@code X-} parameters, unlike that of {@code
 * AddDomain}; they are sent nonetheless, because its answer shows some.
 *
 * <p>Every application counts as pending, even one that is {@code ACTIVE}: the sample of {@code
 * StatusDomainApplication} shows that of a name that is not registered.
 */
final class RegisterDomainCodec implements Codec<RegisterDomain, RegisterDomain.Result> {

  @Override
  public String name(RegisterDomain command) {
    return isApplication(command) ? "AddDomainApplication" : "AddDomain";
  }

  @Override
  public Map<String, String> parameters(RegisterDomain command) {
    Map<String, String> parameters = RegistrationParameters.of(command.registration());
    AcceptedNotice notice = command.registration().notice();
    if (!isApplication(command)) {
      if (notice != null) {
        NoticeParameters.putProof(parameters, notice);
      }
      return parameters;
    }
    parameters.remove("RENEWALMODE");
    parameters.put("CLASS", command.priceClass());
    if (command.price() != null) {
      parameters.put("PRICE", command.price().amount().toPlainString());
      parameters.put("CURRENCY", command.price().currency().getCurrencyCode());
    }
    if (notice != null) {
      NoticeParameters.putHash(parameters, notice);
    }
    return parameters;
  }

  @Override
  public Result result(RegisterDomain command, RegistrarResponse response) {
    List<String> status = response.all("STATUS");
    return isApplication(command)
        ? Result.applied(response.first("APPLICATION").orElse(null), status, true)
        : new Result(
            status,
            response.pending() || DomainStatusWords.isPendingCreate(status),
            response
                .instant("REGISTRATIONEXPIRATIONDATE")
                .or(() -> response.instant("EXPIRATIONDATE"))
                .orElse(null));
  }

  private static boolean isApplication(RegisterDomain command) {
    return command.priceClass() != null;
  }
}
