package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Buys a further period of a name: renews it at the registry now or, where the registry renews
 * automatically at the end of the period, pays that renewal in advance. Charged at once, except
 * where a platform takes a renewal in advance without charging it before the end of the period: it
 * is ordered then, and {@link ReadDomain} shows it as paid. Refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_OFFERED} if the registry does not renew on command
 * after all.
 *
 * <p>It always says which expiry it was made for: a name that has been renewed since is to be
 * refused, not renewed twice.
 *
 * @param expiresBefore end of the period as it was read before
 * @param paidUntilBefore up to when the name was paid when that was read; not sent, but what shows
 *     afterwards that a renewal was paid in advance
 * @param priceClass price class of a name with a price of its own; null for a plain one
 * @param onCommand whether the registry renews on command, as its rules were read ({@link
 *     ReadRegistryRules}); else the renewal is paid in advance
 */
public record RenewDomain(
    DomainName domain,
    Period period,
    Instant expiresBefore,
    Instant paidUntilBefore,
    @Nullable String priceClass,
    boolean onCommand)
    implements Mutation<RenewDomain.Result> {

  /**
   * The answer.
   *
   * @param until the new end of the period or, for a renewal that was paid in advance, up to when
   *     the name is paid; null if not stated
   */
  public record Result(@Nullable Instant until) {}

  /** The same renewal, bought in this way. */
  public RenewDomain onCommand(boolean way) {
    return new RenewDomain(domain, period, expiresBefore, paidUntilBefore, priceClass, way);
  }

  /** The date that it moves, as it was read before. */
  public Instant before() {
    return onCommand ? expiresBefore : paidUntilBefore;
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
