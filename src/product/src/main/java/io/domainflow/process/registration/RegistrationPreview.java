package io.domainflow.process.registration;

import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.registration.CheckAvailabilityWorker.Result;
import io.domainflow.process.registration.RegistrationRefusals.Meaning;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.worker.CreditQuestion;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.ReadAccount;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews a registration. */
@Component
class RegistrationPreview implements OrderPreview {

  private final CheckAvailabilityWorker availability;
  private final OpenQuestions questions;
  private final AdditionalFieldsQuestion additionalFields;
  private final CheckRegistrationWorker trial;
  private final RefusalMeaning meaning;
  private final CreditQuestion credit;
  private final RegistrationRefusals refusals;

  RegistrationPreview(
      CheckAvailabilityWorker availability,
      OpenQuestions questions,
      AdditionalFieldsQuestion additionalFields,
      CheckRegistrationWorker trial,
      RefusalMeaning meaning,
      CreditQuestion credit,
      RegistrationRefusals refusals) {
    this.availability = availability;
    this.questions = questions;
    this.additionalFields = additionalFields;
    this.trial = trial;
    this.meaning = meaning;
    this.credit = credit;
    this.refusals = refusals;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.REGISTER);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Result found = availability.ask(draft, registrar);
    Optional<Failure> obstacle = CheckAvailabilityWorker.obstacle(draft, found);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    ProvisioningOrder order =
        draft.withTerms(
            CheckAvailabilityWorker.quote(found), CheckAvailabilityWorker.notice(found));
    ask(order, notes);
    // The registrar checks a registration only once the order has all that it needs.
    if (!notes.isQuestioned()) {
      Optional<Meaning> refused = refused(order, registrar);
      if (refused.isPresent()) {
        Refusal toCorrect = refused.get().toCorrect();
        if (toCorrect == null) {
          return notes.ends(refused.get().failure());
        }
        notes.ask(Code.REGISTRAR_REFUSED, words(order, refused.get(), toCorrect));
      }
    }
    Money price = price(order, registrar);
    notes.price(price).ask(credit.of(order, price, registrar));
    return steps(order, price, notes);
  }

  /** Asks for the same things as the model: price, notice, additional fields. */
  private void ask(ProvisioningOrder order, PreviewNotes notes) {
    if (OpenQuestions.isPriceToDecide(order)) {
      notes.ask(Code.PRICE, DecideOnPrice.what(order));
    }
    if (questions.isNoticeToAccept(order)) {
      notes.ask(Code.CLAIMS_NOTICE, DecideOnClaimsNotice.what(order));
    }
    notes.ask(additionalFields.question(order));
  }

  private Optional<Meaning> refused(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      CheckRegistration.Result result = trial.ask(order, registrar);
      return result.accepted()
          ? Optional.empty()
          : Optional.of(refusals.meaning(order, result.code(), result.words()));
    } catch (Refused e) {
      return Optional.of(refusals.meaning(order, e.code(), e.words()));
    }
  }

  private String words(ProvisioningOrder order, Meaning refusal, Refusal toCorrect) {
    return CorrectRegistration.what(
        toCorrect, meaning.of(order, toCorrect, refusal.failure().registrarCode()));
  }

  private static @Nullable Money price(ProvisioningOrder order, RegistrarGateway registrar) {
    Quote quote = order.purchase().quote();
    if (quote != null) {
      return quote.price();
    }
    OrderContent content = order.content();
    try {
      Reader reader = registrar.reader(content.account());
      return reader
          .ask(new ReadAccount())
          .registrationPrice(
              reader.priceClassOf(content.domain()), content.as(RegistrationOrder.class).period())
          .orElse(null);
    } catch (Refused e) {
      return null;
    }
  }

  private static Preview steps(ProvisioningOrder order, @Nullable Money price, PreviewNotes notes) {
    OrderContent content = order.content();
    RegistrationOrder ordered = content.as(RegistrationOrder.class);
    Quote quote = order.purchase().quote();
    notes
        .step("The contacts of the order are prepared at the registrar.")
        .step(
            "%s is registered%s for %s on account %s%s, with renewal mode %s%s%s."
                .formatted(
                    content.domain().unicode(),
                    quote == null ? "" : " as a premium name",
                    ordered.period(),
                    content.account(),
                    price == null ? "" : ", which costs " + price,
                    ordered.renewalMode(),
                    ordered.transferLock() ? ", locked against transfers" : "",
                    ordered.privacy() ? ", with the privacy service" : ""))
        .step("What the registrar shows then is read back and compared with the order.");
    if (quote != null) {
      notes.warn(
          "The registrar does not try the registration of a premium name beforehand: it may still"
              + " refuse a value of the order."
              + (quote.renewalPrice() == null
                  ? ""
                  : " Each further year of the name costs " + quote.renewalPrice() + "."));
    }
    return notes.done();
  }
}
