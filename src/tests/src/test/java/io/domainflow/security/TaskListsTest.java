package io.domainflow.security;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** People find the right lists in Tasklist, with the right tasks. */
@SecurityTest
class TaskListsTest {

  private static final String WITHOUT_LEGAL_TYPE = ", 'additionalFields': {}";

  private final ProcessEngine engine;
  private final FilterService filters;
  private final TransactionTemplate transaction;
  private final Registrations stories;
  private final Caller operator;
  private final Caller operator2;
  private final Caller approver;
  private final Caller admin;

  @Autowired
  TaskListsTest(ProcessEngine engine, TransactionTemplate transaction, @LocalServerPort int port) {
    this.engine = engine;
    this.filters = engine.getFilterService();
    this.transaction = transaction;
    this.stories = new Registrations(port);
    this.operator = new Caller(port, "operator");
    this.operator2 = new Caller(port, "operator2");
    this.approver = new Caller(port, "approver");
    this.admin = new Caller(port, "admin");
  }

  @Test
  void everybodyFindsTheListsThatAreOfUse() {
    assertThat(names(operator))
        .contains(
            "Unassigned",
            "My tasks",
            "Additional fields",
            "Transfers waiting for a person",
            "Money questions",
            "Registrar refused",
            "Changes of registrant",
            "Deletions",
            "Names to look after",
            "Accounts",
            "Overdue",
            "Due today",
            "All open tasks")
        .doesNotContain(
            "Designated-agent approvals",
            "Updates to approve",
            "Names that want to leave",
            "Names that others want");
    assertThat(names(approver))
        .contains(
            "Unassigned",
            "My tasks",
            "Designated-agent approvals",
            "Updates to approve",
            "Names that want to leave",
            "Names that others want",
            "Overdue",
            "Due today",
            "All open tasks")
        .doesNotContain(
            "Additional fields",
            "Transfers waiting for a person",
            "Money questions",
            "Registrar refused",
            "Changes of registrant",
            "Deletions",
            "Names to look after",
            "Accounts");
  }

  @Test
  void aListThatIsDeletedOrEditedStaysSo() {
    transaction.executeWithoutResult(
        status -> {
          long before = filters.createFilterQuery().count();
          filters.deleteFilter(named("Money questions").getId());
          Filter edited = named("Due today");
          edited.setName("Today");
          filters.saveFilter(edited);

          new TaskLists(engine).makeOnce();

          assertThat(filters.createFilterQuery().count()).isEqualTo(before - 1);
          assertThat(filters.createFilterQuery().filterName("Money questions").count()).isZero();
          assertThat(filters.createFilterQuery().filterName("Due today").count()).isZero();
          status.setRollbackOnly();
        });
  }

  @Test
  void whatALaterReleaseBringsIsAddedToTheListsThatThereAre() {
    transaction.executeWithoutResult(
        status -> {
          List<String> before = names(filters);
          for (String list :
              List.of("Changes of registrant", "Deletions", "Names to look after", "Accounts")) {
            filters.deleteFilter(named(list).getId());
          }
          filters.deleteFilter(named("Due today").getId());
          engine.getManagementService().setProperty(TaskLists.MADE, "true");

          new TaskLists(engine).makeOnce();

          assertThat(names(filters))
              .containsExactlyInAnyOrderElementsOf(
                  before.stream().filter(name -> !name.equals("Due today")).toList());
          status.setRollbackOnly();
        });
  }

  private static List<String> names(FilterService filters) {
    return filters.createTaskFilterQuery().list().stream().map(Filter::getName).toList();
  }

  @Test
  void anAdministratorRenamesAListOnTheScreenWithWhatItLooksFor() {
    String id = id("My tasks");
    JsonNode list = admin.get("/engine-rest/filter/" + id).body();

    assertThat(admin.put("/engine-rest/filter/" + id, list.toString()).status()).isEqualTo(204);

    assertThat(admin.get("/engine-rest/filter/" + id).body().get("query"))
        .isEqualTo(list.get("query"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'assigneeExpression': '${currentUser().length()}'",
        "'ownerExpression': '${currentUser()}'",
        "'dueBeforeExpression': '${dateTime().plusDays(2)}'",
        "'orQueries': [{'assigneeExpression': '${taskListsTest}'}]"
      })
  void takesNoOtherExpression(String expression) {
    Caller.Answer answer =
        admin.post(
            "/engine-rest/filter/create",
            "{'name': 'other', 'resourceType': 'Task', 'query': {%s}}".formatted(expression));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("message").asText()).contains("Expressions are not accepted");
  }

  @Test
  void aTaskMovesFromUnassignedToMyTasks() {
    String domain = premium();
    String reference = stories.place(domain);
    String task = task(stories.awaitWaitingFor(reference, "PRICE"));
    assertThat(inList(operator, "Unassigned", reference)).isTrue();
    assertThat(inList(operator, "My tasks", reference)).isFalse();
    assertThat(inList(approver, "Unassigned", reference)).isFalse();

    operator.post("/engine-rest/task/" + task + "/claim", "{'userId': 'operator'}");

    assertThat(inList(operator, "Unassigned", reference)).isFalse();
    assertThat(inList(operator, "My tasks", reference)).isTrue();
    assertThat(inList(operator2, "My tasks", reference)).isFalse();
    assertThat(inList(operator2, "All open tasks", reference)).isTrue();
  }

