package io.domainflow.sandbox.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.Mail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores the registrar's mails instead of sending them. */
@Component("sandboxMailbox")
@ConditionalOnSandbox
public class Mailbox {

  /** The subject of a mail. */
  public enum Kind {
    TRANSFER_CONFIRMATION,
    TRADE_CONFIRMATION,
    /**
     * Asks the registrant of a new name to accept the registry's agreement; nothing waits for it.
     */
    AGREEMENT,
    /** A registry's mail with the auth code of a name; it asks for nothing. */
    AUTH_CODE
  }

  private final Clock clock;

  Mailbox(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sends a mail, usually one that asks for a yes or no.
   *
   * @param at when it is sent
   * @param about number of the transfer or trade; 0 if it is about a name itself
   */
  public void send(
      Kind kind,
      String to,
      String domain,
      long about,
      String subject,
      String text,
      Instant at,
      Transaction transaction) {
    transaction.put(
        Table.MAILS,
        new Mail(
            transaction.next("mail"),
            at,
            to,
            kind.name(),
            domain,
            subject,
            text,
            about,
            AuthCodes.hash("mail:" + domain + ":" + about)));
  }

  /** The mails sent so far, oldest first; only to this address unless null. */
  public List<Mail> sent(@Nullable String to, Transaction transaction) {
    Instant now = clock.instant();
    return transaction.all(Table.MAILS).stream()
        .filter(mail -> !mail.at().isAfter(now))
        .filter(mail -> to == null || to.equalsIgnoreCase(mail.to()))
        .toList();
  }

  /** The latest mail about the same subject, whether already sent or not. */
  public static Optional<Mail> latest(Kind kind, long about, Transaction transaction) {
    return transaction.allDescending(Table.MAILS).stream()
        .filter(mail -> mail.kind().equals(kind.name()) && mail.about() == about)
        .findFirst();
  }

  /** The mail that contains a link. */
  public Optional<Mail> withToken(String token, Transaction transaction) {
    return sent(null, transaction).stream().filter(mail -> mail.token().equals(token)).findFirst();
  }
}
