package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Buys a further period of a name: renews it at the registry now or, where the registry renews
 * automatically at the end of the period, pays that renewal in advance. Charged at once, unless a
 * platform accepts a renewal in advance and charges it only at the end of the period; then {@link
 * ReadDomain} shows it as paid. Refused as {@link
 * io.domainflow.registrar.RefusalReason#NOT_OFFERED} if the registry does not accept renewal
 * commands after all.
 *
 * <p>It always states the expiry that it extends: if the name has been renewed since, it should be
 * refused, not renewed twice.
 *
 * @param expiresBefore end of the period as read before
 * @param paidUntilBefore until when the name was paid at that reading; not sent, but shows
 *     afterwards whether a renewal was paid in advance
 * @param priceClass price class of a premium name; null for an ordinary one
 * @param onCommand whether the registry accepts renewal commands, according to its rules ({@link
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
   * @param chargedAt when it is charged; null if it is charged at once
   */
  public record Result(@Nullable Instant until, @Nullable Instant chargedAt) {

    /** For a renewal that is charged at once. */
    public Result(@Nullable Instant until) {
      this(until, null);
    }
  }

  /** The same renewal with this procedure. */
  public RenewDomain onCommand(boolean way) {
    return new RenewDomain(domain, period, expiresBefore, paidUntilBefore, priceClass, way);
  }

  /** The date that it moves, as read before. */
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
