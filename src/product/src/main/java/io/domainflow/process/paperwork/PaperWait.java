package io.domainflow.process.paperwork;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.EngineDate;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OwnVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.Variable;
import io.domainflow.process.additionalfields.FieldContexts;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainTime;
import io.domainflow.tld.Paperwork;
import io.domainflow.tld.TldCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The wait for a registry that needs a signed form before it decides, as variables for a model. */
@Component
public class PaperWait {

  /** Task definition key of the user task, the same in each process. */
  static final String TASK = "Task_SendSignedForm";

  private static final OwnVariables OWN = new OwnVariables();

  /** Whether a form has to be signed and sent. */
  public static final Variable<Boolean> FORM_TO_SEND = OWN.flag("formToSend");

  /** Until when the form has to be with the registry. */
  static final Variable<Instant> FORM_DUE_AT = OWN.time("formDueAt");

  /** When the form went off. */
  static final Variable<Instant> FORM_SENT_AT = OWN.time("formSentAt");

  /** The variables that these facts are. */
  public static final Set<String> VARIABLES = OWN.names();

  private final TldCatalogue tlds;
  private final FieldContexts contexts;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final EngineRights rights;
  private final Clock clock;

  // lazy, because the engine that creates the tasks needs the processes first
  PaperWait(
      TldCatalogue tlds,
      @Lazy FieldContexts contexts,
      @Lazy RuntimeService runtime,
      @Lazy TaskService tasks,
      EngineRights rights,
      Clock clock) {
    this.tlds = tlds;
    this.contexts = contexts;
    this.runtime = runtime;
    this.tasks = tasks;
    this.rights = rights;
    this.clock = clock;
  }

  /** What has to be done outside the order before the registry decides; empty if nothing is. */
  public Optional<Paperwork> of(ProvisioningOrder order) {
    return tlds.policyFor(order.content().domain())
        .map(policy -> policy.paperwork().get(contexts.of(order).operation()))
        .filter(paperwork -> paperwork.kind().beforeTheDecision());
  }

  /** Whether the current wait, or the one that has just ended, is for a form. */
  public boolean isForForm(ProvisioningOrder order) {
    return Boolean.TRUE.equals(
        rights.use(() -> runtime.getVariable(order.processInstanceId(), FORM_TO_SEND.name())));
  }

  /** How long the registry may take, if it takes longer than usual. */
  public Optional<Duration> patience(ProvisioningOrder order) {
    return of(order).map(paperwork -> Duration.ofDays(paperwork.days()));
  }

  /**
   * Starts the wait.
   *
   * @param pending whether the registry has yet to decide
   */
  public Map<String, Object> begins(ProvisioningOrder order, boolean pending) {
    Optional<Paperwork> form = form(order).filter(paperwork -> pending);
    return new StepVariables()
        .and(FORM_TO_SEND, form.isPresent())
        .and(FORM_SENT_AT, null)
        .and(
            FORM_DUE_AT,
            form.map(paperwork -> clock.instant().plus(Duration.ofDays(paperwork.days())))
                .orElse(null))
        .map();
  }

  /**
   * What the order waits for until the registry decides on the form; empty if there is none.
   *
   * @param askedAgain when an operator is asked, or asked again: for a wait that continues after
   *     the day on which the form was due
   */
  public Optional<WaitingFor> waitingFor(
      ProvisioningOrder order, VariableScope process, @Nullable Instant askedAgain) {
    return waitingFor(
        order,
        FORM_TO_SEND.of(process),
        FORM_SENT_AT.of(process),
        ahead(FORM_DUE_AT.of(process), askedAgain));
  }

  /** The same, when the task to send the form is created. */
  Optional<WaitingFor> waitingFor(OpenTask task) {
    return waitingFor(
        task.order(), task.get(FORM_TO_SEND), task.get(FORM_SENT_AT), task.get(FORM_DUE_AT));
  }

  private Optional<WaitingFor> waitingFor(
      ProvisioningOrder order,
      @Nullable Boolean toSend,
      @Nullable Instant sentAt,
      @Nullable Instant until) {
    return Boolean.TRUE.equals(toSend)
        ? form(order)
            .map(
                form ->
                    sentAt == null ? toSend(order, form, until) : sent(order, form, sentAt, until))
        : Optional.empty();
  }

