package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Registers a name. Charged when executed.
 *
 * <p>With an accepted claims notice it sends the three parameters that its page lists: {@code
 * CLAIMKEY}, {@code NOTICE-POA-ACCEPT-HASH} and {@code CLAIMKEY-UPDATEDDATE}. The page names the
 * last one without explaining it; that it is the time of acceptance is our reading.
 */
public record AddDomain(DomainRegistration registration) implements Mutation<AddDomain.Result> {

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param pending the name is not registered yet and may still be rejected
   * @param expiresAt end of the period; null while unknown
   */
  public record Result(List<String> status, boolean pending, Instant expiresAt) {}

  @Override
  public String name() {
    return "AddDomain";
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
    if (registration.notice() != null) {
      registration.notice().putProof(parameters);
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    List<String> status = response.all("STATUS");
    return new Result(
        status,
        response.pending() || DomainState.isPendingCreate(status),
        response
            .instant("REGISTRATIONEXPIRATIONDATE")
            .or(() -> response.instant("EXPIRATIONDATE"))
            .orElse(null));
  }
}
