package io.domainflow.process.transfersetup;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.TransferSetup;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what prevents the setup from finishing. */
@Component
class SetupWords {

  private final TransferSetupProperties properties;

  SetupWords(TransferSetupProperties properties) {
    this.properties = properties;
  }

  /** What the order waits for: matters of people's rights come first. */
  static Code code(TransferSetup setup) {
    if (setup.tradePending()) {
      return Code.UNINTENDED_TRADE;
    }
    return setup.withoutContacts() ? Code.CONTACTS_AFTER_TRANSFER : Code.SETUP_AFTER_TRANSFER;
  }

  /** All obstacles in one sentence. */
  String what(ProvisioningOrder order, TransferSetup setup) {
    return "the name is here; " + unfinished(order, setup);
  }

  /** The same, once an operator has left the name as it is. */
  String leftAsIs(ProvisioningOrder order, TransferSetup setup) {
    return "Left as it is: " + unfinished(order, setup) + ".";
  }

  private String unfinished(ProvisioningOrder order, TransferSetup setup) {
    List<String> unfinished = new ArrayList<>();
    if (setup.tradePending()) {
      unfinished.add(trade(setup));
    } else if (setup.withoutContacts()) {
      unfinished.add(contacts(order, setup));
    }
    if (!setup.differences().isEmpty()) {
      unfinished.add("it differs from the order: " + settings(setup));
    }
    return String.join("; ", unfinished);
  }

  /** What is not set as ordered; an empty text if all is. */
  static String settings(TransferSetup setup) {
    String differences = String.join("; ", setup.differences());
    if (differences.isEmpty() || setup.settingsRefusal() != null) {
      return differences.isEmpty()
          ? ""
          : differences + ". The registrar refused the change: «" + setup.settingsRefusal() + "»";
    }
    return setup.settingsPending()
        ? differences + ". The registrar has taken the change, but it is not carried out yet"
        : differences;
  }

  /** Why there are no contacts, and what to do; an empty text if there are some. */
  static String contacts(ProvisioningOrder order, TransferSetup setup) {
    if (!setup.withoutContacts()) {
      return "";
    }
    String came = "it came without usable contacts";
    if (setup.contactsRefusal() != null) {
      return came
          + ", and the registrar did not accept the order's: «"
          + setup.contactsRefusal()
          + "»";
    }
    if (setup.contactsReplacedAt() != null) {
      return came
          + "; the order's were given to the registrar on "
          + PlainTime.of(setup.contactsReplacedAt())
          + " and do not show";
    }
    return order.content().registrant() == null
        ? came + ", and the order has no registrant that it could get"
        : came + "; to set the order's starts a change of registrant";
  }

  /** What has to happen to a change of registrant; an empty text if none is under way. */
  String trade(TransferSetup setup) {
    if (!setup.tradePending()) {
      return "";
    }
    Instant end = tradeEnd(setup);
    return "the registrar has made a change of registrant of the new contacts, which the prior"
        + " registrant has to confirm by the mail that the registrar sent, "
        + (end == null
            ? "mostly within " + properties.tradeConfirmation().toDays() + " days"
            : "until " + PlainTime.of(end))
        + "; without an answer it lapses and nothing changes";
  }

  /** Until when it can be confirmed; null if that is not known. */
  @Nullable Instant tradeEnd(TransferSetup setup) {
    return setup.tradeCreatedAt() == null
        ? null
        : setup.tradeCreatedAt().plus(properties.tradeConfirmation());
  }
}
