package io.domainflow.process.renewal;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.progress.Renewal;
import io.domainflow.process.renewal.RenewalCheck.Result;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.start.RestorePreview;
import io.domainflow.process.text.PriceWords;
import io.domainflow.process.worker.CreditQuestion;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews a renewal or a restore. */
@Component
class RenewalPreview implements OrderPreview {

  private final RenewalCheck check;
  private final RenewalBackground known;
  private final RestorePreview restore;
  private final CreditQuestion credit;

  RenewalPreview(
      RenewalCheck check, RenewalBackground known, RestorePreview restore, CreditQuestion credit) {
    this.check = check;
    this.known = known;
    this.restore = restore;
    this.credit = credit;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.RENEW, Operation.RESTORE);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Result found = check.check(draft, known.of(draft), registrar.reader(draft.content().account()));
    if (found instanceof Result.Impossible impossible) {
      return notes.ends(impossible.failure());
    }
    if (found instanceof Result.Blocked blocked) {
      return notes.ask(Code.REGISTRAR_REFUSED, CorrectRenewal.what(draft, blocked.words())).done();
    }
    return found instanceof Result.Renewable renewable
        ? renewal(draft, renewable, notes, registrar)
        : restore.preview(draft, notes, registrar);
  }

  private Preview renewal(
      ProvisioningOrder draft,
      Result.Renewable renewable,
      PreviewNotes notes,
      RegistrarGateway registrar) {
    Renewal renewal = renewable.renewal();
    ProvisioningOrder order = draft.withTerms(renewable.quote(), null);
    if (renewable.priceToApprove()) {
      notes.ask(Code.PRICE, PriceWords.toAgreeTo(order));
    }
    Money price = renewable.quote() == null ? null : renewable.quote().price();
    Instant later = renewable.chargedLater();
    if (later != null) {
      notes.warn(
          "Nothing is charged now, and the registrar does not reserve the balance: the name is only"
              + " renewed if it is sufficient on "
              + RenewalDates.text(later)
              + ".");
    }
    // A later charge does not depend on today's balance.
    return notes
        .price(price)
        .ask(credit.of(order, later == null ? price : null, registrar))
        .step(bought(order, renewal, price, later))
        .step(
            "The later date, %s, is read back at the registrar."
                .formatted(
                    RenewalDates.text(
                        RenewalDates.plus(renewal.expiresBefore(), renewal.period()))))
        .done();
  }

  private static String bought(
      ProvisioningOrder order, Renewal renewal, @Nullable Money price, @Nullable Instant later) {
    String name = order.content().domain().unicode();
    if (later != null) {
      return RenewalWords.chargedLater(
          "The renewal of %s by %s".formatted(name, renewal.period().words()), later, price);
    }
    return (renewal.onCommand()
            ? "%s is renewed by %s%s."
            : "The renewal of %s by %s is paid now%s; the registry carries it out at the end of the period.")
        .formatted(name, renewal.period().words(), price == null ? "" : ", which costs " + price);
  }
}
