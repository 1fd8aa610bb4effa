package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Money;
import java.util.List;
import java.util.Map;

/**
 * Applies for a name that has a price of its own, as AddDomain has no parameter for one, or for one
 * whose registry takes applications only. Charged at that price. Nothing at the registrar keeps a
 * second application for the same name from being made and charged.
 *
 * <p>Its page has no renewal mode, which is set once the name is there ({@link
 * SetDomainRenewalMode}), and of an accepted claims notice it takes the hash only. It lists no
 * {@code X-} parameters as AddDomain's does; they are sent nonetheless, as its answer shows some.
 *
 * @param priceClass price class of the name, as {@link CheckDomains} states it, or the phase that
 *     the registry takes applications in, such as {@code GOLIVE}
 * @param price what was agreed to pay; the registrar gets it with its currency. Null for a name
 *     that costs what others below its TLD cost
 */
public record AddDomainApplication(DomainRegistration registration, String priceClass, Money price)
    implements Mutation<AddDomainApplication.Result> {

  /**
   * The answer.
   *
   * @param application number of the application; null if not stated
   * @param status as the registrar writes it
   * @param pending the name is not known to be registered and may still come: true of every
   *     application that has not failed, even of one that is {@code ACTIVE}, which the sample of
   *     StatusDomainApplication shows of a name that is not registered
   */
  public record Result(String application, List<String> status, boolean pending) {

    /** Whether the application has failed already. */
    public boolean failed() {
      return ApplicationState.isFailed(status);
    }
  }

  @Override
  public String name() {
    return "AddDomainApplication";
  }

  @Override
  public String object() {
    return registration.domain().ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = registration.parameters();
    parameters.remove("RENEWALMODE");
    parameters.put("CLASS", priceClass);
    if (price != null) {
      parameters.put("PRICE", price.amount().toPlainString());
      parameters.put("CURRENCY", price.currency().getCurrencyCode());
    }
    if (registration.notice() != null) {
      registration.notice().putHash(parameters);
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    List<String> status = response.all("STATUS");
    return new Result(
        response.first("APPLICATION").orElse(null), status, !ApplicationState.isFailed(status));
  }
}
