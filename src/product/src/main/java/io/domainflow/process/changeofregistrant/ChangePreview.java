package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.changeofregistrant.ChangeDryRun.Tried;
import io.domainflow.process.changeofregistrant.CurrentRegistrant.Result;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.text.PriceWords;
import io.domainflow.process.worker.CreditQuestion;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.tld.FormOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows what a change of registrant would do. */
@Component
class ChangePreview implements OrderPreview {

  private static final String TERMS_TABLE = "ChangeOfRegistrantTerms";

  private final ChangeCheck check;
  private final DisputeHolds holds;
  private final ChangeRoute routes;
  private final ChangeDryRun trial;
  private final DecisionTables tables;
  private final AdditionalFieldsQuestion additionalFields;
  private final FieldsToSend fields;
  private final OrderedChangeMode orderedMode;
  private final ChangeConsents consents;
  private final CreditQuestion credit;

  ChangePreview(
      ChangeCheck check,
      DisputeHolds holds,
      ChangeRoute routes,
      ChangeDryRun trial,
      DecisionTables tables,
      AdditionalFieldsQuestion additionalFields,
      FieldsToSend fields,
      OrderedChangeMode orderedMode,
      ChangeConsents consents,
      CreditQuestion credit) {
    this.check = check;
    this.holds = holds;
    this.routes = routes;
    this.trial = trial;
    this.tables = tables;
    this.additionalFields = additionalFields;
    this.fields = fields;
    this.orderedMode = orderedMode;
    this.consents = consents;
    this.credit = credit;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.CHANGE_REGISTRANT);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Optional<Result> found =
        CurrentRegistrant.find(
            draft.content().domain(), registrar.reader(draft.content().account()));
    Optional<Failure> obstacle =
        check.obstacle(draft, found, holds.isHeld(draft.content().domain()));
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    if (found.get().otherChange()) {
      return notes
          .ask(Code.CHANGE_PENDING, CorrectChange.what(draft, CorrectChange.OTHER_CHANGE))
          .done();
    }
    Before before = found.get().before(draft.content());
    Map<String, Object> facts = routes.facts(draft.content(), before);
    Map<String, Object> route = routes.decide(facts);
    return ChangeRoute.fieldsOf(route)
        .map(
            way ->
                way == FormOperation.UPDATE
                    ? update(draft, before, notes)
                    : trade(
                        draft,
                        before,
                        facts,
                        Decided.flag(route, ChangeOfRegistrantProcess.CONSENTS_NEEDED.name()),
                        notes,
                        registrar))
        .orElseGet(() -> notes.ends(ChangeFailures.elsewhere(draft)));
  }

  /** In the order of the model: additional fields, price, choice, consents. */
  private Preview trade(
      ProvisioningOrder draft,
      Before before,
      Map<String, Object> facts,
      boolean consentsNeeded,
      PreviewNotes notes,
      RegistrarGateway registrar) {
    notes.ask(additionalFields.question(draft, FormOperation.TRADE));
    Reader reader = registrar.reader(draft.content().account());
    Quote quote;
    if (notes.isQuestioned()) {
      // A trial would only report the missing fields.
      ChangePrice.Stated price =
          ChangePrice.ask(draft.content().domain(), before.priceClass(), reader);
      if (price.unreadable() != null) {
        return notes
            .ask(
                Code.REGISTRAR_REFUSED,
                CorrectChange.what(draft, CorrectChange.refused(price.refusal())))
            .done();
      }
      quote = price.quote();
    } else {
      Tried tried =
          trial.run(
              draft, fields.of(draft.content(), FormOperation.TRADE), before.priceClass(), reader);
      if (!tried.possible()) {
        return tried.updateWanted()
            ? update(draft, before, notes)
            : notes
                .ask(
                    Code.REGISTRAR_REFUSED,
                    CorrectChange.what(draft, CorrectChange.refused(tried.wordsOrThrow())))
                .done();
      }
      quote = tried.quote();
    }
    ProvisioningOrder order = draft.withTerms(quote, null);
    if (ChangePrice.isToApprove(order, quote)) {
      notes.ask(Code.PRICE, PriceWords.toAgreeTo(order));
    }
    Optional<Terms> terms = terms(order, before, facts, consentsNeeded, notes);
    terms.ifPresent(known -> askForConsents(order, known, notes));
    notes.price(quote == null ? null : quote.price());
    if (quote != null) {
      notes.ask(credit.of(order, quote.price(), registrar));
    }
    notes
        .step("A contact with the new registrant's data is made at the registrar.")
        .step(
            "The change of registrant of %s is requested at the registrar%s."
                .formatted(
                    order.content().domain().unicode(),
                    quote == null || ChangePrice.isFree(quote)
                        ? ""
                        : ", which costs " + quote.price()));
    terms.filter(Terms::consentsNeeded).map(ChangeWords::consequences).ifPresent(notes::step);
    warnAboutOmissions(draft, FormOperation.TRADE, notes);
    return notes.step("Both registrants are told of the change by mail.").done();
  }

  private void warnAboutOmissions(ProvisioningOrder draft, FormOperation way, PreviewNotes notes) {
    List<String> leftOut = fields.leftOut(draft.content(), way);
    if (!leftOut.isEmpty()) {
      notes.warn(ChangeWords.leftOut(leftOut));
    }
  }

  private Optional<Terms> terms(
      ProvisioningOrder order,
      Before before,
      Map<String, Object> facts,
      boolean consentsNeeded,
      PreviewNotes notes) {
    StepVariables asked =
        new StepVariables()
            .and(facts)
            .and(ChangeOfRegistrantProcess.CONSENTS_NEEDED, consentsNeeded)
            .and(ChangeOfRegistrantProcess.OPT_OUT_POSSIBLE, before.optOutPossible())
            .and(ChangeOfRegistrantProcess.OPT_OUT_RECORDED, consents.hasOptedOut(order))
            .and(ChangeOfRegistrantProcess.WISH, orderedMode.of(order, null).name());
    Map<String, Object> decided = tables.decide(TERMS_TABLE, asked.map());
    if (Decided.flag(decided, ChangeOfRegistrantProcess.CHOICE_TO_MAKE.name())) {
      notes
          .ask(
              Code.CHOICE,
              ChooseLockOrWait.what(
                  order, Decided.text(decided, ChangeOfRegistrantProcess.CHOICE_REASON.name())))
          .warn("Which consents are needed can be said once that is chosen.");
      return Optional.empty();
    }
    return Optional.of(TermsDecidedListener.terms(decided, consentsNeeded));
  }

  private void askForConsents(ProvisioningOrder order, Terms terms, PreviewNotes notes) {
    for (ConsentSide side : List.of(ConsentSide.NEW, ConsentSide.PRIOR)) {
      if (consents.isToAsk(order, terms, side)) {
        notes.ask(new Question(Who.APPROVER, Code.CONSENT, RegistrantApproval.what(order, side)));
      }
    }
  }

  private Preview update(ProvisioningOrder draft, Before before, PreviewNotes notes) {
    warnAboutOmissions(draft, FormOperation.UPDATE, notes);
    return notes
        .ask(additionalFields.question(draft, FormOperation.UPDATE))
        .step("A contact with the new data is made at the registrar.")
        .step(
            "The registrar sets it as the registrant of %s; what changes is %s."
                .formatted(
                    draft.content().domain().unicode(), ChangeWords.fields(before.changedFields())))
        .step("Both registrants are told of the change by mail.")
        .done();
  }
}
