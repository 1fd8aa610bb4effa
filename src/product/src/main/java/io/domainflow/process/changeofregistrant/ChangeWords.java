package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.model.Contact;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes texts about a change of registrant, for people. */
final class ChangeWords {

  private ChangeWords() {}

  static String side(ConsentSide side) {
    return side == ConsentSide.NEW ? "new" : "prior";
  }

  /** Each field that differs, as a row of a table: before and after. */
  static String differences(ProvisioningOrder order, RegistrantChange change) {
    return change.beforeOrThrow().changedFields().stream()
        .map(
            field ->
                "| "
                    + label(field)
                    + " | "
                    + PlainText.cell(
                        RegistrantComparison.shown(change.beforeOrThrow().registrant(), field))
                    + " | "
                    + PlainText.cell(
                        RegistrantComparison.shown(order.content().registrantOrThrow(), field))
                    + " |")
        .collect(Collectors.joining("\n"));
  }

  /** The fields that differ, without their values. */
  static String fields(List<String> changedFields) {
    return changedFields.stream().map(ChangeWords::label).collect(Collectors.joining(", "));
  }

  /** The parameters of the order that are not sent to the registrar, without their values. */
  static String leftOut(List<String> parameters) {
    return "Not sent, because this way of changing the registrant does not accept it: "
        + String.join(", ", parameters)
        + ".";
  }

  static String kind(RegistrantChange change) {
    if (!RegistrantComparison.isOfThePerson(change.beforeOrThrow().changedFields())) {
      return "Only address or phone change: the registrant stays the same.";
    }
    return change.beforeOrThrow().looksLikeCorrection()
        ? "It looks like the correction of a typing error; by ICANN's policy it is still a"
            + " change of registrant."
        : "It is a change of registrant by ICANN's policy.";
  }

  /** The consequences of the terms for the name. */
  static String consequences(Terms terms) {
    if (terms.agentForPrior()) {
      return "It is done at once, and the domain cannot leave to another registrar for "
          + terms.lockDays()
          + " days.";
    }
    String wait =
        "The prior registrant has "
            + terms.confirmationDays()
            + " days to confirm by mail; without an answer nothing changes. ";
    return terms.lockDays() == 0
        ? wait + "No lock follows: the prior registrant has opted out of it."
        : wait
            + "Afterwards the domain cannot leave to another registrar for "
            + terms.lockDays()
            + " days.";
  }

  /** A contact as a form shows it. */
  static String person(Contact contact) {
    return PlainText.of(
        Stream.of(
                Stream.of(contact.firstName(), contact.lastName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")),
                contact.organization(),
                contact.email())
            .filter(text -> text != null && !text.isBlank())
            .collect(Collectors.joining(", ")));
  }

  /** The price of the change, and whether it is paid. */
  static String money(ProvisioningOrder order) {
    Quote quote = order.purchase().quote();
    if (quote == null) {
      return "the registrar states no price for this change. Nothing has been charged.";
    }
    if (ChangePrice.isFree(quote)) {
      return "the change costs nothing.";
    }
    return switch (order.charged()) {
      case NO ->
          "the change costs "
              + quote.price()
              + ", charged when it is requested. Nothing has been bought yet.";
      case YES ->
          quote.price()
              + " were charged when the change was requested. The registrar refunds it if"
              + " the change fails.";
      case UNKNOWN ->
          "the change costs " + quote.price() + "; whether it is charged is being found out.";
    };
  }

  /** Whom a running change waits for. */
  static Who who(RegistrantChange change) {
    return asksPrior(change) ? Who.PRIOR_REGISTRANT : Who.REGISTRAR;
  }

  // A plain update can also have become a change that the registrar asks about.
  private static boolean asksPrior(RegistrantChange change) {
    return change.termsOrThrow().consentsNeeded()
        || change.beforeOrThrow().changedByZone() == RegistrantChangeBy.ICANN_TRADE;
  }

  /** What a running change waits for. */
  static String waits(ProvisioningOrder order, RegistrantChange change) {
    String name = order.content().domain().unicode();
    if (!asksPrior(change)) {
      return "the change of registrant of " + name + " is being carried out by the registrar";
    }
    return "the prior registrant of "
        + name
        + " has to confirm the change by the mail that the registrar sent"
        + (change.course().confirmBy() == null
            ? ""
            : ", until " + PlainTime.of(change.course().confirmBy()))
        + "; without an answer nothing changes";
  }

  private static String label(String field) {
    return switch (field) {
      case "firstName" -> "first name";
      case "lastName" -> "last name";
      case "email" -> "mail address";
      case "postalCode" -> "postal code";
      default -> field;
    };
  }
}
