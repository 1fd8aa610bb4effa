package io.domainflow.process.update;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.intake.OrderInput;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.progress.SectionResult;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.EnteredList;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.ProblemText;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Correct update: the registrar has refused a part of the update, or shows different settings.
 * Corrected values are checked like those of a new order, and leave the process here.
 */
@Component
class CorrectUpdate implements UserTask {

  private static final String NAMESERVERS = "nameservers";
  private static final List<String> ROLES = List.of("admin", "tech", "billing");

  private final Orders orders;
  private final OrderInput input;
  private final Updates updates;
  private final ObjectMapper json;

  CorrectUpdate(Orders orders, @Lazy OrderInput input, Updates updates, ObjectMapper json) {
    this.orders = orders;
    this.input = input;
    this.updates = updates;
    this.json = json;
  }

  @Override
  public String id() {
    return "Task_CorrectUpdate";
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    Update update = updates.get(order.id());
    boolean trade =
        explained(update).stream()
            .map(section -> update.result(section).reason())
            .anyMatch(UpdateWords.CHANGE_RUNS::equals);
    if (isAtRegistry(update)) {
      return task.operator(Code.UPDATE_AT_REGISTRY, stillAwaited(order, update));
    }
    return task.operator(
        trade ? Code.UNINTENDED_TRADE : Code.REGISTRAR_REFUSED, what(order, update, !trade));
  }

  /** Whether the registry is only slow: nobody has refused anything. */
  private static boolean isAtRegistry(Update update) {
    return explained(update).stream()
        .map(section -> update.result(section).reason())
        .allMatch(UpdateWords.OVERDUE::equals);
  }

  private static String stillAwaited(ProvisioningOrder order, Update update) {
    return "the registrar has accepted the change of "
        + order.content().domain().unicode()
        + ", and the registry takes longer than usual: "
        + UpdateWords.names(explained(update))
        + ". Domainflow keeps checking, and the order completes when it is carried out. "
        + UpdateWords.spent(update)
        + " An operator decides whether to keep waiting";
  }

  private static String what(ProvisioningOrder order, Update update, boolean correctable) {
    return "not everything of "
        + order.content().domain().unicode()
        + " is as ordered: "
        + UpdateWords.reasons(update, explained(update))
        + ". "
        + UpdateWords.spent(update)
        + " What is changed stays."
        + (correctable && order.content().operation() == Operation.UPDATE
            ? " Give corrected values as input" + CallerInstructions.orAnOperator("decides")
            : " An operator decides");
  }

  /** The sections that are not as ordered and for which there is an explanation. */
  private static Set<Section> explained(Update update) {
    Set<Section> open = SectionStates.in(update.results(), SectionState.WANTED);
    open.removeIf(section -> update.result(section).reason() == null);
    return open;
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Update update = updates.get(order.id());
    Set<Section> open = explained(update);
    boolean correctable = order.content().operation() == Operation.UPDATE;
    return Map.of(
        "problem",
        StringUtils.capitalize(PlainText.of(UpdateWords.reasons(update, open))) + ".",
        "spent",
        UpdateWords.spent(update),
        "sections",
        UpdateWords.sections(update),
        "correctNameservers",
        correctable && open.contains(Section.NAMESERVERS),
        "correctContacts",
        correctable && open.contains(Section.CONTACTS));
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    Update update = updates.get(order.id());
    switch (String.valueOf(decision.answer())) {
      case "RETRY" -> retry(decision, update);
      case "SKIP" ->
          explained(update)
              .forEach(
                  section ->
                      updates.conclude(
                          order.id(),
                          section,
                          SectionState.REFUSED,
                          update.result(section).reason()));
      case "GIVE_UP" -> orders.recordFailure(order.id(), UpdateFailures.givenUp(order, update));
      default -> throw new IllegalStateException(decision.answer() + " is no answer of the form");
    }
  }

  private void retry(Decision decision, Update update) {
    ProvisioningOrder order = decision.order();
    revise(decision);
    UpdateOrder ordered = orders.get(order.id()).content().as(UpdateOrder.class);
    refuseToForget(update, ordered);
    for (Section section : SectionStates.in(update.results(), SectionState.WANTED)) {
      if (ordered.sections().contains(section)) {
        updates.conclude(order.id(), section, SectionState.WANTED, null);
      }
    }
  }

  /** Leaving out a section that is or may still be changed would not change it back. */
  private static void refuseToForget(Update update, UpdateOrder ordered) {
    Set<Section> forgotten = EnumSet.noneOf(Section.class);
    forgotten.addAll(update.results().keySet());
    forgotten.removeAll(ordered.sections());
    Set<ContactRole> roles = EnumSet.complementOf(EnumSet.of(ContactRole.REGISTRANT));
    roles.retainAll(update.wanted().contacts().keySet());
    if (update.results().containsKey(Section.CONTACTS)
        && !ordered.contacts().keySet().containsAll(roles)) {
      forgotten.add(Section.CONTACTS);
    }
    forgotten.removeIf(section -> isUnchangedForSure(update.result(section)));
    if (!forgotten.isEmpty()) {
      throw Decision.refused(
          UpdateWords.names(forgotten)
              + " cannot be left out: only what the registrar has refused can. Order a REVERT of"
              + " the update once it has ended");
    }
  }

  private static boolean isUnchangedForSure(SectionResult result) {
    return result.state() == SectionState.REFUSED
        || (result.state() == SectionState.WANTED && !UpdateWords.mayBeChanged(result));
  }

  private void revise(Decision decision) {
    ObjectNode corrections = json.createObjectNode();
    EnteredList.of(decision.text(NAMESERVERS)).forEach(corrections.withArray(NAMESERVERS)::add);
    if (corrections.get(NAMESERVERS).isEmpty()) {
      corrections.remove(NAMESERVERS);
    }
    for (String role : ROLES) {
      String handle = decision.text(role + "Handle");
      if (!handle.isEmpty()) {
        corrections.withObject("/contacts/" + role).put("handle", handle);
      }
    }
    if (corrections.isEmpty()) {
      return;
    }
    try {
      input.revise(decision.order(), corrections, decision.login());
    } catch (OrderRejected e) {
      throw Decision.refused(ProblemText.of(e.problems(), Optional.empty()) + e.andMore());
    }
  }
}