  @Test
  void eachSubjectHasItsList() {
    String price = stories.place(premium());
    stories.awaitWaitingFor(price, "PRICE");
    String fields = stories.place(freshName("ca"), WITHOUT_LEGAL_TYPE);
    stories.awaitWaitingFor(fields, "ADDITIONAL_FIELDS");
    String transfer = transferWithWrongCode();
    String consent = changeToApprove();
    String deletion = deletionToConfirm();

    assertThat(inList(operator, "Money questions", price)).isTrue();
    assertThat(inList(operator, "Money questions", fields)).isFalse();
    assertThat(inList(operator, "Additional fields", fields)).isTrue();
    assertThat(inList(operator, "Additional fields", price)).isFalse();
    assertThat(inList(operator, "Transfers waiting for a person", transfer)).isTrue();
    assertThat(inList(operator, "Transfers waiting for a person", price)).isFalse();
    assertThat(inList(operator, "Registrar refused", transfer)).isTrue();
    assertThat(inList(operator, "Registrar refused", price)).isFalse();
    assertThat(inList(operator, "Deletions", deletion)).isTrue();
    assertThat(inList(operator, "Deletions", price)).isFalse();
    assertThat(inList(operator, "Changes of registrant", price)).isFalse();
    assertThat(inList(approver, "Designated-agent approvals", consent)).isTrue();
    assertThat(inList(approver, "All open tasks", price)).isFalse();
    assertThat(inList(operator, "All open tasks", consent)).isFalse();
  }

  @Test
  void theMostUrgentIsFirst() {
    String earlier = task(stories.awaitWaitingFor(stories.place(premium()), "PRICE"));
    String urgent = task(stories.awaitWaitingFor(stories.place(premium()), "PRICE"));
    String later = task(stories.awaitWaitingFor(stories.place(premium()), "PRICE"));
    engine.getTaskService().setPriority(urgent, 100);

    List<String> rows =
        operator
            .getAs(
                "/engine-rest/filter/"
                    + id("Money questions")
                    + "/list?firstResult=0&maxResults=200",
                "application/hal+json")
            .body()
            .at("/_embedded/task")
            .findValuesAsText("id")
            .stream()
            .filter(List.of(earlier, urgent, later)::contains)
            .toList();

    assertThat(rows).containsExactly(urgent, earlier, later);
  }

  @Test
  void dueTodayAndOverdueFollowTheMovedClock() {
    String reference = stories.place(premium());
    Instant due =
        Instant.parse(stories.awaitWaitingFor(reference, "PRICE").at("/waitingFor/until").asText());
    assertThat(inList(operator, "Due today", reference)).isFalse();

    stories.advance(Duration.between(Instant.parse(stories.now()), due).minusMinutes(1).toString());
    assertThat(inList(operator, "Due today", reference)).isTrue();
    assertThat(inList(operator, "Overdue", reference)).isFalse();

    stories.advance("PT2M");
    assertThat(inList(operator, "Overdue", reference)).isTrue();
  }

  @Test
  void aRowSaysWhatItIsAbout() {
    String domain = premium();
    String reference = stories.place(domain);
    stories.awaitWaitingFor(reference, "PRICE");

    JsonNode rows =
        operator
            .getAs(
                "/engine-rest/filter/"
                    + id("Money questions")
                    + "/list?firstResult=0&maxResults=200",
                "application/hal+json")
            .body();

    JsonNode row =
        stream(rows.at("/_embedded/task"))
            .filter(task -> variable(task, "domain").equals(domain))
            .findFirst()
            .orElseThrow();
    assertThat(variable(row, "about")).contains(domain, "premium name", "900").hasSizeLessThan(201);
    assertThat(variable(row, "operationText")).isEqualTo("registration");
    assertThat(variable(row, "account")).isEqualTo("sandbox");
    assertThat(variable(row, "orderReference")).isEqualTo(reference);
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableNameIn("about", "operationText")
                .count())
        .as("kept with the task only")
        .isZero();
  }

  private static String variable(JsonNode row, String name) {
    return stream(row.at("/_embedded/variable"))
        .filter(variable -> variable.get("name").asText().equals(name))
        .map(variable -> variable.get("value").asText())
        .findFirst()
        .orElse("");
  }

  private List<String> names(Caller caller) {
    return stream(caller.get("/engine-rest/filter?resourceType=Task").body())
        .map(list -> list.get("name").asText())
        .toList();
  }

  private boolean inList(Caller caller, String list, String reference) {
    Caller.Answer answer =
        caller.post(
            "/engine-rest/filter/" + id(list) + "/count",
            "{'processInstanceBusinessKey': '%s'}".formatted(reference));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("count").asInt() == 1;
  }

  private String id(String list) {
    return named(list).getId();
  }

  private Filter named(String list) {
    return filters.createTaskFilterQuery().filterName(list).singleResult();
  }

  private String premium() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    return domain;
  }

  private String transferWithWrongCode() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'right'}".formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'wrong'");
    stories.awaitWaitingFor(reference, "AUTH_CODE_WRONG");
    return reference;
  }

  private String deletionToConfirm() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    String reference = stories.placePlain("DELETE", domain, "");
    stories.awaitWaitingFor(reference, "DELETION_CONFIRMATION");
    return reference;
  }

  private String changeToApprove() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'WAIT_THEN_LOCK'");
    stories.awaitWaitingFor(reference, "CONSENT");
    return reference;
  }

  private static String task(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
