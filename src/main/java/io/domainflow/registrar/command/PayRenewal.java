package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;

/**
 * Pays the next renewal of a name whose registry renews by itself at the end of the period. It
 * moves the date up to which the name is paid, and the registrar renews a paid name when its period
 * ends. Charged at once.
 *
 * @param expiresBefore end of the period at the registry as it was read before: which renewal is
 *     meant
 * @param paidUntilBefore up to when it was paid when that was read; not sent, but what shows
 *     afterwards that it was carried out
 * @param priceClass price class of a name with a price of its own; null for a plain one
 */
public record PayRenewal(
    DomainName domain,
    Period period,
    Instant expiresBefore,
    Instant paidUntilBefore,
    String priceClass)
    implements Mutation<PayRenewal.Result> {

  /**
   * The answer.
   *
   * @param paidUntil the new date up to which the name is paid; null if not stated
   */
  public record Result(Instant paidUntil) {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
