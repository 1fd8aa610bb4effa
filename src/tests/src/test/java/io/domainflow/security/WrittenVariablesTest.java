package io.domainflow.security;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Registrations;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People write the fields of their task's form, and no other variable of the process. */
@SecurityTest
class WrittenVariablesTest {

  private static final String ORDER_ID = "{'variables': {'orderId': {'value': 'another'}}}";

  private final int port;
  private final Registrations stories;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private String domain;
  private String reference;
  private String task;
  private String process;
  private Map<String, Object> before;

  @Autowired
  WrittenVariablesTest(RuntimeService runtime, TaskService tasks, @LocalServerPort int port) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.port = port;
    this.stories = new Registrations(port);
  }

  @BeforeEach
  void ordersANameWithAdditionalFields() {
    domain = freshName("ca");
    reference = stories.place(domain);
    JsonNode order = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    task = order.at("/waitingFor/taskId").asText();
    process = order.get("processInstanceId").asText();
    before = variables();
  }

  @AfterEach
  void cancels() {
    stories.cancel(reference);
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void refusesWhatTheFormOfATaskDoesNotAskFor(EngineApi api) {
    Caller operator = api.as("operator", port);

    for (String way : List.of("complete", "submit-form")) {
      HttpResponse<String> refused = post(operator, api, "/task/" + task + "/" + way, ORDER_ID);

      assertThat(refused.statusCode()).as(way).isEqualTo(400);
      assertThat(message(refused))
          .contains("The form has no field «orderId»", "Nothing was changed");
      assertThatNothingIsWritten();
    }
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void takesNothingWithoutCompletingTheTask(EngineApi api) {
    Caller operator = api.as("operator", port);
    String path = "/task/" + task;
    String legalType = "{'variables': {'caLegalType': {'value': 'CCT'}}}";

    assertRefused(post(operator, api, path + "/resolve", ORDER_ID));
    assertRefused(post(operator, api, path + "/resolve", legalType));
    assertThatNothingIsWritten();
    assertEveryWayIsRefused(operator, api, path);
    assertThatNothingIsWritten();
  }

  /**
   * Steps can be repeated or moved in Cockpit; the values that they decide by are the
   * application's.
   */
  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void acceptsNothingFromAdministratorsEither(EngineApi api) {
    Caller admin = api.as("admin", port);

    assertRefused(post(admin, api, "/task/" + task + "/resolve", ORDER_ID));
    assertEveryWayIsRefused(admin, api, "/task/" + task);
    assertEveryWayIsRefused(admin, api, "/process-instance/" + process);
    assertEveryWayIsRefused(admin, api, "/execution/" + process);
    for (String path :
        List.of(
            "/task/" + task + "/bpmnError",
            "/task/" + task + "/bpmnEscalation",
            "/execution/" + process + "/signal",
            "/execution/" + process + "/messageSubscriptions/Msg_OrderCancelled/trigger",
            "/message",
            "/signal",
            "/process-instance/variables-async",
            "/process-instance/" + process + "/modification",
            "/process-definition/key/DomainRegistrationProcess/start")) {
      assertRefused(post(admin, api, path, everything()));
    }
    assertThatNothingIsWritten();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void refusesANestedValue(EngineApi api) {
    Caller operator = api.as("operator", port);

    for (String value :
        List.of(
            "{'type': 'File', 'value': 'AAAA', 'valueInfo': {'filename': 'a.exe'}}",
            "{'type': 'Bytes', 'value': 'AAAA'}",
            "{'type': 'Json', 'value': '[]'}",
            "{'type': 'Object', 'value': '[]', 'valueInfo': {'objectTypeName': 'java.util.ArrayList', 'serializationDataFormat': 'application/json'}}",
            "{'type': 'String', 'value': '%s'}".formatted("x".repeat(100_001)))) {
      HttpResponse<String> refused =
          post(
              operator,
              api,
              "/task/" + task + "/submit-form",
              "{'variables': {'caLegalType': %s}}".formatted(value));

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(message(refused)).contains("«caLegalType» must be a text of at most");
    }
    assertThatNothingIsWritten();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void refusesAThousandVariablesInAFewWords(EngineApi api) {
    String thousand =
        IntStream.range(0, 1000)
            .mapToObj("'v%03d': {'value': 1}"::formatted)
            .collect(Collectors.joining(",", "{'variables': {", "}}"));

    HttpResponse<String> task =
        post(api.as("operator", port), api, "/task/" + this.task + "/complete", thousand);
    HttpResponse<String> start =
        post(
            api.as("operator", port),
            api,
            "/process-definition/key/DomainRegistrationProcess/start",
            thousand);

    assertThat(message(task)).contains("«v000»", "«v004» and 995 more").hasSizeLessThan(200);
    assertThat(message(start)).contains("at most 100 variables, not 1000");
    assertThatNothingIsWritten();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void revealsTheFieldsOfTheFormToNobodyElse(EngineApi api) {
    HttpResponse<String> refused =
        post(api.as("approver", port), api, "/task/" + task + "/complete", ORDER_ID);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(message(refused)).contains("This task is for operators").doesNotContain("orderId");
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void acceptsWhatTheFormAsksFor(EngineApi api) {
    assertThat(
            post(
                    api.as("operator", port),
                    api,
                    "/task/" + task + "/submit-form",
                    "{'variables': {'caLegalType': {'value': 'CCT'}}}")
                .statusCode())
        .isEqualTo(204);

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(stories.ledger(domain)).hasSize(1);
  }

  private void assertEveryWayIsRefused(Caller caller, EngineApi api, String path) {
    for (String kind : kinds(path)) {
      String variables = api.path() + path + "/" + kind;
      assertRefused(caller.call("PUT", variables + "/orderId", json("{'value': 'another'}")));
      assertRefused(caller.call("PUT", variables + "/brandNew", json("{'value': 'another'}")));
      assertRefused(caller.call("DELETE", variables + "/orderId", null));
      assertRefused(
          caller.post(variables, json("{'modifications': {'orderId': {'value': 'another'}}}")));
      assertRefused(caller.post(variables, json("{'deletions': ['orderId']}")));
      assertRefused(
          caller.send(
              caller
                  .request(variables + "/brandNew/data")
                  .header("Content-Type", "multipart/form-data; boundary=B")
                  .POST(
                      BodyPublishers.ofString(
                          "--B\r\nContent-Disposition: form-data; name=\"data\";"
                              + " filename=\"a.exe\"\r\n\r\nAAAA\r\n--B\r\n"
                              + "Content-Disposition: form-data; name=\"valueType\"\r\n\r\nFile"
                              + "\r\n--B--\r\n"))));
    }
  }

  private static List<String> kinds(String path) {
    return path.startsWith("/task/")
        ? List.of("variables", "localVariables")
        : List.of(path.startsWith("/execution/") ? "localVariables" : "variables");
  }

  private String everything() {
    String variables = "{'orderId': {'value': 'another'}}";
    return """
        {'variables': VARIABLES, 'processVariables': VARIABLES, 'processInstanceIds': ['PROCESS'],
         'messageName': 'Msg_OrderCancelled', 'processInstanceId': 'PROCESS',
         'name': 'Signal_Any', 'errorCode': 'Err_Any', 'escalationCode': 'Esc_Any',
         'businessKey': 'W-1', 'startInstructions': [{'type': 'startBeforeActivity',
           'activityId': 'Task_RegisterDomain', 'variables': VARIABLES}],
         'instructions': [{'type': 'startBeforeActivity', 'activityId': 'Task_RegisterDomain',
           'variables': {'orderId': {'value': 'another', 'local': true}}}]}
        """
        .replace("VARIABLES", variables)
        .replace("PROCESS", process);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.request() + answer.body()).isEqualTo(403);
    // the variables are named, unless the sender may not make the call at all
    assertThat(message(answer))
        .contains("Nothing was changed")
        .containsAnyOf(
            "«orderId»", "«brandNew»", "«caLegalType»", "Only an administrator", "for you");
  }

  private void assertThatNothingIsWritten() {
    assertThat(variables()).isEqualTo(before);
    assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    assertThat(stories.ledger(domain)).isEmpty();
  }

  private Map<String, Object> variables() {
    return Stream.concat(
            runtime.createVariableInstanceQuery().processInstanceIdIn(process).list().stream(),
            runtime.createVariableInstanceQuery().taskIdIn(task).list().stream())
        .distinct()
        .collect(
            Collectors.toMap(VariableInstance::getName, VariableInstance::getValue, (a, b) -> b));
  }

  private static HttpResponse<String> post(Caller caller, EngineApi api, String path, String json) {
    return caller.post(api.path() + path, json(json));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String message(HttpResponse<String> answer) {
    return Caller.json(answer).path("message").asText();
  }
}
