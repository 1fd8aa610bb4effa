package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Only administrators can make the engine execute certain commands, on all its REST APIs. */
@SecurityTest
@ExtendWith(OutputCaptureExtension.class)
class EngineCommandsTest {

  private static final String REST = "/engine-rest";
  private static final String NAMED_ENGINE = "/engine-rest/engine/default";
  private static final String WEBAPP = "/camunda/api/engine/engine/default";

  private static final List<String> STAFF = List.of("operator", "approver", "analyst");

  private static final Map<String, Caller> LOGGED_IN = new HashMap<>();

  @LocalServerPort private int port;
  @Autowired private HistoryService historyService;
  @Autowired private IdentityService identityService;
  @Autowired private ManagementService managementService;
  @Autowired private RepositoryService repositoryService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private JdbcTemplate database;
  private String instance;
  private String task;

  @BeforeEach
  void hasAnOrder() {
    instance = runtimeService.startProcessInstanceByKey(TestProcess.KEY).getId();
    task = taskService.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  @AfterEach
  void end() {
    runtimeService.deleteProcessInstanceIfExists(instance, null, true, true, true, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void aRefusedJobIsLeftAsItIs(String api, CapturedOutput log) {
    for (String job : List.of(timer(), cleanUp())) {
      Map<String, Object> before = stored(job);
      for (String user : STAFF) {
        Caller caller = as(user, api);
        // the engine sets a timer's different number of retries at the first failure
        for (int n = 0; n < 3; n++) {
          assertForbidden(caller.post(api + "/job/" + job + "/execute", "{}"), user);
        }
      }
      assertThat(stored(job)).isEqualTo(before);
      assertThat(historyService.createHistoricJobLogQuery().jobId(job).failureLog().count())
          .isZero();
      assertThat(runtimeService.createIncidentQuery().configuration(job).count()).isZero();
    }
    assertThat(log)
        .contains("ExecuteJobsCmd was refused to analyst")
        .doesNotContain("FailedJobListener was refused");
  }

  /** The subjects: {@code {job}} is a timer, {@code {cleanUp}} belongs to no process. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PUT    | /job/{job}/retries                   | {"retries":0}
          PUT    | /job/{cleanUp}/retries               | {"retries":0}
          PUT    | /job/{job}/duedate                   | {"duedate":null}
          PUT    | /job/{cleanUp}/duedate               | {"duedate":null}
          POST   | /job/{job}/duedate/recalculate       | {}
          POST   | /job/{cleanUp}/duedate/recalculate   | {}
          PUT    | /job/{job}/priority                  | {"priority":1}
          PUT    | /job/{cleanUp}/priority              | {"priority":1}
          PUT    | /job/{job}/suspended                 | {"suspended":true}
          PUT    | /job/{cleanUp}/suspended             | {"suspended":true}
          DELETE | /job/{job}                           |
          POST   | /job/retries                         | {"jobIds":["{cleanUp}"],"retries":0}
          PUT    | /job/suspended                       | {"processDefinitionKey":"{process}","suspended":true}
          POST   | /process-instance/job-retries        | {"processInstances":["{instance}"],"retries":0}
          POST   | /history/cleanup                     |
          GET    | /history/cleanup/jobs                |
          POST   | /signal                              | {"name":"anything"}
          POST   | /signal                              | {"name":"anything","executionId":"{instance}"}
          POST   | /message                             | {"messageName":"anything"}
          POST   | /message                             | {"messageName":"anything","all":true}
          POST   | /execution/{instance}/signal         | {}
          POST   | /execution/{instance}/messageSubscriptions/anything/trigger | {}
          POST   | /execution/{instance}/create-incident | {"incidentType":"x","configuration":"x"}
          PUT    | /execution/{instance}/localVariables/x | {"value":1}
          PUT    | /process-instance/{instance}/variables/x | {"value":1}
          POST   | /process-instance/variables-async    | {"processInstanceIds":["{instance}"],"variables":{"x":{"value":1}}}
          POST   | /process-instance/delete             | {"processInstanceIds":["{instance}"]}
          POST   | /process-instance/suspended-async    | {"processInstanceIds":["{instance}"],"suspended":true}
          POST   | /process-instance/message-async      | {"processInstanceIds":["{instance}"],"messageName":"x"}
          PUT    | /external-task/retries               | {"externalTaskIds":["x"],"retries":0}
          POST   | /task/create                         | {"name":"mine"}
          POST   | /task/{task}/claim                   | {"userId":"nobody"}
          POST   | /task/{task}/claim                   | {}
          POST   | /task/{task}/delegate                | {"userId":"{user}"}
          POST   | /task/{task}/resolve                 | {}
          POST   | /task/{task}/assignee                | {"userId":"{user}"}
          POST   | /task/{task}/identity-links          | {"userId":"{user}","type":"candidate"}
          POST   | /task/{task}/identity-links/delete   | {"groupId":"operators","type":"candidate"}
          PUT    | /task/{task}                         | {"name":"mine","priority":1}
          POST   | /task/{task}/bpmnError               | {"errorCode":"x"}
          GET    | /task/{task}/attachment              |
          GET    | /task/{task}/attachment/{attachment} |
          GET    | /task/{task}/attachment/{attachment}/data |
          DELETE | /task/{task}/attachment/{attachment} |
          DELETE | /user/{user}                         |
          PUT    | /user/{user}/profile                 | {"id":"{user}","firstName":"Ada","lastName":"Admin"}
          POST   | /user/{user}/unlock                  | {}
          DELETE | /history/process-instance/{instance} |
          POST   | /history/process-instance/delete     | {"historicProcessInstanceIds":["{instance}"]}
          POST   | /history/process-instance/set-removal-time | {"historicProcessInstanceIds":["{instance}"],"clearedRemovalTime":true}
          DELETE | /history/process-instance/{instance}/variable-instances |
          POST   | /decision-definition/key/TaskPolicy/evaluate | {"variables":{}}
          POST   | /condition                           | {"variables":{}}
          POST   | /filter/create                       | {"resourceType":"Task","name":"x","query":{},"properties":{}}
          GET    | /optimize/variable-update?maxResults=10 |
          GET    | /optimize/task-instance/completed?maxResults=10 |
          GET    | /optimize/user-operation?maxResults=10 |
          DELETE | /job/{cleanUp}                       |
          """)
  void isNotForStaff(String method, String path, String body) {
    String attachment = taskService.createAttachment("x", task, instance, "x", "x", "x").getId();
    long operations = historyService.createUserOperationLogQuery().count();
    for (String user : STAFF) {
      for (String api : List.of(REST, NAMED_ENGINE, WEBAPP)) {
        HttpResponse<String> answer =
            as(user, api)
                .call(
                    method,
                    api + filled(path, user, attachment),
                    body == null ? null : filled(body, user, attachment));

        // a caller who may not see an object is told that it does not exist
        assertThat(answer.statusCode()).as(user + " " + api + answer.body()).isIn(403, 404);
      }
    }
    assertThat(historyService.createUserOperationLogQuery().count()).isEqualTo(operations);
    assertThat(taskService.getTaskAttachments(task)).hasSize(1);
    assertThat(identityService.createUserQuery().userIdIn("operator", "approver").list())
        .hasSize(2)
        .noneMatch(user -> "Ada".equals(user.getFirstName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void nobodyAttachesAnything(String api) {
    for (String user : List.of("operator", "analyst", "admin")) {
      Caller caller = as(user, api);
      assertForbidden(
          caller.send(
              caller
                  .request(api + "/task/" + task + "/attachment/create")
                  .header("Content-Type", "multipart/form-data; boundary=part")
                  .POST(
                      BodyPublishers.ofString(
                          """
                          --part\r
                          Content-Disposition: form-data; name="attachment-name"\r
                          \r
                          passport\r
                          --part\r
                          Content-Disposition: form-data; name="url"\r
                          \r
                          http://example.com\r
                          --part--\r
                          """))),
          user);
    }
    assertThat(taskService.getTaskAttachments(task)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void notEvenAnAdministratorDoesTheWorkOfSteps(String api) {
    Caller admin = as("admin", api);

    for (String work :
        List.of("complete", "failure", "bpmnError", "extendLock", "lock", "unlock")) {
      assertForbidden(
          admin.post(
              api + "/external-task/x/" + work,
              "{\"workerId\":\"me\",\"errorCode\":\"x\",\"newDuration\":1,\"lockDuration\":1}"),
          work);
    }
    if (!api.equals(WEBAPP)) { // which cannot wait for steps
      assertForbidden(
          admin.post(
              api + "/external-task/fetchAndLock",
              "{\"workerId\":\"me\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"register-domain\",\"lockDuration\":1000}]}"),
          "fetchAndLock");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void onlyTheLatestVersionOfAProcessIsStarted(String api) {
    String old = latest().getId();
    long before = instancesOf(old);
    String deployment =
        repositoryService
            .createDeployment()
            .addClasspathResource("security-test/SecurityTestProcess.bpmn")
            .deploy()
            .getId();
    try {
      for (String user : List.of("operator", "approver", "admin")) {
        for (String start : List.of("/start", "/submit-form")) {
          HttpResponse<String> refused =
              as(user, api).post(api + "/process-definition/" + old + start, "{}");

          assertForbidden(refused, user);
          assertThat(refused.body()).contains("Only the latest version of a process");
        }
      }
      assertThat(instancesOf(old)).isEqualTo(before);
      HttpResponse<String> started =
          as("operator", api)
              .post(api + "/process-definition/" + latest().getId() + "/start", "{}");
      assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
    } finally {
      repositoryService.deleteDeployment(deployment, true);
    }
  }

  @Test
  void aClientCannotStartAnOldVersionEither() {
    String old = latest().getId();
    String deployment =
        repositoryService
            .createDeployment()
            .addClasspathResource("security-test/SecurityTestProcess.bpmn")
            .deploy()
            .getId();
    try {
      assertForbidden(
          as("billing", REST).post(REST + "/process-definition/" + old + "/start", "{}"),
          "billing");
    } finally {
      repositoryService.deleteDeployment(deployment, true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void everybodyChangesTheOwnPassword(String api) {
    for (String user : List.of("operator2", "approver", "analyst")) {
      String own = "{\"password\":\"%1$s\",\"authenticatedUserPassword\":\"%1$s\"}".formatted(user);

      assertThat(as(user, api).call("PUT", api + "/user/operator/credentials", own).statusCode())
          .as(user + " of another")
          .isIn(403, 404);
      HttpResponse<String> changed =
          as(user, api).call("PUT", api + "/user/" + user + "/credentials", own);
      assertThat(changed.statusCode()).as(user + changed.body()).isEqualTo(204);
      // a new password ends the sessions of its user
      LOGGED_IN.remove(user);
    }
    assertThat(Caller.basic(port, "operator").get("/api/v1/orders").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void commentsOfAnotherGroupAreNotRead(String api) {
    String comment = taskService.createComment(task, instance, "asked on the phone").getId();
    String path = api + "/task/" + task + "/comment/" + comment;

    assertThat(as("operator", api).get(path).body()).contains("asked on the phone");
    assertForbidden(as("approver", api).get(path), "approver");
  }

  @ParameterizedTest
  @ValueSource(strings = {REST, NAMED_ENGINE, WEBAPP})
  void anAdministratorRetriesStopsAndTells(String api) {
    Caller admin = as("admin", api);
    String job = timer();
    int tries = managementService.createJobQuery().jobId(job).singleResult().getRetries();

    for (HttpResponse<String> done :
        List.of(
            admin.call("PUT", api + "/job/" + job + "/retries", "{\"retries\":" + tries + "}"),
            admin.call("PUT", api + "/job/" + job + "/suspended", "{\"suspended\":true}"),
            admin.call("PUT", api + "/job/" + job + "/suspended", "{\"suspended\":false}"),
            admin.post(api + "/signal", "{\"name\":\"anything\"}"),
            admin.call("DELETE", api + "/process-instance/" + instance, null))) {
      assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }
  }

  private Caller as(String user, String api) {
    return api.equals(WEBAPP)
        ? LOGGED_IN.computeIfAbsent(
            user, u -> Caller.webapp(port, u, u.equals("analyst") ? "cockpit" : "tasklist"))
        : Caller.basic(port, user);
  }

  private String filled(String text, String user, String attachment) {
    return text.replace("{job}", timer())
        .replace("{cleanUp}", cleanUp())
        .replace("{instance}", instance)
        .replace("{process}", TestProcess.KEY)
        .replace("{task}", task)
        .replace("{user}", user)
        .replace("{attachment}", attachment);
  }

  private ProcessDefinition latest() {
    return repositoryService
        .createProcessDefinitionQuery()
        .processDefinitionKey(TestProcess.KEY)
        .latestVersion()
        .singleResult();
  }

  private long instancesOf(String definition) {
    return runtimeService.createProcessInstanceQuery().processDefinitionId(definition).count();
  }

  private String timer() {
    return managementService
        .createJobQuery()
        .processDefinitionKey("AccountCheckProcess")
        .timers()
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  private String cleanUp() {
    return historyService.findHistoryCleanupJobs().get(0).getId();
  }

  private Map<String, Object> stored(String job) {
    return database.queryForMap("select * from act_ru_job where id_ = ?", job);
  }

  private static void assertForbidden(HttpResponse<String> answer, String as) {
    assertThat(answer.statusCode()).as(as + " → " + answer.body()).isEqualTo(403);
  }
}
