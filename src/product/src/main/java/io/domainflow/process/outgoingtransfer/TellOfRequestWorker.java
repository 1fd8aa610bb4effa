package io.domainflow.process.outgoingtransfer;

import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfer.Answer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameKey;
import io.domainflow.process.domain.RegistrantAddress;
import io.domainflow.process.outgoingtransfer.OutgoingTransferTerms.Terms;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.AccountStep;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the registrant by mail who requests the name, until when to answer, and what can be done. A
 * mail that cannot be sent delays nothing: the approver reads that the registrant was not told.
 */
@Component
class TellOfRequestWorker implements Worker.OfAccount<Boolean> {

  private static final Logger log = LoggerFactory.getLogger(TellOfRequestWorker.class);

  private final OutgoingTransfers transfers;
  private final OutgoingTransferTerms terms;
  private final OutgoingTransferHolderPage holder;
  private final RegistrantMailAddresses mails;
  private final Mailer mailer;

  TellOfRequestWorker(
      OutgoingTransfers transfers,
      OutgoingTransferTerms terms,
      OutgoingTransferHolderPage holder,
      RegistrantMailAddresses mails,
      Mailer mailer) {
    this.transfers = transfers;
    this.terms = terms;
    this.holder = holder;
    this.mails = mails;
    this.mailer = mailer;
  }

  @Override
  public Boolean ask(AccountStep step, RegistrarGateway registrar) {
    NameKey key = NameKey.of(step.businessKey());
    Optional<OutgoingTransfer> open =
        transfers
            .open(key.account(), key.domain())
            .filter(transfer -> transfer.holderToldAt() == null);
    if (open.isEmpty() || !mailer.isSetUp()) {
      return false;
    }
    Optional<String> address = address(key, registrar.reader(key.account()));
    tellFormer(open.get(), key, address);
    return address.filter(present -> send(mail(open.get(), present))).isPresent();
  }

  // A registrant whose address was changed recently may not know about the change. This mail
  // contains no link.
  private void tellFormer(OutgoingTransfer transfer, NameKey key, Optional<String> present) {
    mails
        .former(key.account(), key.domain(), present.orElse(null))
        .ifPresent(
            former ->
                send(
                    mail(
                        transfer,
                        former,
                        "Your address was the registrant's mail address of this domain, which was"
                            + " changed lately.\n\n"
                            + (transfer.answer() == null
                                ? withoutAnswer(transfer, terms.of(transfer))
                                    + " If you do not know of this, tell the company from which you"
                                    + " bought the domain at once.\n"
                                : refused(transfer.answer())))));
  }

  private static Optional<String> address(NameKey key, Reader registrar) {
    return registrar
        .domain(key.domain())
        .flatMap(domain -> RegistrantAddress.of(domain, registrar));
  }

  private boolean send(Mail mail) {
    try {
      mailer.send(mail);
      return true;
    } catch (MailNotSent e) {
      log.warn("the mail {} about {} was not sent", mail.kind(), mail.domain(), e);
      return false;
    }
  }

  private Mail mail(OutgoingTransfer transfer, String address) {
    return mail(
        transfer,
        address,
        transfer.answer() == null ? question(transfer) : refused(transfer.answer()));
  }

  private static Mail mail(OutgoingTransfer transfer, String address, String text) {
    String name = transfer.domain().unicode();
    return new Mail(
        "TRANSFER_OUT_REQUESTED",
        address,
        transfer.domain().ascii(),
        "Transfer of " + name + " requested",
        "Good day,\n\n" + whoWants(transfer) + "\n\n" + text);
  }

  private String question(OutgoingTransfer transfer) {
    return "If you want this, you have to do nothing. "
        + withoutAnswer(transfer, terms.of(transfer))
        + "\n\nIf you do not want this,"
        + holder
            .link(transfer)
            .map(link -> " say so on this page, which takes one answer:\n\n" + link + "\n\nOr")
            .orElse("")
        + " tell the company from which you bought the domain at once"
        + (transfer.executesStated()
            ? ", and in any case before that time: afterwards it cannot be stopped.\n"
            : ": once the domain is transferred, that cannot be stopped.\n");
  }

  // An answer by the policy is decided before the registrant is told.
  private static String refused(Answer answer) {
    return "The request is being refused"
        + (answer.reason() == null ? "" : ", because " + answer.reason().words())
        + ". The domain stays where it is, and you have to do nothing.\n\nIf you want the domain to"
        + " be transferred, ask the company from which you bought it when that is possible.\n";
  }

  /** A sentence that says what happens if nobody answers. */
  static String withoutAnswer(OutgoingTransfer transfer, Terms applying) {
    String at = PlainTime.of(transfer.executesAt());
    return "Without an answer the domain is transferred on "
        + at
        + (applying.onlyWithCode()
            ? " if its auth code was given with the request; if not, the request fails then."
            : ".")
        + (transfer.executesStated()
            ? ""
            : " The registry has not stated that time: it is computed, and may be another.");
  }

  /** A sentence that says who requests the name. */
  static String whoWants(OutgoingTransfer transfer) {
    return (transfer.toOtherAccount() ? "Another customer" : "Another registrar")
        + (transfer.gainingRegistrar() == null ? "" : " (" + transfer.gainingRegistrar() + ")")
        + " has asked to take over the domain "
        + transfer.domain().unicode()
        + ".";
  }

  @Override
  public StepResult conclude(AccountStep step, Boolean mailed) {
    NameKey key = NameKey.of(step.businessKey());
    Optional<OutgoingTransfer> open = transfers.lock(key.account(), key.domain());
    if (mailed) {
      open.ifPresent(transfers::holderTold);
    }
    // the reader of the mail may have been faster than this step
    boolean answered = open.filter(transfer -> transfer.answer() != null).isPresent();
    return StepResult.done(
        answered
            ? new StepVariables().and(OutgoingTransferProcess.ANSWER, "DENY").map()
            : Map.of());
  }
}
