package io.domainflow.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.registry.Availability;
import io.domainflow.sandbox.registry.ContactSlots;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.PriceRelations;
import io.domainflow.sandbox.registry.SecDns;
import io.domainflow.sandbox.registry.Zones;
import io.domainflow.sandbox.state.Accounts;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.name.CnrNameDates;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.PremiumClass;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets up names in the state that a test needs. */
@Component("sandboxRegistryControl")
@ConditionalOnSandbox
class RegistryControl {

  /** How long a name remains as it was set up. */
  private static final Duration LEFT_ALONE = Duration.ofDays(1);

  /** The number of digits of a price before and after its decimal point. */
  private static final int PLACES = 9;

  private static final Duration DEFAULT_AGE = Duration.ofDays(900);
  private static final Duration DEFAULT_EXPIRES = Duration.ofDays(200);
  private static final List<String> DEFAULT_NAMESERVERS =
      List.of("ns1.old.example", "ns2.old.example");

  private final SandboxState state;
  private final Contacts contacts;
  private final Zones zones;
  private final Clock clock;

  RegistryControl(SandboxState state, Contacts contacts, Zones zones, Clock clock) {
    this.state = state;
    this.contacts = contacts;
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * Sets up one name or a list of them; all or none.
   *
   * @return the names
   * @throws BadControl with the error
   */
  List<String> setUp(JsonNode body) {
    Iterable<JsonNode> objects = body.isArray() ? body : List.of(body);
    return state.transaction(
        transaction -> {
          List<String> names = new ArrayList<>();
          objects.forEach(object -> names.add(setUp(object, transaction)));
          return names;
        });
  }

  private String setUp(JsonNode object, Transaction transaction) {
    RegistryInput input = ControlBody.read(object, RegistryInput.class);
    String domain = domain(input.domain());
    List<NameSetup.Next> next = Optional.ofNullable(input.next()).orElse(List.of());
    next.forEach(RegistryControl::check);
    check(input.fields());
    Optional.ofNullable(input.zone()).ifPresent(RegistryControl::check);
    check("price", input.price());
    check("renewalPrice", input.renewalPrice());
    String currency = Optional.ofNullable(input.currency()).orElse("EUR");
    if (!currency.matches("[A-Z]{3}")) {
      throw BadControl.at("currency", "must be a three-letter currency code such as EUR");
    }
    // An existing application continues; the holder of the name when it is decided counts.
    transaction.all(Table.PENDING).stream()
        .filter(pending -> pending.domain().equals(domain) && pending.application() == null)
        .forEach(pending -> transaction.remove(Table.PENDING, pending.key()));
    transaction.put(
        Table.SETUPS,
        new NameSetup(
            domain,
            input.priceClass(),
            input.price(),
            currency,
            Optional.ofNullable(input.claims()).orElse(false),
            Optional.ofNullable(input.authCheck()).map(Enum::name).orElse("VALID"),
            input.zone(),
            next));
    transaction.remove(Table.TRANSFERS, domain);
    transaction.remove(Table.TRADES, domain);
    transaction.remove(Table.DELETED, domain);
    keepPremiumClass(domain, input, transaction);
    RegistryInput.Owner owner = Optional.ofNullable(input.owner()).orElse(RegistryInput.Owner.OURS);
    if (owner == RegistryInput.Owner.FREE) {
      transaction.remove(Table.NAMES, domain);
    } else {
      // An explicit null is a name that arrived without contacts; an absent member is the old
      // holder.
      boolean withContacts = input.registrant() != null || !object.has("registrant");
      transaction.put(Table.NAMES, name(domain, owner, input, withContacts, transaction));
    }
    return domain;
  }

  private static void check(@Nullable Map<String, String> fields) {
    if (fields != null
        && !fields.entrySet().stream()
            .allMatch(field -> field.getKey().startsWith("X-") && field.getValue() != null)) {
      throw BadControl.at("fields", "must be texts by their names, which begin with X-");
    }
  }

  private static void check(String member, @Nullable BigDecimal price) {
    if (price == null) {
      return;
    }
    if (price.signum() < 0) {
      throw BadControl.at(member, "must not be negative");
    }
    // 1e9999999 has ten million digits once it is written out
    if ((long) price.precision() - price.scale() > PLACES || price.scale() > PLACES) {
      throw BadControl.at(member, "has too many digits");
    }
  }

  private void keepPremiumClass(String domain, RegistryInput input, Transaction transaction) {
    Optional<NameSetup> setup = transaction.find(Table.SETUPS, domain).filter(NameSetup::premium);
    if (setup.isEmpty()) {
      if (input.renewalPrice() != null) {
        throw BadControl.at("renewalPrice", "needs \"class\" or \"price\"");
      }
      return;
    }
    Availability.Premium premium = Availability.premium(setup.get(), zones.of(domain));
    BigDecimal renewalPrice = Optional.ofNullable(input.renewalPrice()).orElse(premium.price());
    transaction.put(
        Table.PREMIUM_CLASSES,
        new PremiumClass(premium.priceClass(), premium.price(), renewalPrice, premium.currency()));
  }

  /**
   * A name in the spelling of the registry.
   *
   * @throws BadControl if it is invalid, or in no zone on offer
   */
  String domain(@Nullable String text) {
    if (text == null) {
      throw BadControl.at("domain", "is missing");
    }
    try {
      String domain = DomainName.of(text).ascii();
      zones.of(domain);
      return domain;
    } catch (InvalidValue e) {
      throw BadControl.at("domain", e.getMessage());
    } catch (Refusal e) {
      throw BadControl.at("domain", "is in no zone the sandbox offers");
    }
  }

  private static void check(NameSetup.Zone zone) {
    if (zone.transferPending() != null && zone.transferPending().isNegative()) {
      throw BadControl.at("transferPending", "must not be negative");
    }
    if (zone.contacts() != null && !ContactSlots.BESIDE_OWNER.containsAll(zone.contacts())) {
      throw BadControl.at("contacts", "must be some of \"ADMIN\", \"TECH\" and \"BILLING\"");
    }
    check("tradePrice", zone.tradePrice());
    check("restorePrice", zone.restorePrice());
    checkNameservers("minNameservers", zone.minNameservers());
    checkNameservers("maxNameservers", zone.maxNameservers());
    if (zone.transferPeriods() != null
        && zone.transferPeriods().stream().anyMatch(p -> !p.matches("[0-9]{1,2}Y"))) {
      throw BadControl.at("transferPeriods", "must be years such as \"1Y\" or \"0Y\"");
    }
    if (zone.renewalPeriods() != null
        && zone.renewalPeriods().stream().anyMatch(p -> !p.matches("[1-9][0-9]?Y"))) {
      throw BadControl.at("renewalPeriods", "must be years such as \"1Y\"");
    }
  }

  private static void checkNameservers(String member, @Nullable Integer number) {
    if (number != null && (number < 0 || number > Zones.MOST_NAMESERVERS)) {
      throw BadControl.at(member, "must be 0 to " + Zones.MOST_NAMESERVERS);
    }
  }

  private static void check(NameSetup.Next next) {
    if (next.command() == null || next.after() == null || next.outcome() == null) {
      throw new BadControl("Each \"next\" needs \"command\", \"after\" and \"outcome\".");
    }
    if (next.after().isNegative()) {
      throw BadControl.at("after", "must not be negative");
    }
  }

  private RegisteredName name(
      String domain,
      RegistryInput.Owner owner,
      RegistryInput input,
      boolean withContacts,
      Transaction transaction) {
    String account = account(owner, input);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant created = now.minus(Optional.ofNullable(input.age()).orElse(DEFAULT_AGE));
    Instant expires = now.plus(Optional.ofNullable(input.expires()).orElse(DEFAULT_EXPIRES));
    Map<String, List<String>> handles = new LinkedHashMap<>();
    ContactSlots.ROLES.forEach(role -> handles.put(role, List.of()));
    if (withContacts) {
      String keeper = account == null ? Account.ELSEWHERE : account;
      RegistryInput.Registrant registrant =
          Optional.ofNullable(input.registrant()).orElse(RegistryInput.Registrant.OLD_HOLDER);
      Map<String, String> fields = fields(registrant);
      String handle =
          contacts
              .identical(keeper, fields, transaction)
              .orElseGet(() -> contacts.add(keeper, fields, transaction));
      ContactSlots.ROLES.forEach(role -> handles.put(role, List.of(handle)));
    }
    return new RegisteredName(
        domain,
        account,
        "ACTIVE",
        created,
        atRegistry(domain, account, expires, now),
        "1Y",
        Optional.ofNullable(input.renewalMode()).orElse(RegistryInput.RenewalMode.AUTORENEW).name(),
        Optional.ofNullable(input.transferLock()).orElse(false),
        Optional.ofNullable(input.authCode()).orElse("secret1"),
        Optional.ofNullable(input.priceClass())
            .orElse(PriceRelations.classOf(zones.policy(domain, transaction))),
        handles,
        Optional.ofNullable(input.nameservers()).orElse(DEFAULT_NAMESERVERS),
        fields(input),
        List.of(),
        null,
        null,
        renewal(expires, now),
        created);
  }

  private static Map<String, String> fields(RegistryInput input) {
    Map<String, String> fields =
        new LinkedHashMap<>(Optional.ofNullable(input.fields()).orElse(Map.of()));
    SecDns.putDs(fields, Optional.ofNullable(input.ds()).orElse(List.of()));
    return fields;
  }

  private static Instant atRegistry(
      String domain, @Nullable String account, Instant expires, Instant now) {
    boolean countedUp =
        account != null
            && Platform.of(account) == Platform.CNR
            && CnrNameDates.isGeneric(domain)
            && !expires.isAfter(now);
    return countedUp ? NameDates.expiry(expires, 1) : expires;
  }

  private static Renewal renewal(Instant expires, Instant now) {
    Renewal renewal = Renewal.paid(expires).notBefore(now.plus(LEFT_ALONE));
    return expires.isAfter(now) ? renewal : renewal.givenUp();
  }

  private static @Nullable String account(RegistryInput.Owner owner, RegistryInput input) {
    String account = Optional.ofNullable(input.account()).orElse("test.user");
    Platform platform = RegistryInput.platform(input.platform());
    if (!Accounts.exists(platform.account(account))) {
      throw BadControl.at("account", "must be test.user or test.user2");
    }
    return switch (owner) {
      case OURS -> platform.account(account);
      case OTHER_ACCOUNT -> platform.account(Account.ELSEWHERE);
      default -> null;
    };
  }

  private static Map<String, String> fields(RegistryInput.Registrant registrant) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "FIRSTNAME", registrant.firstName());
    put(fields, "LASTNAME", registrant.lastName());
    put(fields, "ORGANIZATION", registrant.organization());
    List<String> street = Optional.ofNullable(registrant.street()).orElse(List.of());
    for (int i = 0; i < street.size(); i++) {
      put(fields, "STREET" + i, street.get(i));
    }
    put(fields, "CITY", registrant.city());
    put(fields, "STATE", registrant.state());
    put(fields, "ZIP", registrant.postalCode());
    put(fields, "COUNTRY", registrant.country());
    put(fields, "PHONE", registrant.phone());
    put(fields, "EMAIL", registrant.email());
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
