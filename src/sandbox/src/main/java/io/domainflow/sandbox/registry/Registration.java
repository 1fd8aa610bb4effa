package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Decides whether a name may be registered as requested. */
@Component("sandboxRegistration")
@ConditionalOnSandbox
public class Registration {

  /** Parameters that are refused with any value. */
  static final Set<String> NOT_OFFERED =
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

  /** The registration to be made. */
  public record Details(
      String domain,
      Availability.Result finding,
      int years,
      BigDecimal price,
      String renewalMode) {}

  /**
   * Checks a registration.
   *
   * @throws Refusal with the first reason against it
   */
  public Details check(ReceivedCommand call, Transaction transaction) {
    call.refuse(NOT_OFFERED);
    Availability.Result finding = availability.of(call.domain(), transaction);
    int years = NameParameters.years(call);
    String renewalMode = NameParameters.renewalMode(call, transaction);
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
    return new Details(call.domain(), finding, years, price, renewalMode);
  }

  /**
   * Checks a registration that buys a premium name by naming its price (X-FEE-AMOUNT,
   * X-FEE-CURRENCY). The fields that its zone needs besides contacts are not checked.
   *
   * @throws Refusal with the first reason against it
   */
  public Details checkWithFee(ReceivedCommand call, Transaction transaction) {
    Availability.Result finding = availability.of(call.domain(), transaction);
    int years = NameParameters.years(call);
    if (contacts.data("OWNERCONTACT0", call, transaction).isEmpty()) {
      throw new Refusal(Code.MISSING_ATTRIBUTE, "OWNERCONTACT0");
    }
    ContactSlots.of(call).forEach(slot -> contacts.data(slot, call, transaction));
    NameParameters.refuseUnknownHosts(call);
    refuseTaken(finding, transaction);
    claims.refuseWithoutNotice(call, finding.setup(), transaction);
    BigDecimal price = finding.zone().price(years);
    if (finding.kind() == Availability.Kind.PREMIUM) {
      Availability.Premium premium = finding.premium().orElseThrow();
      price = premium.price(years, transaction);
      refuseOtherFee(call, premium, price);
    }
    refuseBeyondCredit(call, price, transaction);
    return new Details(
        call.domain(), finding, years, price, NameParameters.renewalMode(call, transaction));
  }

  private static void refuseOtherFee(
      ReceivedCommand call, Availability.Premium premium, BigDecimal price) {
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

  /** Checks contacts, name servers and what the zone needs beyond them. */
  void checkParts(
      ReceivedCommand call,
      Availability.Result finding,
      Map<String, String> registrant,
      Transaction transaction) {
    ContactSlots.of(call).forEach(slot -> contacts.data(slot, call, transaction));
    if (CommandSyntax.takesFurtherFields(call.command(), call.domain(), Profile.of(transaction))) {
      requiredFields.check(
          finding.zone().tld(), call.parameters(), registrant, Profile.of(transaction));
    }
    NameParameters.refuseUnknownHosts(call);
  }

  private static void refuseTaken(Availability.Result finding, Transaction transaction) {
    if (finding.kind() == Availability.Kind.TAKEN) {
      throw new Refusal(
          Profile.of(transaction) == Profile.A ? Code.NOT_UNIQUE : Code.ALREADY_REGISTERED);
    }
  }

  private static void refusePremium(Availability.Result finding, Transaction transaction) {
    if (finding.kind() == Availability.Kind.PREMIUM) {
      throw premiumClass(finding.premium().orElseThrow(), transaction);
    }
  }

  /** The refusal of a premium name without its class. */
  static Refusal premiumClass(Availability.Premium premium, Transaction transaction) {
    return new Refusal(
        Profile.of(transaction) == Profile.A ? Code.MISSING_ATTRIBUTE : Code.INVALID_VALUE,
        "CLASS=" + premium.priceClass());
  }

  /**
   * Refuses a price that the account cannot pay.
   *
   * @throws Refusal 546
   */
  public static void refuseBeyondCredit(
      ReceivedCommand call, BigDecimal price, Transaction transaction) {
    if (!Ledger.covers(call.account(), price, transaction)) {
      throw new Refusal(Code.CREDIT_EXCEEDED);
    }
  }

  /** The handles for the name; creates contacts from data where necessary. */
  public Map<String, List<String>> handles(ReceivedCommand call, Transaction transaction) {
    Map<String, List<String>> handles = new LinkedHashMap<>();
    for (String role : ContactSlots.ROLES) {
      List<String> ofRole = new ArrayList<>();
      ContactSlots.of(call).stream()
          .filter(slot -> slot.startsWith(role))
          .forEach(slot -> contacts.handle(slot, call, transaction).ifPresent(ofRole::add));
      handles.put(role, ofRole);
    }
    return handles;
  }
}
