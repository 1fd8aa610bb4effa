package io.domainflow.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Texts that people write into the engine are visible to people who work there, not to analysts.
 */
@SecurityTest
class HiddenTextTest {

  private static final String REST = "/engine-rest";
  private static final String WEBAPP = "/camunda/api/engine/engine/default";
  private static final String WEBAPP_OF_COCKPIT = "/camunda/api/cockpit/plugin/base/default";
  private static final String WORDS = "the holder is Ada Example";

  @LocalServerPort private int port;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private IdentityService identityService;
  private String instance;
  private String task;
  private Caller admin;

  @BeforeEach
  void begin() {
    admin = Caller.basic(port, "admin");
    instance = runtimeService.startProcessInstanceByKey(TestProcess.KEY).getId();
    task = taskService.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  @AfterEach
  void end() {
    runtimeService.deleteProcessInstanceIfExists(instance, null, true, true, true, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPP})
  void ofTasks(String api) {
    String comment = taskService.createComment(task, instance, WORDS).getId();
    String attachment =
        taskService
            .createAttachment(
                "note",
                task,
                instance,
                WORDS,
                WORDS,
                new ByteArrayInputStream(WORDS.getBytes(UTF_8)))
            .getId();
    Caller analyst = as("analyst", api);

    for (String path :
        List.of(
            "/task/" + task + "/comment",
            "/task/" + task + "/comment/" + comment,
            "/process-instance/" + instance + "/comment",
            "/task/" + task + "/attachment",
            "/task/" + task + "/attachment/" + attachment,
            "/task/" + task + "/attachment/" + attachment + "/data",
            "/task/" + task + "/form",
            "/task/" + task + "/rendered-form",
            "/task/" + task + "/form-variables")) {
      assertThat(analyst.get(api + path).statusCode()).as(path).isEqualTo(403);
      assertThat(analyst.get(api + path).body()).as(path).doesNotContain("Ada");
    }
    assertThat(as("admin", api).get(api + "/task/" + task + "/attachment").body()).contains(WORDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPP})
  void ofIncidents(String api) {
    String incident = incidentThatSomebodyMade();

    for (String path :
        List.of(
            "/incident/" + incident,
            "/incident?processInstanceId=" + instance,
            "/history/incident?processInstanceId=" + instance)) {
      areHidden(api, path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, WEBAPP})
  void ofTheLogAndOfWhyAProcessWasDeleted(String api) {
    String comment = taskService.createComment(task, instance, "no words").getId();
    admin.call(
        "PUT",
        REST + "/task/" + task + "/comment",
        "{\"id\":\"" + comment + "\",\"message\":\"" + WORDS + "\"}");
    String log = "/history/user-operation?processInstanceId=" + instance;
    areHidden(api, log);
    String operation = Caller.json(admin.get(REST + log)).findValuesAsText("operationId").get(0);
    assertThat(
            admin
                .call(
                    "PUT",
                    REST + "/history/user-operation/" + operation + "/set-annotation",
                    "{\"annotation\":\"" + WORDS + ", too\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(admin.get(REST + log).body()).contains(", too");
    areHidden(api, log);

    identityService.setAuthentication("admin", List.of("camunda-admin"));
    try {
      runtimeService.deleteProcessInstance(instance, WORDS);
    } finally {
      identityService.clearAuthentication();
    }

    for (String path :
        List.of(
            log,
            "/history/process-instance/" + instance,
            "/history/process-instance?processInstanceIds=" + instance,
            "/history/task?processInstanceId=" + instance)) {
      areHidden(api, path);
    }
  }

  /** Cockpit reads its pages directly from the database, bypassing the engine's commands. */
  @Test
  void ofIncidentsInCockpitsOwnLists() {
    incidentThatSomebodyMade();

    areHidden(
        WEBAPP_OF_COCKPIT, "/incident?maxResults=10&firstResult=0&processInstanceIdIn=" + instance);
  }

  private String incidentThatSomebodyMade() {
    String incident = runtimeService.createIncident("test", instance, "Ada's", "Ada asked").getId();
    assertThat(
            admin
                .call(
                    "PUT",
                    REST + "/incident/" + incident + "/annotation",
                    "{\"annotation\":\"" + WORDS + "\"}")
                .statusCode())
        .isEqualTo(204);
    return incident;
  }

  private void areHidden(String api, String path) {
    assertThat(as("admin", api).get(api + path).body()).as(path).contains(WORDS);
    assertThat(as("analyst", api).get(api + path).body())
        .as(path)
        .contains("not shown to analysts")
        .doesNotContain("Ada");
  }

  private Caller as(String user, String api) {
    return api.equals(REST) ? Caller.basic(port, user) : Caller.webapp(port, user, "cockpit");
  }
}
