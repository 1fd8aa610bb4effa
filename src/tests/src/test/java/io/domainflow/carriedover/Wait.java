package io.domainflow.carriedover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A place where an instance may wait when the application is stopped, or an event that it may wait
 * for: a task, a step that asks the registrar, a called process, a timer, a message or a condition.
 */
record Wait(String process, String activity) implements Comparable<Wait> {

  /** All waits in the models of this version. */
  static Set<Wait> ofTheModels() {
    try (Stream<Path> models = Files.list(Path.of("processes"))) {
      return models
          .filter(file -> file.toString().endsWith(".bpmn"))
          .flatMap(file -> in(Bpmn.readModelFromFile(file.toFile())))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Wait> in(BpmnModelInstance model) {
    String process = model.getModelElementsByType(Process.class).iterator().next().getId();
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(Wait::isOne)
        .map(node -> new Wait(process, node.getId()));
  }

  private static boolean isOne(FlowNode node) {
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof CallActivity
        || (node instanceof ServiceTask step && step.getCamundaTopic() != null)
        || (node instanceof CatchEvent event
            && event.getEventDefinitions().stream().anyMatch(Wait::waits));
  }

  private static boolean waits(EventDefinition definition) {
    return definition instanceof TimerEventDefinition
        || definition instanceof MessageEventDefinition
        || definition instanceof ConditionalEventDefinition;
  }

  /** The waits with an instance, according to the tables of a schema. */
  static Set<Wait> in(JdbcClient database, String schema) {
    return new TreeSet<>(
        database
            .sql(
                """
                select model.key_, run.act_id_
                from %1$s.act_ru_execution run join %1$s.act_re_procdef model on model.id_ = run.proc_def_id_
                where run.act_id_ is not null
                union
                select model.key_, heard.activity_id_
                from %1$s.act_ru_event_subscr heard
                left join %1$s.act_ru_execution run on run.id_ = heard.execution_id_
                join %1$s.act_re_procdef model
                  on model.id_ = coalesce(run.proc_def_id_, heard.configuration_)
                union
                select kind.proc_def_key_, kind.act_id_
                from %1$s.act_ru_job job join %1$s.act_ru_jobdef kind on kind.id_ = job.job_def_id_
                where kind.act_id_ is not null
                """
                    .formatted(schema))
            .query((row, n) -> new Wait(row.getString(1), row.getString(2)))
            .set());
  }

  @Override
  public int compareTo(Wait other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return process + " " + activity;
  }
}
