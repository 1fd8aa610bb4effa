package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PremiumClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the availability of a name. */
@Component("sandboxAvailability")
@ConditionalOnSandbox
public class Availability {

  /** The availability of a name. */
  public enum Kind {
    FREE,
    PREMIUM,
    TAKEN
  }

  /**
   * The result of a check.
   *
   * @param setup how the name was set up, if it was
   */
  public record Result(Kind kind, Zones.Zone zone, Optional<NameSetup> setup) {

    /** The premium price of the name, if it is a premium name; also if it is taken. */
    public Optional<Premium> premium() {
      return setup.filter(NameSetup::premium).map(s -> Availability.premium(s, zone));
    }
  }

  /** Class and price of a premium name. */
  public record Premium(String priceClass, BigDecimal price, String currency) {

    /**
     * The price of several years: the first at its own price, each further one at that of a
     * renewal.
     */
    public BigDecimal price(int years, Transaction transaction) {
      BigDecimal further =
          transaction
              .find(Table.PREMIUM_CLASSES, priceClass)
              .map(PremiumClass::renewalPrice)
              .orElse(price);
      return price.add(further.multiply(BigDecimal.valueOf(years - 1L)));
    }
  }

  private final Zones zones;

  Availability(Zones zones) {
    this.zones = zones;
  }

  /** Takes the next answer that was set up for a command and a name. */
  public static Optional<NameSetup.Next> takeNext(
      String command, String domain, Transaction transaction) {
    Optional<NameSetup> setup = transaction.find(Table.SETUPS, domain);
    Optional<NameSetup.Next> next =
        setup.stream()
            .flatMap(s -> s.next().stream())
            .filter(n -> n.command().equalsIgnoreCase(command))
            .findFirst();
    next.ifPresent(
        used -> {
          List<NameSetup.Next> rest = new ArrayList<>(setup.get().next());
          rest.remove(used);
          transaction.put(Table.SETUPS, setup.get().withNext(rest));
        });
    return next;
  }

  /** The price of a name that was set up as a premium name. */
  public static Premium premium(NameSetup setup, Zones.Zone zone) {
    return new Premium(
        Optional.ofNullable(setup.priceClass()).orElse("PREMIUM_" + zone.priceClass() + "_A"),
        Optional.ofNullable(setup.price()).orElse(zone.annual().multiply(BigDecimal.TEN)),
        setup.currency());
  }

  /** Whether a name is not available: somebody has it, or it was deleted recently. */
  public static boolean isTaken(String domain, Transaction transaction) {
    return transaction.find(Table.NAMES, domain).isPresent()
        || transaction.find(Table.DELETED, domain).isPresent();
  }

  /**
   * Checks a name.
   *
   * @throws Refusal if it is not in a zone on offer
   */
  public Result of(String domain, Transaction transaction) {
    Zones.Zone zone = zones.of(domain);
    Optional<NameSetup> setup = transaction.find(Table.SETUPS, domain);
    Kind kind = Kind.FREE;
    if (isTaken(domain, transaction)) {
      kind = Kind.TAKEN;
    } else if (setup.filter(NameSetup::premium).isPresent()) {
      kind = Kind.PREMIUM;
    }
    return new Result(kind, zone, setup);
  }
}
