package io.domainflow.process.transfer;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.text.PriceWords;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.process.worker.CreditQuestion;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAccount;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews a transfer. */
@Component
class TransferPreview implements OrderPreview {

  private final TransferCheck check;
  private final SetupPermission right;
  private final TransferFailures failures;
  private final AdditionalFieldsQuestion additionalFields;
  private final CreditQuestion credit;

  TransferPreview(
      TransferCheck check,
      SetupPermission right,
      TransferFailures failures,
      AdditionalFieldsQuestion additionalFields,
      CreditQuestion credit) {
    this.check = check;
    this.right = right;
    this.failures = failures;
    this.additionalFields = additionalFields;
    this.credit = credit;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.TRANSFER);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    String name = draft.content().domain().unicode();
    Result found =
        check.check(draft, () -> right.has(draft), registrar.reader(draft.content().account()));
    if (found instanceof Result.Nowhere) {
      return notes.ends(failures.nowhere(draft.content().domain()));
    }
    if (found instanceof Result.NotHis) {
      return notes.ends(TransferFailures.notHis(draft.content().domain()));
    }
    if (found instanceof Result.Blocked blocked) {
      return notes
          .ask(
              blocked.obstacle().code(),
              CorrectTransfer.what(draft.content().domain().ascii(), blocked.obstacle().text()))
          .warn(
              "Further requirements of the registrar, and the price of the transfer, are known once that"
                  + " is fixed.")
          .done();
    }
    if (found instanceof Result.Here) {
      return setUp(
          draft,
          notes
              .step(name + " is in the account already, so nothing is transferred.")
              .warn("The name is in the account already. No transfer is bought."));
    }
    if (found instanceof Result.UnderWay running) {
      return setUp(
          draft,
          notes
              .step(
                  "A transfer of "
                      + name
                      + " to the account runs already; it is followed to its end.")
              .step(waits(running.phase() == Phase.CONFIRMATION_MAIL))
              .warn("The transfer was requested elsewhere. No further one is bought."));
    }
    return open(draft, (Result.Open) found, notes, registrar);
  }

  private Preview open(
      ProvisioningOrder draft, Result.Open open, PreviewNotes notes, RegistrarGateway registrar) {
    Quote quote = open.quote();
    ProvisioningOrder order = draft.withTerms(quote, null);
    if (TransferCheck.isToApprove(order, quote)) {
      notes.ask(Code.PRICE, PriceWords.toAgreeTo(order));
    }
    notes.ask(additionalFields.question(order));
    Money price = quote == null ? zonePrice(order, open, registrar) : quote.price();
    notes
        .price(price)
        .ask(credit.of(order, price, registrar))
        .step(
            "The transfer of %s to account %s is requested%s%s."
                .formatted(
                    order.content().domain().unicode(),
                    order.content().account(),
                    open.period() == null ? "" : " with the period " + open.period(),
                    price == null ? "" : ", which costs " + price))
        .step(
            open.kind() == Kind.USERTRANSFER
                ? "The other account at the registrar has time to object; only the account changes,"
                    + " the registrant stays."
                : waits(open.confirmedByMail()));
    return setUp(order, notes);
  }

  private static String waits(boolean mail) {
    return mail
        ? "The registrant confirms the transfer by a mail of the registrar; then the losing"
            + " registrar has time to object."
        : "The losing registrar has time to object.";
  }

  private static Preview setUp(ProvisioningOrder order, PreviewNotes notes) {
    return notes
        .step(
            "Then renewal mode %s is set%s, and what else the order has of contacts and name servers."
                .formatted(
                    order.content().as(TransferOrder.class).renewalMode(),
                    order.content().as(TransferOrder.class).transferLock()
                        ? ", the transfer lock too"
                        : ""))
        .done();
  }

  // No price list states the price of a transfer that adds nothing to the period.
  private static @Nullable Money zonePrice(
      ProvisioningOrder order, Result.Open open, RegistrarGateway registrar) {
    if (open.period() != null && open.period().years() != 1) {
      return null;
    }
    try {
      Reader reader = registrar.reader(order.content().account());
      return reader
          .ask(new ReadAccount())
          .transferPrice(reader.priceClassOf(order.content().domain()))
          .orElse(null);
    } catch (Refused e) {
      return null;
    }
  }
}