  /**
   * The first of these times, in this order, that is still in the future; null if there is none.
   */
  private @Nullable Instant ahead(@Nullable Instant dueAt, @Nullable Instant askedAgain) {
    Instant now = clock.instant();
    return Stream.of(dueAt, askedAgain)
        .filter(time -> time != null && time.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  private WaitingFor toSend(ProvisioningOrder order, Paperwork form, @Nullable Instant until) {
    return new WaitingFor(
        Who.REGISTRANT,
        Code.SIGNED_FORM,
        "the registry requires "
            + form.what()
            + " before it decides on the "
            + words(order)
            + "; sign it and hand it to the operator, who sends it",
        until,
        task(order.processInstanceId()));
  }

  private static WaitingFor sent(
      ProvisioningOrder order, Paperwork form, Instant sentAt, @Nullable Instant until) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.SIGNED_FORM,
        form.what()
            + " was sent on "
            + PlainTime.of(sentAt)
            + "; the registry checks it and then decides on the "
            + words(order),
        until,
        null);
  }

  /**
   * Says that an operator has to decide how to continue a wait for a form that is overdue.
   *
   * @return empty if the order does not wait for a form
   */
  public Optional<Waits> overdue(OpenTask task) {
    if (!Boolean.TRUE.equals(task.get(FORM_TO_SEND))) {
      return Optional.empty();
    }
    return form(task.order())
        .map(
            form ->
                task.operator(
                    Code.SIGNED_FORM_OVERDUE,
                    overdue(task.order(), form, task.get(FORM_SENT_AT) != null)));
  }

  private static String overdue(ProvisioningOrder order, Paperwork form, boolean sent) {
    return "the registry has not decided on the "
        + words(order)
        + " in time; "
        + form.what()
        + (sent ? " was sent" : " has not been sent")
        + ", and an operator decides what to do";
  }

  /**
   * What a registry's refusal means for an order that waited for a form; empty for other orders.
   */
  public Optional<Failure> refused(ProvisioningOrder order) {
    return form(order)
        .filter(form -> isForForm(order))
        .map(
            form ->
                new Failure(
                    Reason.REGISTRY_REJECTED,
                    "The registry refused the "
                        + words(order)
                        + ", for which it wanted "
                        + form.what()
                        + ". Nothing was changed, and the fee goes back to the account. Ask the"
                        + " registrar for the reason before ordering again.",
                    null));
  }

  /**
   * The status of a late order that waits for a form, as text for the form of a task; empty for
   * other orders.
   */
  public static Optional<String> standing(ProvisioningOrder order) {
    return Optional.ofNullable(order.waitingFor())
        .filter(waits -> waits.code() == Code.SIGNED_FORM_OVERDUE)
        .map(WaitingFor::what);
  }

  /**
   * What the order waits for once the form has been sent. If an operator was already asked, it
   * still waits for the operator.
   */
  WaitingFor afterSending(Decision decision) {
    ProvisioningOrder order = decision.order();
    Paperwork form = form(order).orElseThrow();
    return tasks.createTaskQuery().processInstanceId(order.processInstanceId()).list().stream()
        .filter(task -> !task.getTaskDefinitionKey().equals(TASK))
        .findFirst()
        .map(
            chase ->
                new WaitingFor(
                    Who.OPERATOR,
                    Code.SIGNED_FORM_OVERDUE,
                    overdue(order, form, true),
                    EngineDate.instant(chase.getDueDate()),
                    chase.getId()))
        .orElseGet(
            () ->
                waitingFor(
                        order,
                        decision.get(FORM_TO_SEND),
                        decision.get(FORM_SENT_AT),
                        ahead(decision.get(FORM_DUE_AT), until(order)))
                    .orElseThrow());
  }

  private static @Nullable Instant until(ProvisioningOrder order) {
    return order.waitingFor() == null ? null : order.waitingFor().until();
  }

  private Optional<Paperwork> form(ProvisioningOrder order) {
    return of(order).filter(paperwork -> paperwork.kind() == Paperwork.Kind.SIGNED_FORM);
  }

  /** The open task to send the form; null if there is none, or none yet. */
  private @Nullable String task(@Nullable String processInstanceId) {
    return tasks
        .createTaskQuery()
        .processInstanceId(processInstanceId)
        .taskDefinitionKey(TASK)
        .list()
        .stream()
        .map(Task::getId)
        .findFirst()
        .orElse(null);
  }

  private static String words(ProvisioningOrder order) {
    return order.content().operation().words() + " of " + order.content().domain().unicode();
  }
}
