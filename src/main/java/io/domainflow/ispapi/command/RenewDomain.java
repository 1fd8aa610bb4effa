package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.Map;

/**
 * Renews a name at the registry now. Charged at once and never given back (wiki of the registrar on
 * renewals). Refused with {@link io.domainflow.ispapi.protocol.ResultCode#NOT_SUPPORTED_FOR_CLASS}
 * where the registry knows no explicit renewal: {@link PayDomainRenewal} is the way then.
 *
 * <p>It always says which expiry it was made for: its page lists {@code EXPIRATION} without saying
 * what becomes of a stale one, the code {@link
 * io.domainflow.ispapi.protocol.ResultCode#ALREADY_RENEWED} tells.
 *
 * @param expiresBefore end of the period at the registry as it was read before; its year, in UTC,
 *     is sent
 * @param priceClass price class of a name with a price of its own; null for a plain one
 */
public record RenewDomain(
    DomainName domain, Period period, Instant expiresBefore, String priceClass)
    implements Mutation<RenewDomain.Result> {

  /**
   * The answer.
   *
   * @param expiresAt the new end of the period; null if not stated
   */
  public record Result(Instant expiresAt) {}

  @Override
  public String name() {
    return "RenewDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Map<String, String> parameters() {
    return RenewalParameters.of(domain, period, expiresBefore, priceClass);
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        response
            .instant("EXPIRATIONDATE")
            .or(() -> response.instant("REGISTRATIONEXPIRATIONDATE"))
            .orElse(null));
  }
}
