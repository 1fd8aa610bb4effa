package io.domainflow.browser;

import static io.domainflow.browser.FiguresInCockpit.number;
import static io.domainflow.browser.FiguresInCockpit.sum;
import static io.domainflow.browser.FiguresInCockpit.who;
import static io.domainflow.browser.HandbookPictures.DRAW;
import static io.domainflow.browser.HandbookPictures.FOR_APPROVERS;
import static io.domainflow.browser.HandbookPictures.PICTURES;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * <p>{@code mvn test -Dtest=DaysWithDemoDataTest -Dpictures=draw} renews the pictures of the
 * handbook and their texts.
 */
@DomainflowTest
@OnlyInFull(
    "HandbookTest, AlertsTest and MetricsTest, OperatorInTasklistTest and ApproverInTasklistTest,"
        + " AnalystInCockpitTest and FiguresTest, a part each; that the demo shows every task and"
        + " every state is tried in full only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DaysWithDemoDataTest {

  private static final Path OF_COCKPIT = Path.of("docs", "pictures", "cockpit");
  private static final String OPERATOR = "operator";
  private static final String APPROVER = "approver2";
  private static final String ANALYST = "analyst";

  private final int port;
  private final DemoData demo;
  private final EveryState everyState;
  private final Registrations stories;
  private final Caller admin;
  private final TasksOfDemoData tasks;
  private Browser browser;
  private HandbookPictures handbook;
  private FiguresInCockpit figures;
  private DemoReport made;

  @Autowired
  DaysWithDemoDataTest(@LocalServerPort int port, DemoData demo, ProcessEngine engine) {
    this.port = port;
    this.demo = demo;
    this.everyState = new EveryState(engine, port);
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.tasks = new TasksOfDemoData(admin);
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
    handbook = new HandbookPictures(browser, admin, tasks);
    figures = new FiguresInCockpit(browser, admin);
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
    assertThat(made.stopped()).as("stories that ended early").isEmpty();
    // a step that is automatically retried is in progress for a moment
    await().untilAsserted(() -> everyState.assertIn(demo.fill(500)));
    assertThat(orders(demo.fill(500))).as("once is enough").isEqualTo(orders(made));
  }

  private static int orders(DemoReport report) {
    return report.orders().values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  @Order(1)
  void theHandbookShowsTheFormsAsTheyAre() throws IOException {
    Map<String, JsonNode> ofForms = handbook.oneTaskOfEachForm();
    assertThat(ofForms.keySet()).containsAll(HandbookPictures.forms());

    SoftAssertions all = new SoftAssertions();
    for (String login : List.of(OPERATOR, APPROVER)) {
      Tasklist tasklist = Tasklist.logIn(browser, port, login);
      if (DRAW && login.equals(OPERATOR)) {
        tasklist.lists().open("Money questions");
        tasklist.openRow(tasks.unclaimed("Task_DecideOnPrice"));
        browser.picture(PICTURES.resolve("tasklist.png"), browser.driver());
      }
      browser.makeHigh();
      for (Map.Entry<String, JsonNode> task : ofForms.entrySet()) {
        if (login.equals(APPROVER) == FOR_APPROVERS.contains(task.getKey())) {
          handbook.look(task.getKey(), task.getValue().get("id").asText(), tasklist, login, all);
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

    String expensive = tasks.unclaimed("Task_DecideOnPrice");
    tasklist.lists().open("Money questions");
    tasklist.openRow(expensive);
    tasklist.claim();
    tasklist.comment("Asked the customer on the phone: yes.");
    tasklist.choose("Approve");
    browser.picture("day-price");
    tasklist.complete();
    tasklist.awaitCompleted();
    awaitPurchase("AddDomainApplication", expensive);

    String refused = tasks.unclaimed("Task_CorrectRegistration");
    String reference = tasks.reference(refused);
    tasklist.lists().open("Registrar refused");
    tasklist.openRow(refused);
    tasklist.claim();
    tasklist.complete();
    tasklist.awaitText("Field is required");
    tasklist.choose("Give up");
    tasklist.complete();
    tasklist.awaitCompleted();
    stories.awaitStatus(reference, "FAILED");

    browser.driver().get("http://127.0.0.1:" + port + "/orders/#" + tasks.reference(expensive));
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

    String approved = tasks.unclaimed("Task_ApproveForNewRegistrant");
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

    String refused = tasks.unclaimed("Task_ApproveForPriorRegistrant");
    tasklist.openRow(refused);
    tasklist.claim();
    tasklist.choose("Refuse");
    tasklist.fill("Reason", "The letter is not signed.");
    tasklist.complete();
    tasklist.awaitCompleted();
    String order = "/api/v1/orders/" + tasks.reference(refused);
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
    JsonNode ended = figures.figure("orders-per-day");
    JsonNode waiting = figures.figure("waiting-orders");
    assertThat(cockpit.tile("Done")).isEqualTo(number(sum(ended, "completed", row -> true)));
    assertThat(cockpit.tile("Failed")).isEqualTo(number(sum(ended, "failed", row -> true)));
    assertThat(cockpit.tile("Waiting now")).isEqualTo(number(sum(waiting, "orders", row -> true)));
    cockpit.tile("Accounts held back");
    browser.picture("analyst-dashboard");
    assertThat(Axe.findings(browser, ".analysis-dashboard")).isEmpty();

    cockpit.openMenu("Figures");
    JsonNode ofTlds = figures.figure("success-by-tld");
    assertThat(cockpit.figure("success-by-tld").getText())
        .contains("." + ofTlds.at("/rows/0/tld").asText() + " has most failures: ");
    assertThat(cockpit.figure("waiting-orders").getText())
        .contains(
            number(sum(waiting, "orders", row -> who(row).equals("OPERATOR")))
                + " wait for an operator");
    cockpit.figure("time-to-done");
    figures.assertThatANumberLeadsToItsOrders(cockpit, waiting.at("/rows/0"));
    keep(cockpit, "figures");
    browser.makeHigh();
    browser.picture("analyst-figures-all");
    assertThat(Axe.findings(browser, ".analysis-page")).isEmpty();

    cockpit.openTable("success-by-tld");
    assertThat(FiguresInCockpit.csv(cockpit.csv("success-by-tld", saved), "TLD", "Ended", "Failed"))
        .isEqualTo(FiguresInCockpit.table(cockpit, "success-by-tld", "TLD", "Ended", "Failed"));
    cockpit.sortBy("success-by-tld", "Ended");
    assertThat(cockpit.column("success-by-tld", "Ended"))
        .hasSize(ofTlds.get("rows").size())
        .map(text -> Integer.valueOf(text.replace(",", "")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    cockpit.press("7 days");
    cockpit.awaitText("for " + LocalDate.parse(ended.get("to").asText()).minusDays(6) + " to ");
    assertThat(cockpit.page()).isEqualTo("/figures?days=7");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("7 days");
    figures.assertFiltersNarrowTheFigures(cockpit);
  }

  @Test
  @Order(6)
  void anAnalystFindsOutWhoDecidedAndLeavesTheRetriesToAnAdministrator() throws IOException {
    JsonNode decision = tasks.decisionOnAnEndedChange();
    Cockpit cockpit = Cockpit.logIn(browser, port, ANALYST);
    cockpit.goTo(
        "/process-definition/" + figures.definition("DomainRegistrationProcess") + "/runtime");
    cockpit.press("How often");
    cockpit.awaitShown(".analysis-heat-badge");
    keep(cockpit, "heat-map");
    assertThat(Axe.findings(browser, ".analysis-heat")).isEmpty();
    figures.assertHeat(cockpit, "How often", row -> number(row.get("finished").asLong()));
    figures.assertHeat(
        cockpit, "Typical time", row -> Cockpit.duration(row.get("medianSeconds").asDouble()));
    figures.assertHeat(
        cockpit, "Time in all", row -> Cockpit.duration(row.get("totalSeconds").asDouble()));

    String changed = tasks.variableOfEnded(decision, "domain");
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
}
