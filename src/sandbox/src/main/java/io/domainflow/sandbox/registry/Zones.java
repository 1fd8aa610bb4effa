package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.Tsv;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The zones in which the sandbox sells names, and its own price list. */
@Component("sandboxZones")
@ConditionalOnSandbox
public class Zones {

  /**
   * One zone.
   *
   * @param annual price of a year, in the currency of the account
   */
  public record Zone(String tld, String repository, BigDecimal annual) {

    BigDecimal price(int years) {
      return annual.multiply(BigDecimal.valueOf(years));
    }

    /** Whether the zone is generic, not a country's. */
    boolean generic() {
      return country().length() > 2;
    }

    /** The last label. */
    String country() {
      return tld.substring(tld.lastIndexOf('.') + 1);
    }

    /** Whether the zone allows a trustee for the registrant in the whois. */
    public boolean hasWhoisTrustee() {
      return generic() && !tld.equals("shop");
    }

    /** Price class of a name without its own price. */
    public String priceClass() {
      return tld.replace(".", "").toUpperCase(Locale.ROOT);
    }
  }

  /** The most name servers of any name. */
  public static final int MOST_NAMESERVERS = 13;

  private static final String ICANN_TRADE = "ICANN-TRADE";
  private static final List<String> RENEWAL_PERIODS =
      List.of("1Y", "2Y", "3Y", "4Y", "5Y", "6Y", "7Y", "8Y", "9Y");
  private static final Duration USUAL_PENDING = Duration.ofDays(5);
  private static final Set<String> TRADED = Set.of("ch", "li");
  private static final Set<String> TRADED_AT_CNR =
      Set.of(
          "at", "be", "ch", "cn", "es", "fi", "hk", "ie", "it", "li", "lu", "no", "nu", "pt", "sg",
          "travel");
  private static final Set<String> TRADED_WITH_FIELDS =
      Set.of(
          "es", "eu", "fi", "fr", "hk", "ie", "it", "lt", "mk", "pm", "re", "ro", "sg", "tf", "us",
          "wf", "yt");
  private static final Set<String> WITHOUT_RENEWAL = Set.of("es", "no", "nu", "nz");
  private static final Set<String> WITHOUT_CONTACTS =
      Set.of("ca", "dk", "es", "no", "nu", "pt", "se", "us");

  private final Map<String, Zone> zones = new TreeMap<>();
  private final PaperForms paper;

  Zones(PaperForms paper) {
    this.paper = paper;
    for (String[] row : Tsv.rows("zones.tsv")) {
      zones.put(row[0], new Zone(row[0], row[1], new BigDecimal(row[2])));
    }
  }

  /** Every zone, by name. */
  public Collection<Zone> all() {
    return zones.values();
  }

  /**
   * The zone in which a name is registered.
   *
   * @throws Refusal if there is none
   */
  public Zone of(String domain) {
    Zone zone = zones.get(domain.substring(domain.indexOf('.') + 1));
    if (zone == null) {
      throw new Refusal(Code.INVALID_VALUE, "DOMAIN is in no zone that is offered");
    }
    return zone;
  }

  /** Whether a name is in a zone on offer. */
  public boolean isOffered(String domain) {
    return zones.containsKey(domain.substring(domain.indexOf('.') + 1));
  }

  /** The repository of a name, as it was set up, or else its zone's. */
  public String repository(String domain, Transaction transaction) {
    return policy(domain, transaction).repository();
  }

