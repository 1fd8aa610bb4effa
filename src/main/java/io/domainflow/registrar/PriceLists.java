package io.domainflow.registrar;

import io.domainflow.ispapi.command.StatusUser;
import io.domainflow.model.StartsOver;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The price lists of accounts, kept for some minutes: they change by the day, and are long. Nothing
 * is bought by a list that is kept; an order asks anew.
 */
@Component
public class PriceLists implements StartsOver {

  private static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private final RegistrarGateway registrar;
  private final Inquiries inquiries;
  private final Clock clock;
  private final Map<String, PriceList> kept = new ConcurrentHashMap<>();

  PriceLists(RegistrarGateway registrar, Inquiries inquiries, Clock clock) {
    this.registrar = registrar;
    this.inquiries = inquiries;
    this.clock = clock;
  }

  /**
   * The list of an account; one without prices if the account may not read it.
   *
   * @throws RegistrarFailure if the registrar does not answer
   */
  public PriceList of(String account) {
    Instant now = clock.instant();
    PriceList known = kept.get(account);
    if (known != null && now.isBefore(known.asOf().plus(KEPT_FOR))) {
      return known;
    }
    PriceList fresh = inquiries.whileCallerWaits(() -> read(account, now));
    kept.put(account, fresh);
    return fresh;
  }

  private PriceList read(String account, Instant now) {
    try {
      return new PriceList(registrar.ask(account, new StatusUser()), now);
    } catch (Refused e) {
      return PriceList.empty(now);
    }
  }

  @Override
  public void startOver() {
    kept.clear();
  }
}
