package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandSyntax;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides whether an application for a name is possible as requested. */
@Component("sandboxApplicationCheck")
@ConditionalOnSandbox
public class ApplicationCheck {

  private final Registration registration;
  private final Availability availability;
  private final Contacts contacts;
  private final Claims claims;

  ApplicationCheck(
      Registration registration, Availability availability, Contacts contacts, Claims claims) {
    this.registration = registration;
    this.availability = availability;
    this.contacts = contacts;
    this.claims = claims;
  }

  /**
   * Checks an application for a premium name, or for a name in an application phase.
   *
   * @throws Refusal with the first reason against it
   */
  public Registration.Details of(ReceivedCommand call, Transaction transaction) {
    call.refuse(Registration.NOT_OFFERED);
    Availability.Result finding = availability.of(call.domain(), transaction);
    int years = NameParameters.years(call);
    String renewalMode = NameParameters.renewalMode(call, transaction);
    Map<String, String> registrant =
        contacts.data("OWNERCONTACT0", call, transaction).orElse(Map.of());
    registration.checkParts(call, finding, registrant, transaction);
    if (CommandSyntax.isBackorder(call)) {
      refuseOwn(call, transaction);
      return new Registration.Details(call.domain(), finding, years, BigDecimal.ZERO, renewalMode);
    }
    refuseUnavailable(call, transaction);
    if (isByPhase(finding, call)) {
      BigDecimal price = finding.zone().price(years);
      Registration.refuseBeyondCredit(call, price, transaction);
      return new Registration.Details(call.domain(), finding, years, price, renewalMode);
    }
    Availability.Premium premium =
        finding.premium().orElseThrow(() -> new Refusal(Code.INVALID_VALUE, "CLASS"));
    if (!call.required("CLASS").equals(premium.priceClass())) {
      throw Registration.premiumClass(premium, transaction);
    }
    refuseOtherPrice(call, premium, transaction);
    claims.refuseUnaccepted(call, finding.setup(), transaction);
    Registration.refuseBeyondCredit(call, premium.price(), transaction);
    return new Registration.Details(call.domain(), finding, years, premium.price(), renewalMode);
  }

  /** Whether the application is for a phase of the zone, not for a class of a premium name. */
  private static boolean isByPhase(Availability.Result finding, ReceivedCommand call) {
    return finding.kind() != Availability.Kind.PREMIUM
        && finding.zone().tld().equals("swiss")
        && call.required("CLASS").equals("GOLIVE");
  }

  private static void refuseOwn(ReceivedCommand call, Transaction transaction) {
    if (transaction
        .find(Table.NAMES, call.domain())
        .filter(name -> call.account().equals(name.account()))
        .isPresent()) {
      throw new Refusal(Code.NOT_UNIQUE);
    }
  }

  private static void refuseUnavailable(ReceivedCommand call, Transaction transaction) {
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
      ReceivedCommand call, Availability.Premium premium, Transaction transaction) {
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
}