  /**
   * The rules of a registry for a name, as it was set up, or else of its zone.
   *
   * @param changeBy how the registrant changes, such as ICANN-TRADE
   * @param confirmed whether the present registrant confirms a transfer by mail
   * @param transferPeriods what a transfer may add, the usual one first
   * @param transferPending how long the losing registrar has to answer
   * @param takenOver roles whose contacts may be sent with a transfer; empty for none
   * @param tradePrice price of a change of registrant
   * @param explicitRenewal whether names are renewed by a command
   * @param renewalPeriods what a renewal may add
   * @param restorePrice the price of a restore; null where the yearly price decides
   * @param minNameservers minimum number of name servers
   * @param maxNameservers maximum number of name servers
   * @param contacts roles in which a name has contacts
   */
  public record Policy(
      Zone zone,
      String repository,
      String changeBy,
      boolean confirmed,
      List<String> transferPeriods,
      Duration transferPending,
      Set<String> takenOver,
      BigDecimal tradePrice,
      boolean explicitRenewal,
      List<String> renewalPeriods,
      @Nullable BigDecimal restorePrice,
      int minNameservers,
      int maxNameservers,
      Set<String> contacts) {

    /** Whether ICANN's rules apply to a change of registrant. */
    public boolean changesRegistrantByIcannTrade() {
      return changeBy.equals(ICANN_TRADE);
    }

    /** Whether the registry is AFNIC, which does not offer opting out of the lock. */
    public boolean afnic() {
      return repository.contains("AFNIC");
    }

    public boolean generic() {
      return zone.generic();
    }
  }

  /** The policy for a name, on the platform that has it. */
  public Policy policy(String domain, Transaction transaction) {
    return policy(
        domain,
        transaction
            .find(Table.NAMES, domain)
            .map(RegisteredName::account)
            .map(Platform::of)
            .orElse(Platform.ISPAPI),
        transaction);
  }

  /** The policy for a name on a platform, whether the name is there or not. */
  public Policy policy(String domain, Platform platform, Transaction transaction) {
    Zone zone = of(domain);
    Optional<NameSetup.Zone> own = transaction.find(Table.SETUPS, domain).map(NameSetup::zone);
    String repository = own.map(NameSetup.Zone::repository).orElseGet(zone::repository);
    return new Policy(
        zone,
        repository,
        own.map(NameSetup.Zone::registrantChangeBy)
            .map(Enum::name)
            .map(name -> name.replace('_', '-'))
            .orElseGet(() -> usualChange(zone, platform, Profile.of(transaction))),
        own.map(NameSetup.Zone::transferConfirmation)
            .filter(NameSetup.Confirmation.ICANN_FOA_REQUEST::equals)
            .isPresent(),
        own.map(NameSetup.Zone::transferPeriods)
            .filter(periods -> !periods.isEmpty())
            .orElse(List.of(WITHOUT_RENEWAL.contains(zone.tld()) ? "0Y" : "1Y")),
        own.map(NameSetup.Zone::transferPending).orElse(USUAL_PENDING),
        takenOver(zone),
        own.map(NameSetup.Zone::tradePrice).orElse(BigDecimal.ZERO),
        own.map(NameSetup.Zone::explicitRenewal).orElse(true),
        own.map(NameSetup.Zone::renewalPeriods)
            .filter(periods -> !periods.isEmpty())
            .orElse(RENEWAL_PERIODS),
        own.map(NameSetup.Zone::restorePrice).orElse(null),
        own.map(NameSetup.Zone::minNameservers).orElse(0),
        own.map(NameSetup.Zone::maxNameservers).orElse(MOST_NAMESERVERS),
        own.map(NameSetup.Zone::contacts)
            .<Set<String>>map(Set::copyOf)
            .orElse(ContactSlots.BESIDE_OWNER));
  }

  private String usualChange(Zone zone, Platform platform, Profile profile) {
    boolean withFields = profile == Profile.A && TRADED_WITH_FIELDS.contains(zone.country());
    boolean atCnr = platform == Platform.CNR && TRADED_AT_CNR.contains(zone.country());
    if (paper.trades(zone.tld()) || TRADED.contains(zone.tld()) || withFields || atCnr) {
      return "TRADE";
    }
    return zone.generic() ? ICANN_TRADE : "UPDATE";
  }

  private static Set<String> takenOver(Zone zone) {
    if (zone.generic() || WITHOUT_CONTACTS.contains(zone.country())) {
      return Set.of();
    }
    return zone.repository().startsWith("AFNIC")
        ? Set.of("ADMIN", "TECH")
        : Set.copyOf(ContactSlots.ROLES);
  }
}
