package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Expressions in queries and filters of tasks run for nobody, on both REST APIs of the engine. */
@SecurityTest
class QueryExpressionsTest {

  private static final String EXPRESSION = "${probe.hit()}";

  @LocalServerPort private int port;
  @Autowired private Probe probe;
  @Autowired private JdbcTemplate database;
  @Autowired private RuntimeService runtimeService;

  @BeforeEach
  void hasAnOrder() {
    runtimeService.startProcessInstanceByKey(TestProcess.KEY);
    probe.reset();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void acceptsAPlainQuery(EngineApi api) {
    HttpResponse<String> response =
        api.as("operator", port)
            .post(api.path() + "/task", "{\"orQueries\":[{\"candidateGroup\":\"operators\"}]}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Caller.json(response)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void runsNoExpressionOfAQuery(EngineApi api) {
    for (String user : List.of("operator", "approver", "admin")) {
      Caller caller = api.as(user, port);
      for (String query : expressionQueries()) {
        for (String path : List.of("/task", "/task/count", "/task?maxResults=5")) {
          assertRefused(caller.post(api.path() + path, query), user + " " + path + " " + query);
        }
      }
      assertRefused(
          caller.get(api.path() + "/task?assigneeExpression=$%7Bprobe.hit()%7D"), user + " GET");
      assertThat(
              caller
                  .get(
                      api.path()
                          + "/task?orQueries=%5B%7B%22assigneeExpression%22:"
                          + "%22$%7Bprobe.hit()%7D%22%7D%5D")
                  .statusCode())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(probe.hits()).isZero();
  }

  @Test
  void runsNoExpressionOfAnAnalyst() {
    Caller cockpit = EngineApi.TASKLIST.as("analyst", port);
    for (String query : expressionQueries()) {
      assertRefused(cockpit.post(EngineApi.TASKLIST.path() + "/task", query), query);
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void savesNoFilterWithAnExpression(EngineApi api) {
    Caller admin = api.as("admin", port);
    for (String query : expressionQueries()) {
      assertRefused(admin.post(api.path() + "/filter/create", filter(query)), query);
    }
    HttpResponse<String> plain = admin.post(api.path() + "/filter/create", filter("{}"));
    assertThat(plain.statusCode()).isEqualTo(200);
    String id = Caller.json(plain).get("id").asText();
    for (String query : expressionQueries()) {
      assertRefused(admin.call("PUT", api.path() + "/filter/" + id, filter(query)), query);
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void runsNoExpressionThatExtendsAFilter(EngineApi api) {
    Caller operator = api.as("operator", port);
    HttpResponse<String> filters = operator.get(api.path() + "/filter?name=All%20open%20tasks");
    String id = Caller.json(filters).get(0).get("id").asText();
    assertThat(
            operator.post(api.path() + "/filter/" + id + "/list?maxResults=5", "{}").statusCode())
        .isEqualTo(200);

    for (String query : expressionQueries()) {
      for (String path :
          List.of("/list", "/list?firstResult=0&maxResults=5", "/count", "/singleResult")) {
        assertRefused(operator.post(api.path() + "/filter/" + id + path, query), path + query);
      }
    }
    assertThat(probe.hits()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EngineApi.class)
  void runsNoExpressionOfAFilterThatWasThereBefore(EngineApi api) {
    Caller admin = api.as("admin", port);
    String id =
        Caller.json(admin.post(api.path() + "/filter/create", filter("{}"))).get("id").asText();
    for (String query : expressionQueries().subList(0, 3)) {
      database.update("UPDATE act_ru_filter SET query_ = ? WHERE id_ = ?", query, id);

      for (String path : List.of("/list?maxResults=5", "/count", "/singleResult")) {
        assertRefused(admin.get(api.path() + "/filter/" + id + path), path + query);
      }
    }
    assertThat(probe.hits()).isZero();
  }

  private static List<String> expressionQueries() {
    return List.of(
        "{\"assigneeExpression\":\"" + EXPRESSION + "\"}",
        "{\"orQueries\":[{\"assigneeExpression\":\"" + EXPRESSION + "\"}]}",
        "{\"orQueries\":[{\"assignee\":\"x\"},{\"candidateGroupsExpression\":\""
            + EXPRESSION
            + "\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"ownerExpression\":\"" + EXPRESSION + "\"}]}]}",
        "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + EXPRESSION + "\"}]}",
        "{\"orQueries\":[],\"orQueries\":[{\"dueBeforeExpression\":\"" + EXPRESSION + "\"}]}");
  }

  private static String filter(String query) {
    return "{\"resourceType\":\"Task\",\"name\":\"mine\",\"properties\":{},\"query\":"
        + query
        + "}";
  }

  private static void assertRefused(HttpResponse<String> response, String what) {
    assertThat(response.statusCode()).as(what + " → " + response.body()).isEqualTo(400);
    assertThat(response.body()).doesNotContain("probe");
  }
}
