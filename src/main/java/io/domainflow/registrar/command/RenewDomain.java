package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;

/**
 * Renews a name at the registry now. Charged at once and never given back. Refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_OFFERED} where the registry knows no explicit renewal:
 * {@link PayRenewal} is the way then.
 *
 * <p>It always says which expiry it was made for: a name that has been renewed since is to be
 * refused, not renewed twice.
 *
 * @param expiresBefore end of the period at the registry as it was read before
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
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
