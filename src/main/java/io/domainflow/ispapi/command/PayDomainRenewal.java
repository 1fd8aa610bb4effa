package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.Map;

/**
 * Pays the next renewal of a name whose registry renews by itself at the end of the period. It
 * moves the date up to which the name is paid, and the registrar renews a paid name when its period
 * ends (page of the command). Charged at once.
 *
 * @param expiresBefore end of the period at the registry as it was read before; its year, in UTC,
 *     is sent
 * @param paidUntilBefore up to when it was paid when that was read; not sent, but what shows
 *     afterwards that it was carried out
 * @param priceClass price class of a name with a price of its own; null for a plain one
 */
public record PayDomainRenewal(
    DomainName domain,
    Period period,
    Instant expiresBefore,
    Instant paidUntilBefore,
    String priceClass)
    implements Mutation<PayDomainRenewal.Result> {

  /**
   * The answer.
   *
   * @param paidUntil the date that its page calls the expiry; null if not stated
   */
  public record Result(Instant paidUntil) {}

  @Override
  public String name() {
    return "PayDomainRenewal";
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
    return new Result(response.instant("EXPIRATIONDATE").orElse(null));
  }
}
