package io.domainflow.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        "a name with a claim needs CLAIMKEY and NOTICE-POA-ACCEPT-HASH; missing is 504, wrong"
            + " 541",
    basis = Basis.INFERRED,
    source = "API/DOMAIN/STATUSTMDBCLAIM.md of the HEXONET API documentation",
    profileB = "missing is 541 as well")
@Behaviour(
    value =
        "a name of the own account is 540 «DOMAIN is already assigned to your account», of"
            + " anybody else 554",
    basis = Basis.INFERRED,
    source =
        "codes of API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation; text of the public"
            + " WHMCS registrar module",
    profileB = "540 without detail for both")
@Behaviour(
    value = "a price beyond balance and credit limit is 546",
    basis = Basis.DOCUMENTED,
    source = "API/DOMAIN/ADDDOMAIN.md of the HEXONET API documentation")
@Behaviour(
    value = "orders (ORDER, ORDERID), SUBUSER and NAMESERVERSET are refused with 549",
    basis = Basis.INVENTED)
class Registration {

  static final List<String> ROLES = List.of("OWNER", "ADMIN", "TECH", "BILLING");

  private static final Set<String> NOT_OFFERED =
      Set.of("ORDER", "ORDERID", "SUBUSER", "NAMESERVERSET");
  private static final Set<String> RENEWAL_MODES =
      Set.of("DEFAULT", "AUTORENEW", "AUTOEXPIRE", "AUTODELETE");
  private static final int MOST_YEARS = 10;

  private final Availability availability;
  private final Contacts contacts;
  private final RequiredFields requiredFields;

  Registration(Availability availability, Contacts contacts, RequiredFields requiredFields) {
    this.availability = availability;
    this.contacts = contacts;
    this.requiredFields = requiredFields;
  }

  /** What will be registered. */
  record Wanted(
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
  Wanted check(WireCall call, Transaction transaction) {
    NOT_OFFERED.stream()
        .sorted()
        .filter(name -> call.value(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal(Code.FAILED, name + " is not offered by the sandbox");
            });
    Availability.Finding finding = availability.of(call.domain(), transaction);
    int years = years(call);
    String renewalMode = renewalMode(call, transaction);
    checkContacts(call, finding, transaction);
    refuseTaken(call, transaction);
    refusePremium(finding, transaction);
    refuseUnacceptedClaim(call, finding, transaction);
    BigDecimal price = finding.zone().price(years);
    refuseBeyondCredit(call, price, transaction);
    return new Wanted(call.domain(), finding, years, price, renewalMode);
  }

  private static int years(WireCall call) {
    String period = call.value("PERIOD").orElse("1Y");
    int number = Integer.parseInt(period.substring(0, period.length() - 1));
    if (period.endsWith("M") || number < 1 || number > MOST_YEARS) {
      throw new Refusal(Code.INVALID_VALUE, "PERIOD");
    }
    return number;
  }

  private static String renewalMode(WireCall call, Transaction transaction) {
    String mode = call.value("RENEWALMODE").orElse("DEFAULT");
    if (!RENEWAL_MODES.contains(mode)) {
      throw new Refusal(Code.INVALID_VALUE, "RENEWALMODE");
    }
    return mode.equals("DEFAULT")
        ? transaction.find(Table.ACCOUNTS, call.account()).orElseThrow().renewalMode()
        : mode;
  }

  private void checkContacts(WireCall call, Availability.Finding finding, Transaction transaction) {
    Map<String, String> registrant =
        contacts
            .data("OWNERCONTACT0", call, transaction)
            .orElseThrow(() -> new Refusal(Code.MISSING_ATTRIBUTE, "OWNERCONTACT0"));
    slots(call).forEach(slot -> contacts.data(slot, call, transaction));
    requiredFields.check(finding.zone().tld(), call.parameters(), registrant);
  }

  private static void refuseTaken(WireCall call, Transaction transaction) {
    transaction
        .find(Table.NAMES, call.domain())
        .ifPresent(
            name -> {
              if (Profile.of(transaction) == Profile.B) {
                throw new Refusal(Code.NOT_UNIQUE);
              }
              if (call.account().equals(name.account())) {
                throw new Refusal(Code.NOT_UNIQUE, "DOMAIN is already assigned to your account");
              }
              throw new Refusal(Code.ALREADY_REGISTERED);
            });
  }

  private static void refusePremium(Availability.Finding finding, Transaction transaction) {
    if (finding.kind() == Availability.Kind.PREMIUM) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE,
          "CLASS=" + finding.premiumClass());
    }
  }

  private static void refuseUnacceptedClaim(
      WireCall call, Availability.Finding finding, Transaction transaction) {
    if (finding.claimKey().isEmpty()) {
      return;
    }
    Map<String, String> proof =
        Map.of(
            "CLAIMKEY", finding.claimKey().get(),
            "NOTICE-POA-ACCEPT-HASH", finding.acceptHash());
    for (String name : List.of("CLAIMKEY", "NOTICE-POA-ACCEPT-HASH")) {
      String given = call.value(name).orElse("");
      if (given.isEmpty() && Profile.of(transaction) == Profile.A) {
        throw new Refusal(Code.MISSING_ATTRIBUTE, name);
      }
      if (!given.equals(proof.get(name))) {
        throw new Refusal(Code.INVALID_VALUE, name);
      }
    }
  }

  private static void refuseBeyondCredit(WireCall call, BigDecimal price, Transaction transaction) {
    Stored.Account account = transaction.find(Table.ACCOUNTS, call.account()).orElseThrow();
    if (account.balance().subtract(price).compareTo(account.creditLimit().negate()) < 0) {
      throw new Refusal(Code.CREDIT_EXCEEDED);
    }
  }

  /** The handles for the name, making contacts from data where need be. */
  Map<String, List<String>> handles(WireCall call, Transaction transaction) {
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

  private static List<String> slots(WireCall call) {
    return call.parameters().keySet().stream()
        .filter(name -> name.matches("(OWNER|ADMIN|TECH|BILLING)CONTACT[0-9].*"))
        .map(name -> name.substring(0, name.indexOf("CONTACT") + "CONTACT".length() + 1))
        .distinct()
        .sorted()
        .toList();
  }
}
