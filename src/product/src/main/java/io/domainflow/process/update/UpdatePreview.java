package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.domain.SectionObstacles;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.process.update.CheckUpdateWorker.NameState;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.tld.FormOperation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows what an update, or the reversal of one, would do, section by section. */
@Component
class UpdatePreview implements OrderPreview {

  private final CheckUpdateWorker check;
  private final AdditionalFieldsQuestion additionalFields;
  private final RevertedUpdate reverted;
  private final UpdateRisks risks;
  private final DecisionTables tables;

  UpdatePreview(
      CheckUpdateWorker check,
      AdditionalFieldsQuestion additionalFields,
      RevertedUpdate reverted,
      UpdateRisks risks,
      DecisionTables tables) {
    this.check = check;
    this.additionalFields = additionalFields;
    this.reverted = reverted;
    this.risks = risks;
    this.tables = tables;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.UPDATE, Operation.REVERT);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    NameState state = check.ask(draft, registrar);
    Optional<Failure> obstacle = check.obstacle(draft, state.found(), null);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    ProvisioningOrder order = draft.with(check.whole(draft, state, null));
    Update update = check.plan(order, state, null);
    EnumSet<Section> refused = SectionStates.in(update.results(), SectionState.REFUSED);
    Set<Section> open = SectionStates.in(update.results(), SectionState.WANTED);
    if (open.isEmpty() && !refused.isEmpty()) {
      return notes.ends(UpdateFailures.refused(order, update));
    }
    refused.forEach(
        section ->
            notes.warn(
                "The %s would stay as %s: %s."
                    .formatted(
                        section.words(),
                        section.isPlural() ? "they are" : "it is",
                        update.result(section).reason())));
    if (open.isEmpty()) {
      return notes.step("Nothing: the name is already as ordered.").done();
    }
    if (CheckUpdateWorker.sendsDetails(order, update)) {
      additionalFields.question(order, FormOperation.UPDATE).ifPresent(notes::ask);
    }
    approval(order, update).ifPresent(notes::ask);
    open.forEach(section -> notes.step(step(section, order, update)));
    warnOfServers(notes, update.wanted().only(open));
    Set<Section> undone = reverted.changedSince(order, update.wanted(), update.before());
    undone.retainAll(open);
    if (!undone.isEmpty()) {
      notes.warn(UpdateWords.undoneToo(undone));
    }
    warnOfMoney(notes, order, update.wanted().only(open), ((Presence.Here) state.found()).domain());
    if (state.changeRuns()) {
      notes.warn(
          "The registrant's address and phone cannot be changed now: "
              + UpdateWords.CHANGE_RUNS
              + ".");
    }
    return notes.step("What the registrar shows then is read back.").done();
  }

  private Optional<Question> approval(ProvisioningOrder order, Update update) {
    Map<String, Object> decided =
        tables.decide(
            UpdateRisk.DECISION, risks.of(order, update).inputs(order.content().account()));
    return ApproveUpdate.isWanted(decided)
        ? Optional.of(
            new Question(Who.APPROVER, Code.UPDATE_APPROVAL, ApproveUpdate.what(order, decided)))
        : Optional.empty();
  }

  private static String step(Section section, ProvisioningOrder order, Update update) {
    NameSettings wanted = update.wanted();
    return switch (section) {
      case CONTACTS -> contacts(order, update);
      case REGISTRANT_DETAILS ->
          order.content().operation() == Operation.REVERT
              ? "The registrant gets the former contact back, with its address and phone."
              : "The registrant gets another address or phone in a new contact.";
      case TRANSFER_LOCK ->
          Boolean.TRUE.equals(wanted.transferLock())
              ? "The transfer lock is closed."
              : "The transfer lock is opened.";
      case PRIVACY ->
          Boolean.TRUE.equals(wanted.privacy())
              ? "Privacy is switched on."
              : "Privacy is switched off.";
      case NAMESERVERS ->
          changed(
              "name servers are",
              UpdateWords.value(section, update.before()),
              UpdateWords.value(section, wanted));
      case RENEWAL_MODE ->
          changed(
              "renewal mode is",
              update.before().renewalMode() == null ? "" : update.before().renewalMode().name(),
              Objects.requireNonNull(wanted.renewalMode(), "it is one of the sections").name());
    };
  }

  private static String changed(String what, String from, String to) {
    return "The %s changed%s to %s.".formatted(what, from.isEmpty() ? "" : " from " + from, to);
  }

  /** Which ordered contacts differ from those of the name. */
  private static String contacts(ProvisioningOrder order, Update update) {
    List<String> roles =
        order.content().as(UpdateOrder.class).contacts().keySet().stream()
            .filter(role -> role != ContactRole.REGISTRANT)
            .filter(
                role ->
                    !first(role, update.wanted()).equals(first(role, update.before()))
                        || first(role, update.wanted()).isEmpty())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();
    return roles.size() == 1
        ? "The %s contact is replaced.".formatted(roles.get(0))
        : "The %s and %s contacts are replaced."
            .formatted(
                String.join(", ", roles.subList(0, roles.size() - 1)), roles.get(roles.size() - 1));
  }

  private static Optional<String> first(ContactRole role, NameSettings settings) {
    return settings.contacts().getOrDefault(role, List.of()).stream().findFirst();
  }

  // Too few servers for the zone were refused before.
  private static void warnOfServers(PreviewNotes notes, NameSettings wanted) {
    if (wanted.nameservers() != null && wanted.nameservers().isEmpty()) {
      notes.warn(
          "Without name servers the name stops resolving: its website and its mail no longer work.");
    }
  }

  private static void warnOfMoney(
      PreviewNotes notes, ProvisioningOrder order, NameSettings wanted, ReadDomain.Result domain) {
    if (wanted.renewalMode() == RenewalMode.AUTORENEW) {
      notes.warn(
          "The registrar then renews the name at the end of each period and charges this account,"
              + " whether the customer has paid or not.");
    }
    // Below .ca the registry itself hides the registrant, free of charge.
    if (Boolean.TRUE.equals(wanted.privacy())
        && !SectionObstacles.isHiddenByRegistry(order.content().domain())) {
      notes.warn(
          "The registrar may charge for privacy as long as it is on. How much is in none of the"
              + " price lists that it shows to programs, and not in the order: see its own list.");
    }
    if (domain.renewalMode().filter(mode -> mode == RenewalMode.AUTORENEW).isPresent()
        && wanted.renewalMode() != null) {
      notes.warn("A renewal that is already charged stays so; the mode applies after it.");
    }
  }
}
