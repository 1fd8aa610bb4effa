package io.domainflow.process.engine;

import static io.domainflow.process.engine.CommandVariables.field;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.process.StepNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractInstantiationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.ActivityInstanceCancellationCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.TransitionInstantiationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Records in the timelines of orders that somebody moves their processes past the steps of the
 * model, in the transaction of the move.
 */
@Component
class MoveNotes {

  private static final String ANOTHER_VERSION = "to another version of its model";

  private final Orders orders;
  private final OrderEvents events;
  private final StepNames steps;

  MoveNotes(Orders orders, OrderEvents events, StepNames steps) {
    this.orders = orders;
    this.events = events;
    this.steps = steps;
  }

  /** Whether a command moves processes. */
  static boolean isMove(Command<?> command) {
    return command instanceof ModifyProcessInstanceCmd
        || command instanceof ModifyProcessInstanceAsyncCmd
        || command instanceof AbstractModificationCmd<?>
        || command instanceof AbstractMigrationCmd;
  }

  /**
   * Records a move, before it ends a process.
   *
   * @param by login of the person
   */
  void note(Command<?> command, CommandContext context, String by) {
    for (String instance : instances(command)) {
      ExecutionEntity process = context.getExecutionManager().findExecutionById(instance);
      if (process != null) {
        orders
            .findByProcess(instance)
            .or(() -> orders.findByProcess(process.getRootProcessInstanceId()))
            .ifPresent(
                order ->
                    events.note(
                        order.id(),
                        Kind.PROCESS_MOVED,
                        text(command, process.getProcessDefinitionId()),
                        by));
      }
    }
  }

  private static Set<String> instances(Command<?> command) {
    if (command instanceof ModifyProcessInstanceCmd
        || command instanceof ModifyProcessInstanceAsyncCmd) {
      return Set.of((String) field(command, "builder.processInstanceId"));
    }
    String builder = command instanceof AbstractMigrationCmd ? "executionBuilder" : "builder";
    Set<String> instances = new LinkedHashSet<>();
    if (field(command, builder + ".processInstanceIds") instanceof Collection<?> named) {
      named.stream().map(String::valueOf).forEach(instances::add);
    }
    List<String> queries = new ArrayList<>(List.of("processInstanceQuery"));
    if (command instanceof AbstractModificationCmd<?>) {
      queries.add("historicProcessInstanceQuery");
    }
    for (String name : queries) {
      if (field(command, builder + "." + name) instanceof AbstractQuery<?, ?> query) {
        instances.addAll(query.listIds());
      }
    }
    return instances;
  }

  private String text(Command<?> command, String definition) {
    if (command instanceof AbstractMigrationCmd) {
      return ANOTHER_VERSION;
    }
    List<String> parts = new ArrayList<>();
    Object moves =
        field(
            command,
            command instanceof AbstractModificationCmd<?>
                ? "builder.instructions"
                : "builder.operations");
    ((Collection<?>) moves).forEach(move -> place(move, definition).ifPresent(parts::add));
    return parts.isEmpty() ? "something of it was ended" : String.join(", ", parts);
  }

  private Optional<String> place(Object move, String definition) {
    if (move instanceof AbstractInstantiationCmd) {
      String id =
          (String)
              field(
                  move, move instanceof TransitionInstantiationCmd ? "transitionId" : "activityId");
      return Optional.of("to «" + steps.of(definition, id) + "»");
    }
    if (move instanceof ActivityCancellationCmd cancelled) {
      return Optional.of("from «" + steps.of(definition, cancelled.getActivityId()) + "»");
    }
    if (move instanceof ActivityInstanceCancellationCmd cancelled) {
      // the id of the step and of its instance, unless it is the process itself
      String step = cancelled.getActivityInstanceId().split(":", 2)[0];
      return Optional.of("from «" + steps.of(definition, step) + "»");
    }
    return Optional.empty();
  }
}
