package io.domainflow.process.restoration;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.progress.Restoration;
import io.domainflow.process.restoration.RestorationCheck.Result;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.start.RestorePreview;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.CreditQuestion;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Previews the steps and the cost of restoring a deleted name. */
@Component
class PricedRestorePreview implements RestorePreview {

  private final RestorationCheck check;
  private final CreditQuestion credit;

  PricedRestorePreview(RestorationCheck check, CreditQuestion credit) {
    this.check = check;
    this.credit = credit;
  }

  @Override
  public Preview preview(ProvisioningOrder draft, PreviewNotes notes, RegistrarGateway registrar) {
    Result found = check.check(draft, registrar);
    if (found instanceof Result.Impossible impossible) {
      return notes.ends(impossible.failure());
    }
    String name = draft.content().domain().unicode();
    if (found instanceof Result.Here) {
      return notes.step(name + " is back already; what is missing of its period is bought.").done();
    }
    Result.Restorable restorable = (Result.Restorable) found;
    Restoration restoration = restorable.restoration();
    Money price = restorable.quote().price();
    if (!restorable.quote().isCoveredBy(draft.content().acceptPrice())) {
      notes.ask(
          Code.PRICE,
          ApproveRestorePrice.what(draft, restoration.renewedYears(), restorable.quote()));
    }
    notes
        .price(price)
        .ask(credit.of(draft, price, registrar))
        .step(
            "The registrar is asked to restore %s, which costs %s and takes up to three working days."
                .formatted(name, restoration.restorePrice()));
    if (restoration.renewedYears() > 0) {
      notes.step(
          "Then it is renewed by %dY, each year %s, unless the registry has moved its period meanwhile."
              .formatted(restoration.renewedYears(), restorable.quote().renewalPrice()));
    }
    if (restoration.restorableUntil() != null) {
      notes.warn("It can be restored until " + PlainTime.of(restoration.restorableUntil()) + ".");
    }
    return notes.done();
  }
}
