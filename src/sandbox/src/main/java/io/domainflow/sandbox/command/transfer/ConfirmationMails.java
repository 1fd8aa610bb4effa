package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Mailbox;
import io.domainflow.sandbox.protocol.RegistrarDate;
import io.domainflow.sandbox.registry.Registrant;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.name.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the mails that ask registrants about a transfer or a change of registrant. */
@Component("sandboxConfirmationMails")
@ConditionalOnSandbox
class ConfirmationMails {

  /** How long the registrant may take to confirm. */
  static final Duration CONFIRMATION = Duration.ofDays(14);

  private final Mailbox mailbox;

  ConfirmationMails(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /**
   * The question to a registrant.
   *
   * @param kind of the mail
   * @param number of the transfer or trade
   * @param wanted the requested operation
   */
  record Question(Mailbox.Kind kind, String domain, long number, String subject, String wanted) {

    /** The log's name for the confirmation. */
    private String called() {
      return kind == Mailbox.Kind.TRADE_CONFIRMATION ? "APPROVE" : "REQUEST";
    }
  }

  /**
   * Asks a registrant.
   *
   * @param leaves when the mail is sent
   * @return the steps for the log
   */
  List<Step> ask(
      Question question,
      Registrant registrant,
      Instant at,
      Instant leaves,
      Transaction transaction) {
    mailbox.send(
        question.kind(),
        registrant.address(),
        question.domain(),
        question.number(),
        question.subject(),
        "Dear "
            + registrant.name()
            + ",\n\nsomebody has asked to "
            + question.wanted()
            + ". Please confirm or refuse this until "
            + RegistrarDate.of(at.plus(CONFIRMATION))
            + " UTC. Without an answer nothing changes.\n\nTrigger: "
            + question.number()
            + "\n",
        leaves,
        transaction);
    return List.of(
        new Step(
            at,
            "UNCONFIRMED",
            "created "
                + question.called()
                + " confirmation email for \""
                + registrant.name()
                + "\" <"
                + registrant.address()
                + ">"),
        sent(leaves, registrant.name(), registrant.address()));
  }

  /**
   * Sends the latest mail about a transfer or trade once more.
   *
   * @return the step for the log; empty if there was no mail
   */
  Optional<Step> again(
      Mailbox.Kind kind, String domain, long number, Instant at, Transaction transaction) {
    return Mailbox.latest(kind, number, transaction)
        .map(
            mail -> {
              mailbox.send(
                  kind,
                  mail.to(),
                  mail.domain(),
                  mail.about(),
                  mail.subject(),
                  mail.text(),
                  at,
                  transaction);
              String name = Registrant.of(domain, transaction).map(Registrant::name).orElse("");
              return sent(at, name, mail.to());
            });
  }

  private static Step sent(Instant at, String name, String address) {
    return new Step(at, "EMAIL_SENT", "confirmation email sent to " + name + " [" + address + "]");
  }
}
