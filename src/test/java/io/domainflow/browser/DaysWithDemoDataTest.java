package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import io.domainflow.demo.DemoData;
import io.domainflow.demo.DemoDataLeft;
import io.domainflow.demo.DemoReport;
import io.domainflow.demo.EveryState;
import io.domainflow.metrics.Prometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A shop with some months of history has every task and every state; the test opens every form, and
 * follows an operator, an approver and an analyst through their days. It is one class, because
 * creating the demo data takes a while.
 *
 * <p>The pictures of the handbook show the present forms. The text of each is stored beside this
 * class, without its figures; a form with a different text needs a new picture. {@code mvn test
 * -Dtest=DaysWithDemoDataTest -Dpictures=draw} renews both.
 */
@DomainflowTest
@OnlyInFull(
    "HandbookTest, AlertsTest and MetricsTest, OperatorInTasklistTest and ApproverInTasklistTest,"
        + " AnalystInCockpitTest and FiguresTest, a part each; that the demo shows every task and"
        + " every state is tried in full only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DaysWithDemoDataTest {

  private static final Path PICTURES = Path.of("docs", "pictures", "handbook");
  private static final Path WRITTEN =
      Path.of("src", "test", "resources", "io", "domainflow", "browser", "handbook");
  private static final Path OF_COCKPIT = Path.of("docs", "pictures", "cockpit");
  private static final boolean DRAW = "draw".equals(System.getProperty("pictures"));

  private static final String OPERATOR = "operator";
  private static final String APPROVER = "approver2";
  private static final String ANALYST = "analyst";

  private static final Pattern MONTH =
      Pattern.compile(
          Arrays.stream(Month.values())
              .flatMap(
                  month ->
                      Stream.of(TextStyle.FULL, TextStyle.SHORT)
                          .map(style -> month.getDisplayName(style, Locale.ENGLISH)))
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

  /** One for all top-level domains. */
  private static final String ADDITIONAL_FIELDS = "additional-fields";

  private static final String SHOWN_ADDITIONAL_FIELDS = "additional-fields-ca";
  private static final Set<String> FOR_APPROVERS =
      Set.of(
          "change-approve",
          "update-approve",
          "authcode-approve",
          "release-approve",
          "answer-outgoing-transfer");

  private final int port;
  private final DemoData demo;
  private final EveryState everyState;
  private final Registrations stories;
  private final Caller admin;
  private Browser browser;
  private DemoReport made;

  @Autowired
  DaysWithDemoDataTest(@LocalServerPort int port, DemoData demo, ProcessEngine engine) {
    this.port = port;
    this.demo = demo;
    this.everyState = new EveryState(engine, port);
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @BeforeAll
  void fill() {
    // Each move of the clock would wait for work that other classes left open.
    stories.startOver();
    made = demo.fill(0);
  }

  @AfterAll
  void putEverythingBack() {
    DemoDataLeft.remove(port);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    browser.followClock(Duration.between(Instant.now(), Instant.parse(stories.now())));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("days-last");
      browser.close();
    }
  }

  @Test
  @Order(0)
  void demoDataShowsEveryTaskAndEveryState() {
    everyState.assertIn(made);
    // a step that is automatically retried is in progress for a moment
    await()
        .untilAsserted(
            () ->
                assertThat(demo.fill(500).orders()).as("once is enough").isEqualTo(made.orders()));
  }

  @Test
  @Order(1)
  void theHandbookShowsTheFormsAsTheyAre() throws IOException {
    Map<String, JsonNode> tasks = oneTaskOfEachForm();
    assertThat(tasks.keySet()).containsAll(forms());

    SoftAssertions all = new SoftAssertions();
    for (String login : List.of(OPERATOR, APPROVER)) {
      Tasklist tasklist = Tasklist.logIn(browser, port, login);
      if (DRAW && login.equals(OPERATOR)) {
        tasklist.lists().open("Money questions");
        tasklist.openRow(unclaimed("Task_DecideOnPrice"));
        browser.picture(PICTURES.resolve("tasklist.png"), browser.driver());
      }
      browser.makeHigh();
      for (Map.Entry<String, JsonNode> task : tasks.entrySet()) {
        if (login.equals(APPROVER) == FOR_APPROVERS.contains(task.getKey())) {
          look(task.getKey(), task.getValue().get("id").asText(), tasklist, login, all);
        }
      }
      browser.close();
      open();
    }
    all.assertAll();
  }

  @Test
  @Order(2)
  void theDashboardShowsEverySeriesAndTheAlertsSeeWhatIsWrong() throws IOException {
    try (Prometheus prometheus = Prometheus.of(port)) {
      prometheus.assertReads();
      stories.awaitStatus(stories.place(Registrations.freshName("com")), "COMPLETED");
      prometheus.assertEveryPanelShowsASeries();
      prometheus.assertEveryRuleWorks();
      assertThat(prometheus.alerting())
          .contains("StepsStopped", "OrdersWaitForCredit", "TasksOverdue")
          .doesNotContain("NodeDown", "ReadingsOld", "PumpStopped");
    }
  }

  @Test
  @Order(3)
  void anOperatorCompletesTheOpenTasks() {
    Tasklist tasklist = Tasklist.logIn(browser, port, OPERATOR);
    assertThat(tasklist.lists().names())
        .containsExactly(
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
            "All open tasks");

    tasklist.lists().open("Overdue");
    assertThat(tasklist.lists().rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(" overdue"));
    assertThat(tasklist.lists().sorting())
        .isEqualTo("Most urgent first: by priority, then due date");
    browser.picture("day-overdue");

    String expensive = unclaimed("Task_DecideOnPrice");
    tasklist.lists().open("Money questions");
    tasklist.openRow(expensive);
    tasklist.claim();
    tasklist.comment("Asked the customer on the phone: yes.");
    tasklist.choose("Approve");
    browser.picture("day-price");
    tasklist.complete();
    tasklist.awaitCompleted();
    awaitPurchase("AddDomainApplication", expensive);

    String refused = unclaimed("Task_CorrectRegistration");
    String reference = reference(refused);
    tasklist.lists().open("Registrar refused");
    tasklist.openRow(refused);
    tasklist.claim();
    tasklist.complete();
    tasklist.awaitText("Field is required");
    tasklist.choose("Give up");
    tasklist.complete();
    tasklist.awaitCompleted();
    stories.awaitStatus(reference, "FAILED");

    browser.driver().get("http://127.0.0.1:" + port + "/orders/#" + reference(expensive));
    tasklist.awaitText("Asked the customer on the phone: yes.");
    browser.picture("day-order-approved");
    browser.driver().get("http://127.0.0.1:" + port + "/orders/#" + reference);
    tasklist.awaitText("Nothing was bought");
    browser.picture("day-order-failed");
  }

  @Test
  @Order(4)
  void anApproverApprovesAsksBackAndRefuses() {
    Tasklist tasklist = Tasklist.logIn(browser, port, APPROVER);
    assertThat(tasklist.lists().names())
        .contains("Designated-agent approvals")
        .doesNotContain("Overdue ");
    tasklist.lists().open("Designated-agent approvals");
    browser.picture("day-approvals");

    String approved = unclaimed("Task_ApproveForNewRegistrant");
    tasklist.openRow(approved);
    tasklist.claim();
    tasklist.choose("Approve");
    tasklist.complete();
    tasklist.awaitText("Field is required");
    tasklist.fill("Where is the proof?", "ticket 4711");
    browser.picture("day-approved");
    tasklist.complete();
    tasklist.awaitCompleted();
    assertThat(admin.get("/api/v1/consents?domain=" + approved).body())
        .anySatisfy(consent -> assertThat(consent.get("by").asText()).isEqualTo(APPROVER));

    String refused = unclaimed("Task_ApproveForPriorRegistrant");
    tasklist.openRow(refused);
    tasklist.claim();
    tasklist.choose("Refuse");
    tasklist.fill("Reason", "The letter is not signed.");
    tasklist.complete();
    tasklist.awaitCompleted();
    String order = "/api/v1/orders/" + reference(refused);
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(admin.get(order).body().at("/failure/reason").asText())
                    .isEqualTo("CONSENT_REFUSED"));
  }

  @Test
  @Order(5)
  void anAnalystReadsTheFigures(@TempDir Path saved) throws IOException {
    Cockpit cockpit = Cockpit.logIn(browser, port, ANALYST);
    JsonNode ended = figure("orders-per-day");
    JsonNode waiting = figure("waiting-orders");
    assertThat(cockpit.tile("Done")).isEqualTo(number(sum(ended, "completed", row -> true)));
    assertThat(cockpit.tile("Failed")).isEqualTo(number(sum(ended, "failed", row -> true)));
    assertThat(cockpit.tile("Waiting now")).isEqualTo(number(sum(waiting, "orders", row -> true)));
    cockpit.tile("Accounts held back");
    browser.picture("analyst-dashboard");
    assertThat(Axe.findings(browser, ".analysis-dashboard")).isEmpty();

    cockpit.openMenu("Figures");
    JsonNode ofTlds = figure("success-by-tld");
    assertThat(cockpit.figure("success-by-tld").getText())
        .contains("." + ofTlds.at("/rows/0/tld").asText() + " has most failures: ");
    assertThat(cockpit.figure("waiting-orders").getText())
        .contains(
            number(sum(waiting, "orders", row -> who(row).equals("OPERATOR")))
                + " wait for an operator");
    cockpit.figure("time-to-done");
    assertThatANumberLeadsToItsOrders(cockpit, waiting.at("/rows/0"));
    keep(cockpit, "figures");
    browser.makeHigh();
    browser.picture("analyst-figures-all");
    assertThat(Axe.findings(browser, ".analysis-page")).isEmpty();

    cockpit.openTable("success-by-tld");
    assertThat(csv(cockpit.csv("success-by-tld", saved), "TLD", "Ended", "Failed"))
        .isEqualTo(table(cockpit, "success-by-tld", "TLD", "Ended", "Failed"));
    cockpit.sortBy("success-by-tld", "Ended");
    assertThat(cockpit.column("success-by-tld", "Ended"))
        .hasSize(ofTlds.get("rows").size())
        .map(text -> Integer.valueOf(text.replace(",", "")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    cockpit.press("7 days");
    cockpit.awaitText("for " + LocalDate.parse(ended.get("to").asText()).minusDays(6) + " to ");
    assertThat(cockpit.page()).isEqualTo("/figures?days=7");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("7 days");
    assertFiltersNarrowTheFigures(cockpit);
  }

  private void assertThatANumberLeadsToItsOrders(Cockpit cockpit, JsonNode first) {
    String page =
        cockpit
            .figure("waiting-orders")
            .findElement(By.cssSelector("tbody a"))
            .getDomProperty("href");
    assertThat(page).contains("waitingFor=" + first.get("code").asText());
    String figures = cockpit.page();
    browser.driver().get(page);
    cockpit.awaitText(first.get("orders").asText() + " orders, latest first.");
    cockpit.goTo(figures);
    cockpit.figure("time-to-done");
  }

  private void assertFiltersNarrowTheFigures(Cockpit cockpit) {
    cockpit.press("Reset");
    cockpit.choose("Operation", "Transfer");
    cockpit.press("Show");
    cockpit.awaitText("Of all orders: this is not known by operation.");
    assertThat(cockpit.page()).isEqualTo("/figures?days=30&operation=TRANSFER");
    JsonNode transfers = figure("orders-per-day?operation=TRANSFER");
    assertThat(sum(transfers, "completed", row -> true)).isPositive();
    assertThat(cockpit.figure("orders-per-day").getText())
        .contains(
            number(sum(transfers, "completed", row -> true))
                + " completed, "
                + number(sum(transfers, "failed", row -> true))
                + " failed");

    cockpit.goTo("/figures?from=2026-02-30&to=2026-03-01&tld=c/m");
    cockpit.awaitText("Not shown: from must be a day such as 2027-01-31; top-level domain must be");
    cockpit.figure("accounts");
    assertThat(cockpit.shown("[role='alert']")).hasSize(1);
    assertThat(cockpit.shown("#analysis-orders-per-day, #analysis-waiting-orders")).isEmpty();
    browser.picture("analyst-no-such-period");
  }

  @Test
  @Order(6)
  void anAnalystFindsOutWhoDecidedAndLeavesTheRetriesToAnAdministrator() throws IOException {
    JsonNode decision = decisionOnAnEndedChange();
    Cockpit cockpit = Cockpit.logIn(browser, port, ANALYST);
    cockpit.goTo("/process-definition/" + definition("DomainRegistrationProcess") + "/runtime");
    cockpit.press("How often");
    cockpit.visible(By.cssSelector(".analysis-heat-badge"));
    keep(cockpit, "heat-map");
    assertThat(Axe.findings(browser, ".analysis-heat")).isEmpty();
    assertHeat(cockpit, "How often", row -> number(row.get("finished").asLong()));
    assertHeat(
        cockpit, "Typical time", row -> Cockpit.duration(row.get("medianSeconds").asDouble()));
    assertHeat(cockpit, "Time in all", row -> Cockpit.duration(row.get("totalSeconds").asDouble()));

    String changed = variableOfEnded(decision, "domain");
    new AnalystsQuestions(cockpit, admin).assertAnswered(decision, changed);
    cockpit.lookAt(
        By.linkText("Its order"),
        () -> {
          cockpit.awaitText(changed);
          assertThat(browser.driver().getCurrentUrl()).contains("/orders/");
        });
    browser.makeHigh();
    browser.picture("analyst-audit");
    if (DRAW) {
      browser.picture(
          OF_COCKPIT.resolve("audit.png"), cockpit.visible(By.cssSelector(".analysis-audit")));
    }
    assertThat(Axe.findings(browser, ".analysis-audit")).isEmpty();

    cockpit.openMenu("Failed steps");
    cockpit.openFirst("Show the 1 step");
    cockpit.awaitText("An administrator retries them, once the reason is gone.");
    browser.picture("analyst-failed-steps");
    assertThat(Axe.findings(browser, ".analysis-page")).isEmpty();
    browser.close();
    open();
    anAdministratorRetriesWhatFailed();
  }

  private void anAdministratorRetriesWhatFailed() {
    Cockpit cockpit = readyToRetry();
    // the session ends meanwhile
    browser.driver().manage().deleteAllCookies();
    cockpit.press("Retry now");
    cockpit.awaitText("1 step could not be retried:");
    assertThat(cockpit.text()).contains("0 steps are tried once more.");
    browser.picture("admin-failed-steps-refused");
    browser.close();
    open();
    cockpit = readyToRetry();
    cockpit.press("Retry now");
    cockpit.awaitText("1 step is tried once more.");
    browser.picture("admin-failed-steps");
  }

  private Cockpit readyToRetry() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "admin");
    cockpit.openMenu("Failed steps");
    cockpit.openFirst("Show the 1 step and retry");
    cockpit.press("Retry 1 step …");
    return cockpit;
  }

  /** The numbers on the steps are those of the API, and every step that took time has one. */
  private void assertHeat(Cockpit cockpit, String measure, Function<JsonNode, String> number) {
    cockpit.press(measure);
    cockpit.awaitText(measure + ", ");
    Map<String, String> shown = cockpit.heat();
    JsonNode heat =
        admin
            .get("/api/v1/processes/" + definition("DomainRegistrationProcess") + "/heat")
            .body()
            .get("activities");
    Map<String, String> read = new HashMap<>();
    heat.forEach(row -> read.put(row.get("activity").asText(), number.apply(row)));
    assertThat(shown).as(measure).isNotEmpty();
    shown.forEach((step, text) -> assertThat(text).as(step).isEqualTo(read.get(step)));
    heat.forEach(
        row -> {
          String step = row.get("activity").asText();
          if (step.startsWith("Task_") && !read.get(step).startsWith("0")) {
            assertThat(shown).as(measure).containsKey(step);
          }
        });
  }

  /** The rows of a table on the page of figures, of some of its columns. */
  private static List<List<String>> table(Cockpit cockpit, String figure, String... titles) {
    List<List<String>> columns =
        Arrays.stream(titles).map(title -> cockpit.column(figure, title)).toList();
    return IntStream.range(0, columns.get(0).size())
        .mapToObj(n -> columns.stream().map(column -> column.get(n).replace(",", "")).toList())
        .toList();
  }

  private static List<List<String>> csv(Path file, String... columns) throws IOException {
    try (CSVParser rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      return rows.stream().map(row -> Arrays.stream(columns).map(row::get).toList()).toList();
    }
  }

  private void look(String form, String task, Tasklist tasklist, String login, SoftAssertions all)
      throws IOException {
    admin.post("/engine-rest/task/" + task + "/assignee", "{'userId': '%s'}".formatted(login));
    tasklist.openTask(task);
    all.assertThat(tasklist.showsFacts()).as("the facts of " + form + " are open").isFalse();
    if (DRAW) {
      tasklist.picture(PICTURES.resolve(form + ".png"));
    }
    tasklist.pressFacts();
    String written = withoutFigures(tasklist.form());
    all.assertThat(Axe.findings(browser, Axe.FORMS)).as(form).isEmpty();
    if (DRAW) {
      Files.createDirectories(WRITTEN);
      Files.writeString(WRITTEN.resolve(form + ".txt"), written);
    } else {
      all.assertThat(written)
          .as("what is written on the form %s; -Dpictures=draw makes its picture anew", form)
          .isEqualTo(Files.readString(WRITTEN.resolve(form + ".txt")));
    }
    admin.post("/engine-rest/task/" + task + "/unclaim", "{}");
  }

  /** Dates, prices and references differ each time. */
  private static String withoutFigures(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .map(line -> MONTH.matcher(line.strip().replaceAll("\\d+", "0")).replaceAll("Month"))
        // the number of tries depends on the speed of this machine
        .filter(line -> !line.isEmpty() && !line.startsWith("Trouble "))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  private Map<String, JsonNode> oneTaskOfEachForm() {
    Map<String, JsonNode> tasks = new TreeMap<>();
    Map<String, String> keys = businessKeys();
    List<JsonNode> inOrder = new ArrayList<>();
    tasks("").forEach(inOrder::add);
    // The same task each time, however fast the others were created.
    inOrder.sort(Comparator.comparing(task -> keys.get(task.get("processInstanceId").asText())));
    for (JsonNode task : inOrder) {
      String form = task.at("/camundaFormRef/key").asText();
      if (form.equals(SHOWN_ADDITIONAL_FIELDS)) {
        tasks.putIfAbsent(ADDITIONAL_FIELDS, task);
      } else if (!form.startsWith(ADDITIONAL_FIELDS)) {
        tasks.putIfAbsent(form, task);
      }
    }
    return tasks;
  }

  private Map<String, String> businessKeys() {
    Map<String, String> keys = new HashMap<>();
    admin
        .get("/engine-rest/process-instance?maxResults=1000")
        .body()
        .forEach(
            process -> keys.put(process.get("id").asText(), process.get("businessKey").asText()));
    return keys;
  }

  private JsonNode tasks(String condition) {
    return admin
        .get("/engine-rest/task?maxResults=1000&sortBy=created&sortOrder=asc" + condition)
        .body();
  }

  /** The domain of such a task that nobody has taken. */
  private String unclaimed(String key) {
    String process =
        tasks("&unassigned=true&taskDefinitionKey=" + key).get(0).get("processInstanceId").asText();
    return variable(process, "domain");
  }

  private String reference(String domain) {
    return admin.get("/api/v1/orders?domain=" + domain).body().at("/orders/0/reference").asText();
  }

  private String variable(String process, String name) {
    return admin
        .get("/engine-rest/process-instance/" + process + "/variables/" + name)
        .body()
        .get("value")
        .asText();
  }

  private JsonNode figure(String name) {
    return admin.get("/api/v1/figures/" + name).body();
  }

  private static String who(JsonNode row) {
    return row.get("who").asText();
  }

  private static long sum(JsonNode figure, String column, Predicate<JsonNode> which) {
    return rows(figure).filter(which).mapToLong(row -> row.get(column).asLong()).sum();
  }

  private static Stream<JsonNode> rows(JsonNode figure) {
    return StreamSupport.stream(figure.get("rows").spliterator(), false);
  }

  /** A number as the screen shows it. */
  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private String definition(String key) {
    return admin.get("/engine-rest/process-definition/key/" + key).body().get("id").asText();
  }

  /** A task that an approver has completed, of a change that has ended since. */
  private JsonNode decisionOnAnEndedChange() {
    JsonNode tasks =
        admin
            .get(
                "/engine-rest/history/task?finished=true&taskDeleteReason=completed"
                    + "&processFinished=true&taskDefinitionKey=Task_ApproveForNewRegistrant")
            .body();
    return StreamSupport.stream(tasks.spliterator(), false)
        .filter(this::isOfAnEndedChange)
        .findFirst()
        .orElseThrow();
  }

  // The process of a consent ends long before the change that has called it.
  private boolean isOfAnEndedChange(JsonNode task) {
    return !admin
        .get("/engine-rest/history/process-instance/" + task.get("rootProcessInstanceId").asText())
        .body()
        .path("endTime")
        .isNull();
  }

  private String variableOfEnded(JsonNode task, String name) {
    return admin
        .get(
            "/engine-rest/history/variable-instance?variableName="
                + name
                + "&processInstanceId="
                + task.get("processInstanceId").asText())
        .body()
        .at("/0/value")
        .asText();
  }

  /** Saves a picture of the screen, also for the guide if its pictures are renewed. */
  private void keep(Cockpit cockpit, String name) {
    browser.picture("analyst-" + name);
    if (DRAW) {
      cockpit.picture(OF_COCKPIT.resolve(name + ".png"));
    }
  }

  private void awaitPurchase(String command, String domain) {
    await()
        .untilAsserted(
            () ->
                assertThat(stories.ledger(domain))
                    .filteredOn(entry -> entry.get("command").asText().equals(command))
                    .hasSize(1));
  }

  private static List<String> forms() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      return Stream.concat(
              Stream.of(ADDITIONAL_FIELDS),
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".form") && !file.endsWith("-start.form"))
                  .map(file -> file.replace(".form", "")))
          .toList();
    }
  }
}
