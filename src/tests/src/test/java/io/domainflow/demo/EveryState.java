package io.domainflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import io.domainflow.order.Failure;
import io.domainflow.order.Outcome;
import io.domainflow.order.WaitingFor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Asserts that demo data shows every state. */
public final class EveryState {

  /** The commands that buy a name, so that a repetition would lose money. */
  private static final Set<String> PURCHASES =
      Set.of("AddDomain", "AddDomainApplication", "TransferDomain", "RestoreDomain");

  private final ProcessEngine engine;
  private final Registrations registrations;
  private final Caller admin;

  public EveryState(ProcessEngine engine, int port) {
    this.engine = engine;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  /**
   * Asserts every task, code, outcome and reason, no double purchase, and a realistic task list.
   */
  public void assertIn(DemoReport report) {
    assertThat(report.tasks()).containsKeys(userTasks());
    assertThat(states(report, "WAITING")).contains(names(WaitingFor.Code.values()));
    assertThat(states(report, "COMPLETED")).contains(names(Outcome.Code.values()));
    assertThat(states(report, "FAILED")).contains(names(Failure.Reason.values()));
    assertThat(report.orders().keySet()).anyMatch(state -> state.endsWith(" CANCELLED"));
    assertThat(boughtTwice()).isEmpty();
    assertTheTaskListLooksUsed();
  }

  private void assertTheTaskListLooksUsed() {
    Date now = Date.from(Instant.parse(registrations.now()));
    assertThat(engine.getTaskService().createTaskQuery().dueBefore(now).count())
        .as("overdue")
        .isGreaterThan(5);
    assertThat(engine.getTaskService().createTaskQuery().dueAfter(now).count())
        .as("not due yet")
        .isGreaterThan(20);
    assertThat(engine.getTaskService().createTaskQuery().taskAssignee("operator").list())
        .as("taken by the operator")
        .isNotEmpty()
        .anySatisfy(
            task -> assertThat(engine.getTaskService().getTaskComments(task.getId())).isNotEmpty());
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isPositive();
  }

  /** Process and task of all models. */
  private static String[] userTasks() {
    try (Stream<Path> models = Files.list(Path.of("processes"))) {
      return models
          .filter(file -> file.toString().endsWith(".bpmn"))
          .flatMap(
              file ->
                  Bpmn.readModelFromFile(file.toFile())
                      .getModelElementsByType(UserTask.class)
                      .stream()
                      .map(
                          task ->
                              file.getFileName().toString().replace(".bpmn", " ") + task.getId()))
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> states(DemoReport report, String status) {
    return report.orders().keySet().stream()
        .map(state -> state.split(" "))
        .filter(words -> words[1].equals(status))
        .map(words -> words[2])
        .collect(Collectors.toSet());
  }

  private static String[] names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
  }

  private List<String> boughtTwice() {
    Map<String, Integer> bought = new HashMap<>();
    for (JsonNode entry : admin.get("/sandbox/ledger").body()) {
      String command = entry.get("command").asText();
      boolean cancels = entry.at("/parameters/ACTION").asText().equalsIgnoreCase("CANCEL");
      if (PURCHASES.contains(command) && !cancels) {
        bought.merge(command + " " + entry.get("domain").asText(), 1, Integer::sum);
      }
    }
    assertThat(bought).isNotEmpty();
    List<String> twice = new ArrayList<>();
    bought.forEach(
        (name, times) -> {
          if (times > 1) {
            twice.add(name);
          }
        });
    return twice;
  }
}
