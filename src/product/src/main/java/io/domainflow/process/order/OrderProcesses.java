package io.domainflow.process.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.client.OutOfScope;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.intake.DuplicateOrder;
import io.domainflow.order.intake.OrderIntake;
import io.domainflow.order.intake.OrderProcess;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.limits.TooManyOpenOrders;
import io.domainflow.owner.Caller;
import io.domainflow.owner.NotTheOwner;
import io.domainflow.process.EngineRights;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessContract;
import io.domainflow.process.additionalfields.FieldContexts;
import io.domainflow.process.start.OrderPreviews;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.tld.FieldContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts and cancels the process of an order on the engine. A start carries the same variables as
 * one through the engine's own REST API; {@code IntakeListener} is the intake for both.
 */
@Component
class OrderProcesses implements OrderProcess {

  private static final String CANCELLED = "Msg_OrderCancelled";
  private static final String WITHDRAWN = "Msg_WithdrawalRequested";
  private static final String RESEND = "Msg_ResendRequested";
  private static final String INPUT_GIVEN = "Msg_InputGiven";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final EngineRights rights;
  private final RegistryUpdateSignal news;
  private final OrderIntake intake;
  private final List<ProcessContract> contracts;
  private final OrderPreviews previews;
  private final FieldContexts contexts;
  private final CommandJournal journal;
  private final TransactionTemplate transaction;

  OrderProcesses(
      RuntimeService runtime,
      TaskService tasks,
      EngineRights rights,
      RegistryUpdateSignal news,
      OrderIntake intake,
      List<ProcessContract> contracts,
      OrderPreviews previews,
      FieldContexts contexts,
      CommandJournal journal,
      TransactionTemplate transaction) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.rights = rights;
    this.news = news;
    this.intake = intake;
    this.contracts = contracts;
    this.previews = previews;
    this.contexts = contexts;
    this.journal = journal;
    this.transaction = transaction;
  }

  @Override
  public OrderReference start(ObjectNode content) {
    Caller caller = rights.caller();
    OrderContent request = intake.validate(content, caller);
    ProcessContract contract = contract(request.operation());
    // A repeated order gets the earlier order's answer, whatever has happened to the name since.
    if (intake.duplicate(content, request, caller).isEmpty()) {
      contract.checkBeforeStart(request, isStrict(content));
    }
    VariableMap variables = variables(content);
    try {
      transaction.executeWithoutResult(
          status ->
              runtime.startProcessInstanceByKey(
                  contract.key(), request.reference().text(), variables));
      return request.reference();
    } catch (RuntimeException e) {
      throw refusal(e).orElse(e);
    }
  }

  @Override
  public Preview preview(ObjectNode content) {
    Caller caller = rights.caller();
    OrderContent request = intake.validate(content, caller);
    Optional<DuplicateOrder> duplicate = intake.duplicate(content, request, caller);
    if (duplicate.isPresent()) {
      if (duplicate.get().kind() == DuplicateOrder.Kind.REPETITION) {
        return OrderPreviews.repeating(duplicate.get().earlier());
      }
      throw duplicate.get();
    }
    contract(request.operation()).checkBeforeStart(request, isStrict(content));
    ProvisioningOrder draft = intake.draft(request, caller);
    Preview preview = previews.of(draft);
    return intake.overtaken(draft).map(open -> preview.withWarning(givesWay(open))).orElse(preview);
  }

  private static String givesWay(ProvisioningOrder open) {
    return "The order %s (%s), which waits, gives way to this one and is cancelled."
        .formatted(open.content().reference(), open.content().operation().words());
  }

  private static boolean isStrict(ObjectNode content) {
    return content.path("strict").asBoolean();
  }

  @Override
  public FieldContext fieldContext(ProvisioningOrder order) {
    return contexts.of(order);
  }

  @Override
  public boolean hasCommandInFlight(ProvisioningOrder order) {
    return journal.isOpen(order.id());
  }

  @Override
  public void cancel(ProvisioningOrder order) {
    tell(order, CANCELLED);
  }

  @Override
  public void withdraw(ProvisioningOrder order) {
    tell(order, WITHDRAWN);
  }

  @Override
  public void checkNow(ProvisioningOrder order) {
    rights.use(() -> news.tell(order.processInstanceId()));
  }

  @Override
  public void resendMails(ProvisioningOrder order) {
    tell(order, RESEND);
  }

  private void tell(ProvisioningOrder order, String message) {
    tell(order.processInstanceId(), message, Map.of());
  }

  private void tell(
      @Nullable String processInstanceId, String message, Map<String, Object> variables) {
    try {
      rights.use(
          () ->
              runtime
                  .createMessageCorrelation(message)
                  .processInstanceId(processInstanceId)
                  .setVariables(variables)
                  .correlateWithResult());
    } catch (MismatchingMessageCorrelationException e) {
      throw new OptimisticLockingFailureException("a step of the order ended at the same time", e);
    }
  }

  @Override
  public void answer(ProvisioningOrder order, @Nullable String decision) {
    VariableMap variables = Variables.createVariables();
    if (decision != null) {
      variables.putValue(OrderVariables.DECISION, decision);
    }
    if (order.waitingForOrThrow().taskId() == null) {
      tell(waitingForInput(order), INPUT_GIVEN, variables);
      return;
    }
    try {
      rights.use(
          () -> {
            tasks.complete(order.waitingForOrThrow().taskId(), variables);
            return null;
          });
    } catch (NullValueException e) {
      throw new OptimisticLockingFailureException("the task was completed at the same time", e);
    } catch (InvalidRequestException e) {
      // What a task refuses in a form, it refuses from a caller, too.
      throw new OrderRejected(
          List.of(new FieldProblem("body", "INVALID", String.valueOf(e.getMessage()))));
    }
  }

  /** The process instance that waits, which may be one called by the order's own process. */
  private String waitingForInput(ProvisioningOrder order) {
    String own = order.processInstanceId();
    return rights.use(
        () ->
            OrderInstances.waitingFor(Set.of(INPUT_GIVEN), own, runtime)
                .map(EventSubscription::getProcessInstanceId)
                .orElse(own));
  }

  private ProcessContract contract(Operation operation) {
    return contracts.stream()
        .filter(contract -> contract.operations().contains(operation))
        .findFirst()
        .orElseThrow();
  }

  private static VariableMap variables(ObjectNode content) {
    VariableMap variables = Variables.createVariables();
    content
        .properties()
        .forEach(member -> variables.putValueTyped(member.getKey(), value(member.getValue())));
    return variables;
  }

  private static TypedValue value(JsonNode node) {
    if (node.isContainerNode()) {
      return SpinValues.jsonValue(node.toString()).create();
    }
    if (node.isTextual()) {
      return Variables.stringValue(node.textValue());
    }
    if (node.isBoolean()) {
      return Variables.booleanValue(node.booleanValue());
    }
    return node.isNull() ? Variables.untypedNullValue() : Variables.doubleValue(node.doubleValue());
  }

  /** The intake's own exception, unwrapped from those of the engine. */
  private static Optional<RuntimeException> refusal(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OrderRejected
          || cause instanceof DuplicateOrder
          || cause instanceof NotTheOwner
          || cause instanceof OutOfScope
          || cause instanceof TooManyOpenOrders) {
        return Optional.of((RuntimeException) cause);
      }
    }
    return Optional.empty();
  }
}
