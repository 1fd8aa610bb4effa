package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Decides whether a name may be registered as asked. */
@Component("sandboxRegistration")
@ConditionalOnSandbox
@Behaviour(
    value =
        "RENEWALMODE takes DEFAULT, AUTORENEW, AUTOEXPIRE, AUTODELETE; missing is the account's own",
    basis = Basis.INVENTED)
@Behaviour(value = "periods of 1Y to 10Y; another one is 541", basis = Basis.INVENTED)
@Behaviour(
    value = "a premium name is refused with 504 naming its class, as AddDomain has no price",
    basis = Basis.INFERRED,
    source =
        "texts the public WHMCS registrar module looks for; parameters of"
            + " API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation",
    profileB = "541 naming the class")
@Behaviour(
    value =
        "a registration of a name that is taken is 540 without detail, no matter who has the name",
    basis = Basis.INFERRED,
    source =
        "answer to AddDomain on the HEXONET wiki (EPP:AddDomain); API/DOMAIN/ADDDOMAIN.md of the"
            + " HEXONET API documentation lists 540 and 554 and does not say which is for what",
    profileB = "554")
@Behaviour(
    value = "a price beyond balance and credit limit is 546",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation")
@Behaviour(
    value =
        "orders (ORDER, ORDERID), SUBUSER, NAMESERVERSET, EOI, OFFER, INCOMPLETE and SMD are"
            + " refused with 549",
    basis = Basis.INVENTED)
@Behaviour(
    value = "a name server at or below unknown.example is 541 naming the parameter",
    basis = Basis.INVENTED)
@Behaviour(
    value = "an application whose CLASS is not that of the premium name is 504 naming the class",
    basis = Basis.INFERRED,
    source = "texts the public WHMCS registrar module looks for",
    profileB = "541 naming the class")
@Behaviour(
    value =
        "an application for a name that is not premium is 541 naming CLASS, except CLASS=GOLIVE of"
            + " .swiss, which costs what a registration does",
    basis = Basis.INVENTED)
@Behaviour(
    value = "PRICE or CURRENCY of an application other than the name's own is 541",
    basis = Basis.INFERRED,
    source =
        "parameters of API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API"
            + " documentation",
    profileB = "both are ignored and the name's own price is charged")
@Behaviour(
    value = "a name of the own account may be applied for again; anybody else's is 540",
    basis = Basis.INFERRED,
    source =
        "API/DOMAIN/APPLICATION/ADDDOMAINAPPLICATION.md of the HEXONET API documentation has no"
            + " guard against a second application",
    profileB = "540 for the own account's as well, once it is registered")
@Behaviour(
    value = "the premium price is for the period applied for, whatever its length",
    basis = Basis.INVENTED)
public class Registration {

  public static final List<String> ROLES = List.of("OWNER", "ADMIN", "TECH", "BILLING");

  /** The roles that some zones have no contacts in. */
  public static final Set<String> BESIDE_OWNER = Set.of("ADMIN", "TECH", "BILLING");

  private static final Set<String> NOT_OFFERED =
      Set.of(
          "ORDER",
          "ORDERID",
          "SUBUSER",
          "NAMESERVERSET",
          "EOI",
          "OFFER",
          "INCOMPLETE",
          "SMD",
          "SMD0");

  private static final String DEFAULT_MODE = "DEFAULT";

  /** The renewal modes that a command for a name may carry. */
  public static final Set<String> RENEWAL_MODES =
      Set.of(DEFAULT_MODE, "AUTORENEW", "AUTOEXPIRE", "AUTODELETE");

  private static final Pattern UNKNOWN_HOST =
      Pattern.compile("(.+\\.)?unknown\\.example", Pattern.CASE_INSENSITIVE);
  private static final int MOST_YEARS = 10;

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4})?");
  private static final String PREMIUM = "premium domain name. please provide required parameters";

  private final Availability availability;
  private final Contacts contacts;
  private final RequiredFields requiredFields;
  private final Claims claims;

  Registration(
      Availability availability, Contacts contacts, RequiredFields requiredFields, Claims claims) {
    this.availability = availability;
    this.contacts = contacts;
    this.requiredFields = requiredFields;
    this.claims = claims;
  }

  /** What will be registered. */
  public record Wanted(
      String domain,
      Availability.Finding finding,
      int years,
      BigDecimal price,
      String renewalMode) {}

  /**
   * Checks a registration.
   *
   * @throws Refusal with the first reason against it
   */
  public Wanted check(WireCall call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Availability.Finding finding = availability.of(call.domain(), transaction);
    int years = years(call);
    String renewalMode = renewalMode(call, transaction);
    Map<String, String> registrant =
        contacts
            .data("OWNERCONTACT0", call, transaction)
            .orElseThrow(() -> new Refusal(Code.MISSING_ATTRIBUTE, "OWNERCONTACT0"));
    checkParts(call, finding, registrant, transaction);
    refuseTaken(finding, transaction);
    refusePremium(finding, transaction);
    claims.refuseUnaccepted(call, finding.setup(), transaction);
    BigDecimal price = finding.zone().price(years);
    refuseBeyondCredit(call, price, transaction);
    return new Wanted(call.domain(), finding, years, price, renewalMode);
  }

  /**
   * Checks a registration that buys a premium name by naming its price (X-FEE-AMOUNT,
   * X-FEE-CURRENCY). What its zone needs beyond contacts is not looked at.
   *
   * @throws Refusal with the first reason against it
   */
  public Wanted checkWithFee(WireCall call, Transaction transaction) {
    Availability.Finding finding = availability.of(call.domain(), transaction);
    int years = years(call);
    if (contacts.data("OWNERCONTACT0", call, transaction).isEmpty()) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, "OWNERCONTACT0");
    }
    slots(call).forEach(slot -> contacts.data(slot, call, transaction));
    refuseUnknownHosts(call);
    refuseTaken(finding, transaction);
    claims.refuseWithoutNotice(call, finding.setup(), transaction);
    BigDecimal price = finding.zone().price(years);
    if (finding.kind() == Availability.Kind.PREMIUM) {
      Availability.Premium premium = finding.premium().orElseThrow();
      price = premium.price(years, transaction);
      refuseOtherFee(call, premium, price);
    }
    refuseBeyondCredit(call, price, transaction);
    return new Wanted(call.domain(), finding, years, price, renewalMode(call, transaction));
  }

  private static void refuseOtherFee(
      WireCall call, Availability.Premium premium, BigDecimal price) {
    Optional<String> fee = call.value("X-FEE-AMOUNT");
    String currency = call.value("X-FEE-CURRENCY").orElse(premium.currency());
    if (fee.isEmpty()) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, PREMIUM);
    }
    if (!AMOUNT.matcher(fee.get()).matches()) {
      throw new Refusal(Code.INVALID_SYNTAX, "X-FEE-AMOUNT");
    }
    boolean right = new BigDecimal(fee.get()).compareTo(price) == 0;
    if (!right || !currency.equals(premium.currency())) {
      throw new Refusal(Code.INVALID_VALUE);
    }
  }

  /**
   * Checks an application for a premium name, or for one that is applied for in a phase.
   *
   * @throws Refusal with the first reason against it
   */
  public Wanted checkApplication(WireCall call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Availability.Finding finding = availability.of(call.domain(), transaction);
    int years = years(call);
    String renewalMode = renewalMode(call, transaction);
    Map<String, String> registrant =
        contacts.data("OWNERCONTACT0", call, transaction).orElse(Map.of());
    checkParts(call, finding, registrant, transaction);
    refuseUnavailable(call, transaction);
    if (isByPhase(finding, call)) {
      BigDecimal price = finding.zone().price(years);
      refuseBeyondCredit(call, price, transaction);
      return new Wanted(call.domain(), finding, years, price, renewalMode);
    }
    Availability.Premium premium =
        finding.premium().orElseThrow(() -> new Refusal(Code.INVALID_VALUE, "CLASS"));
    if (!call.required("CLASS").equals(premium.priceClass())) {
      throw premiumClass(premium, transaction);
    }
    refuseOtherPrice(call, premium, transaction);
    claims.refuseUnaccepted(call, finding.setup(), transaction);
    refuseBeyondCredit(call, premium.price(), transaction);
    return new Wanted(call.domain(), finding, years, premium.price(), renewalMode);
  }

  /** Whether it is the phase of a zone that is applied for, and no class of a premium name. */
  private static boolean isByPhase(Availability.Finding finding, WireCall call) {
    return finding.kind() != Availability.Kind.PREMIUM
        && finding.zone().tld().equals("swiss")
        && call.required("CLASS").equals("GOLIVE");
  }

  private static int years(WireCall call) {
    String period = call.period().orElse("1Y");
    int number = Integer.parseInt(period.substring(0, period.length() - 1));
    if (period.endsWith("M") || number < 1 || number > MOST_YEARS) {
      throw new Refusal(Code.INVALID_VALUE, "PERIOD");
    }
    return number;
  }

  /**
   * The renewal mode that is asked for, or else the account's own.
   *
   * @throws Refusal 541 if it is invalid
   */
  public static String renewalMode(WireCall call, Transaction transaction) {
    String mode = call.value("RENEWALMODE").orElse(DEFAULT_MODE);
    if (!RENEWAL_MODES.contains(mode)) {
      throw new Refusal(Code.INVALID_VALUE, "RENEWALMODE");
    }
    return mode.equals(DEFAULT_MODE) ? usualMode(call.account(), transaction) : mode;
  }

  /** The mode of a name that comes to an account with none of its own. */
  public static String usualMode(String account, Transaction transaction) {
    return Platform.of(account) == Platform.CNR && Profile.of(transaction) == Profile.A
        ? DEFAULT_MODE
        : transaction.find(Table.ACCOUNTS, account).orElseThrow().renewalMode();
  }

  private void checkParts(
      WireCall call,
      Availability.Finding finding,
      Map<String, String> registrant,
      Transaction transaction) {
    slots(call).forEach(slot -> contacts.data(slot, call, transaction));
    if (CommandSyntax.takesFurtherFields(call.command(), call.domain(), Profile.of(transaction))) {
      requiredFields.check(
          finding.zone().tld(), call.parameters(), registrant, Profile.of(transaction));
    }
    refuseUnknownHosts(call);
  }

  /**
   * Refuses a name server the registry does not know.
   *
   * @throws Refusal 541 naming the parameter
   */
  public static void refuseUnknownHosts(WireCall call) {
    call.parameters()
        .forEach(
            (key, value) -> {
              if (key.matches("(ADD)?NAMESERVER.*") && UNKNOWN_HOST.matcher(value).matches()) {
                throw new Refusal(Code.INVALID_VALUE, key + " is not known to the registry");
              }
            });
  }

  private static void refuseUnavailable(WireCall call, Transaction transaction) {
    if (transaction.find(Table.DELETED, call.domain()).isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE);
    }
    transaction
        .find(Table.NAMES, call.domain())
        .ifPresent(
            name -> {
              if (!call.account().equals(name.account())) {
                throw new Refusal(Code.NOT_UNIQUE);
              }
              if (Profile.of(transaction) == Profile.B && name.status().equals("ACTIVE")) {
                throw new Refusal(Code.NOT_UNIQUE, "DOMAIN is already assigned to your account");
              }
            });
  }

  private static void refuseOtherPrice(
      WireCall call, Availability.Premium premium, Transaction transaction) {
    if (Profile.of(transaction) == Profile.B) {
      return;
    }
    if (call.value("CURRENCY").filter(given -> !given.equals(premium.currency())).isPresent()) {
      throw new Refusal(Code.INVALID_VALUE, "CURRENCY");
    }
    call.value("PRICE")
        .map(BigDecimal::new)
        .filter(given -> given.compareTo(premium.price()) != 0)
        .ifPresent(
            given -> {
              throw new Refusal(Code.INVALID_VALUE, "PRICE");
            });
  }

  private static void refuseTaken(Availability.Finding finding, Transaction transaction) {
    if (finding.kind() == Availability.Kind.TAKEN) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.NOT_UNIQUE : Code.ALREADY_REGISTERED);
    }
  }

  private static void refusePremium(Availability.Finding finding, Transaction transaction) {
    if (finding.kind() == Availability.Kind.PREMIUM) {
      throw premiumClass(finding.premium().orElseThrow(), transaction);
    }
  }

  private static Refusal premiumClass(Availability.Premium premium, Transaction transaction) {
    return new Refusal(
        Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE,
        "CLASS=" + premium.priceClass());
  }

  /**
   * Refuses what an account cannot pay.
   *
   * @throws Refusal 546
   */
  public static void refuseBeyondCredit(WireCall call, BigDecimal price, Transaction transaction) {
    if (!Ledger.covers(call.account(), price, transaction)) {
      throw new Refusal(Code.CREDIT_EXCEEDED);
    }
  }

  /** The handles for the name, making contacts from data where need be. */
  public Map<String, List<String>> handles(WireCall call, Transaction transaction) {
    Map<String, List<String>> handles = new LinkedHashMap<>();
    for (String role : ROLES) {
      List<String> ofRole = new ArrayList<>();
      slots(call).stream()
          .filter(slot -> slot.startsWith(role))
          .forEach(slot -> contacts.handle(slot, call, transaction).ifPresent(ofRole::add));
      handles.put(role, ofRole);
    }
    return handles;
  }

  /** What is kept of the parameters that have no place of their own. */
  public static Map<String, String> fields(WireCall call) {
    return fields(call, Map.of());
  }

  /** The same, with what was kept before. */
  public static Map<String, String> fields(WireCall call, Map<String, String> before) {
    Map<String, String> fields = new LinkedHashMap<>(before);
    call.parameters()
        .forEach(
            (key, value) -> {
              if (key.startsWith("X-") || key.equals("INTERNALDNS")) {
                fields.put(key, value);
              }
            });
    SecDns.change(fields, call);
    return fields;
  }

  /** The contact slots a call fills, such as OWNERCONTACT0, by handle or by data. */
  public static List<String> slots(WireCall call) {
    return call.parameters().keySet().stream()
        .filter(name -> name.matches("(OWNER|ADMIN|TECH|BILLING)CONTACT[0-9].*"))
        .map(name -> name.substring(0, name.indexOf("CONTACT") + "CONTACT".length() + 1))
        .distinct()
        .sorted()
        .toList();
  }
}
