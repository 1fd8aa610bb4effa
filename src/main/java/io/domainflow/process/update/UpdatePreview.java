package io.domainflow.process.update;

import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.wanted.Operation;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.domain.NameInAccount.Found;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.update.CheckUpdateWorker.Look;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an update, or the reversal of one, would do, section by section. */
@Component
class UpdatePreview implements OrderPreview {

  private final CheckUpdateWorker check;
  private final DecisionTables tables;

  UpdatePreview(CheckUpdateWorker check, DecisionTables tables) {
    this.check = check;
    this.tables = tables;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.UPDATE, Operation.REVERT);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Look look = check.ask(draft, registrar);
    Optional<Failure> obstacle = check.obstacle(draft, look.found(), null);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    ProvisioningOrder order = draft.with(check.whole(draft, look, null));
    Update update = check.plan(order, look, null);
    EnumSet<Section> refused = SectionStates.in(update.results(), SectionState.REFUSED);
    if (refused.containsAll(update.results().keySet())) {
      return notes.ends(UpdateFailures.refused(order, update));
    }
    refused.forEach(
        section ->
            notes.warn(
                "The %s would stay as it is: %s."
                    .formatted(section.words(), update.results().get(section).reason())));
    Set<Section> open = SectionStates.in(update.results(), SectionState.WANTED);
    if (open.isEmpty()) {
      return notes.step("Nothing: the name is already as ordered.").done();
    }
    approval(order, update).ifPresent(notes::ask);
    open.forEach(section -> notes.step(step(section, update)));
    warnOfMoney(notes, update.wanted().only(open), ((Found.Here) look.found()).domain());
    if (look.changeRuns()) {
      notes.warn(
          "The registrant's address and phone cannot be changed now: "
              + UpdateWords.CHANGE_RUNS
              + ".");
    }
    return notes.step("What the registrar shows then is read back.").done();
  }

  private Optional<Question> approval(ProvisioningOrder order, Update update) {
    return ApproveUpdate.isWanted(
            tables.decide(
                UpdateRisk.DECISION, UpdateRisk.of(update).inputs(order.request().account())))
        ? Optional.of(new Question(Who.APPROVER, Code.UPDATE_APPROVAL, ApproveUpdate.what(order)))
        : Optional.empty();
  }

  private static String step(Section section, Update update) {
    return switch (section) {
      case CONTACTS -> "Other contacts are set.";
      case REGISTRANT_DETAILS ->
          "The registrant gets another address or phone, with a contact of its own.";
      default ->
          "The %s is set: now %s, then %s."
              .formatted(
                  section.words(),
                  orUnknown(UpdateWords.value(section, update.before())),
                  UpdateWords.value(section, update.wanted()));
    };
  }

  private static String orUnknown(String value) {
    return value.isEmpty() ? "not known" : value;
  }

  private static void warnOfMoney(
      PreviewNotes notes, NameSettings wanted, ReadDomain.Result domain) {
    if (wanted.renewalMode() == RenewalMode.AUTORENEW) {
      notes.warn(
          "The registrar then renews the name at the end of each period and charges this account,"
              + " whether the customer has paid or not.");
    }
    if (Boolean.TRUE.equals(wanted.privacy())) {
      notes.warn("The registrar may charge for privacy; Domainflow charges nothing for it.");
    }
    if (domain.renewalMode().filter(mode -> mode == RenewalMode.AUTORENEW).isPresent()
        && wanted.renewalMode() != null) {
      notes.warn("A renewal that is already charged stays so; the mode applies after it.");
    }
  }
}
