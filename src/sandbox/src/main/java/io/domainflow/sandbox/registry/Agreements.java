package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.state.Transaction;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends the mail of a registry whose registrants accept its agreement after the registration. */
@Component("sandboxAgreements")
@ConditionalOnSandbox
public class Agreements {

  private static final String ZONE = ".ca";

  private final Mailbox mailbox;

  Agreements(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /**
   * Sends the mail, if the registry has one.
   *
   * @param registrant the data of the contact as given
   */
  public void send(
      String domain, Map<String, String> registrant, Instant now, Transaction transaction) {
    String to = registrant.get("EMAIL");
    if (!domain.endsWith(ZONE) || to == null) {
      return;
    }
    mailbox.send(
        Mailbox.Kind.AGREEMENT,
        to,
        domain,
        0,
        "The agreement for your domain name " + domain,
        "Dear "
            + Contacts.name(registrant)
            + ",\n\nyour domain name "
            + domain
            + " is registered. Please accept the registry's agreement within 7 days, or the registry"
            + " deletes the name again.\n",
        now,
        transaction);
  }
}
