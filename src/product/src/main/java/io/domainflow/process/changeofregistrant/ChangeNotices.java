package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.model.Contact;
import io.domainflow.model.Mail;
import io.domainflow.model.Mailer;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.text.PlainTime;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells both registrants by mail what happens to their name. ICANN's transfer policy requires that
 * the prior registrant is first told how to transfer the name (section II.C.1.3), and that both are
 * told when the change is done, also at the former address (II.C.1.7).
 */
@Component
class ChangeNotices {

  private final RegistrantChanges changes;
  private final Mailer mailer;

  ChangeNotices(RegistrantChanges changes, Mailer mailer) {
    this.changes = changes;
    this.mailer = mailer;
  }

  /** Before anything is sent: what is requested, what follows, and the alternatives. */
  void ordered(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    send(
        order,
        "CHANGE_ORDERED",
        change.beforeOrThrow().registrant().email(),
        "Change of registrant of " + name(order) + " ordered",
        "a change of the registrant of "
            + name(order)
            + " was ordered. Changed: "
            + ChangeWords.fields(change.beforeOrThrow().changedFields())
            + ".\n\n"
            + ChangeWords.consequences(change.termsOrThrow())
            + "\n\nIf you want to leave for another registrar, have the domain transferred first and"
            + " its registrant changed there: a change made here may lock it against transfers.\n\n"
            + "If you did not want this, tell the company from which you bought the domain at once"
            + (change.termsOrThrow().agentForPrior()
                ? "."
                : ", and do not confirm the registrar's mail."));
  }

  /** The registrant has changed. */
  void changed(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    both(
        order,
        "REGISTRANT_CHANGED",
        "Registrant of " + name(order) + " changed",
        "the registrant of "
            + name(order)
            + " has changed. Changed: "
            + ChangeWords.fields(change.beforeOrThrow().changedFields())
            + ".\n\n"
            + (order.outcome() == null || order.outcome().lockedUntil() == null
                ? "The domain can be transferred to another registrar as before."
                : "Until "
                    + PlainTime.of(order.outcome().lockedUntil())
                    + " the domain cannot be transferred to another registrar. Renewal and name"
                    + " servers are not affected.")
            + "\n\nIf you did not agree to this, contact the company that sold the domain at"
            + " once.");
  }

  /** The registrant has not changed; nothing is different. */
  void notChanged(ProvisioningOrder order) {
    both(
        order,
        "REGISTRANT_NOT_CHANGED",
        "Registrant of " + name(order) + " not changed",
        "the change of registrant of "
            + name(order)
            + " was not carried out. The registrant is the same as before. What happened: "
            + (order.failure() == null
                ? "the change was withdrawn before it was confirmed."
                : order.failure().message()));
  }

  private void both(ProvisioningOrder order, String kind, String subject, String text) {
    Set<String> addresses = new LinkedHashSet<>();
    for (ConsentSide side : ConsentSide.values()) {
      Contact registrant =
          side == ConsentSide.PRIOR
              ? changes.get(order.id()).beforeOrThrow().registrant()
              : order.content().registrantOrThrow();
      if (registrant.email() != null) {
        addresses.add(registrant.email());
      }
    }
    addresses.forEach(address -> send(order, kind, address, subject, text));
  }

  private void send(
      ProvisioningOrder order, String kind, @Nullable String address, String subject, String text) {
    if (address != null && Mail.isAddress(address)) {
      mailer.send(
          new Mail(
              kind,
              address,
              order.content().domain().ascii(),
              subject,
              "Good day,\n\n" + text + "\n"));
    }
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
