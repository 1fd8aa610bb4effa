package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.OnlyInFull;
import io.domainflow.callback.Webhooks;
import io.domainflow.model.Announcements;
import java.net.IDN;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator with many tasks finds one, sees its result, and gets the next. */
@DomainflowTest
class OperatorWithManyTasksTest {

  private final int port;
  private final Registrations stories;
  private final Webhooks webhooks;
  private Browser browser;

  @Autowired
  OperatorWithManyTasksTest(
      @LocalServerPort int port, Announcements announcements, TransactionTemplate transaction) {
    this.port = port;
    this.stories = new Registrations(port);
    this.webhooks = new Webhooks(port, announcements, transaction);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    browser.driver().manage().window().setSize(new Dimension(1280, 800));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("many-tasks-last");
      browser.close();
    }
  }

  @Test
  void findsATaskByAPartOfItsNameInEitherSpellingAndByItsReference() {
    String domain = freshName("com").replaceFirst("^", "bücher-");
    String reference = premium(domain);
    stories.awaitWaitingFor(reference, "PRICE");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");

    tasklist.find(stories.account());
    tasklist.awaitText(" in «All open tasks».");
    assertThat(tasklist.lists().rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(stories.account()));

    for (String part :
        List.of(
            domain.substring(2, domain.length() - 2),
            domain.toUpperCase(Locale.ROOT),
            IDN.toASCII(domain),
            reference.substring(3).toLowerCase(Locale.ROOT))) {
      tasklist.find(part);
      tasklist.awaitFound(domain);
    }
    assertThat(tasklist.text()).contains("1 task in «All open tasks»");
    browser.picture("many-tasks-found");
    assertThat(Axe.findings(browser, ".task-find")).isEmpty();
    assertThat(Axe.findings(browser, "ol.tasks-list")).isEmpty();

    tasklist.find("nothing_of-this%kind");
    tasklist.awaitText("No open task for «nothing_of-this%kind».");
    assertThat(tasklist.linkTo("Look among all orders"))
        .endsWith("/orders/?reference=nothing_of-this%25kind");

    tasklist.findAndOpen(domain, domain);
  }

  @Test
  void seesEightTasksWithWhatIsUrgentInThem() {
    Stream.generate(() -> premium(freshName("com")))
        .limit(9)
        .toList()
        .forEach(reference -> stories.awaitWaitingFor(reference, "PRICE"));
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.lists().open("Money questions");

    assertThat(tasklist.lists().rowsInSight()).isGreaterThanOrEqualTo(8);
    assertThat(tasklist.lists().sorting())
        .isEqualTo("Most urgent first: by priority, then due date");
    assertThat(tasklist.lists().rows())
        .anySatisfy(row -> assertThat(row).contains("Decide on price", "sandbox", "due in "));
    assertThat(tasklist.lists().counts().get(tasklist.lists().names().indexOf("Money questions")))
        .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThanOrEqualTo(9));
    browser.picture("many-tasks");
    assertThat(Axe.findings(browser, "ol.tasks-list")).isEmpty();

    stories.advance("P8D");
    tasklist = again();
    tasklist.lists().open("Overdue");
    assertThat(tasklist.lists().rows()).allSatisfy(row -> assertThat(row).contains(" overdue"));
    browser.picture("many-tasks-overdue");
  }

  @Test
  void readsWhatIsMissingThenWhatHasComeOfItAndGetsTheNext() {
    String first = freshName("com");
    String second = freshName("com");
    String reference = premium(first);
    JsonNode order = stories.awaitWaitingFor(reference, "PRICE");
    stories.awaitWaitingFor(premium(second), "PRICE");
    String id = order.at("/waitingFor/taskId").asText();

    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.find("Decide on price");
    tasklist.awaitText("tasks in «All open tasks»");
    tasklist.openRow(second);
    tasklist.openTab("Order");
    tasklist.awaitText("What has happened (UTC)");
    tasklist.openRow(first);
    Screen screen = new Screen(browser);
    assertThat(
            screen.shows(
                ".create-task-action, .reset-due-date, .reset-follow-up-date, .task-filter .actions"))
        .as("what the engine refuses")
        .isFalse();
    tasklist.claim();
    tasklist.complete();
    assertThat(tasklist.complaint())
        .contains("Not completed yet. Fill in «")
        .doesNotContain("An error happened");
    browser.picture("many-tasks-incomplete");
    tasklist.chooseFirst();
    tasklist.awaitNoComplaint();
    tasklist.complete();

    String done = tasklist.awaitDone(first + " is registered until ");
    assertThat(done).startsWith("Done: ").contains("Order " + reference);
    assertThat(tasklist.text()).doesNotContain("An error happened");
    assertThat(tasklist.linkTo("Order " + reference))
        .endsWith("/orders/#" + order.get("id").asText());
    tasklist.awaitOtherTask(id);
    browser.picture("many-tasks-done");
    assertThat(Axe.findings(browser, ".task-done")).isEmpty();
    assertThat(screen.covers(".task-done", ".task-card h2.task")).isFalse();
    stories.awaitStatus(reference, "COMPLETED");
    tasklist.claim();
    tasklist.chooseFirst();
    screen.awaitGone(".task-done");
  }

  @Test
  void continuesWithTheListThatWasOpenBeforeASearch() {
    String found = freshName("com");
    JsonNode order = stories.awaitWaitingFor(premium(found), "PRICE");
    stories.awaitWaitingFor(premium(freshName("com")), "PRICE");

    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.lists().open("Money questions");
    tasklist.findAndOpen(found, found);
    assertThat(tasklist.leadsToCockpit()).isFalse();
    tasklist.claim();
    tasklist.chooseFirst();
    tasklist.complete();

    tasklist.awaitDone(found + " is ");
    tasklist.awaitOtherTask(order.at("/waitingFor/taskId").asText());
    assertThat(tasklist.searched()).isEmpty();
    assertThat(tasklist.lists().rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsIgnoringCase("price"));
  }

  @Test
  @OnlyInFull(
      "findsATaskByAPartOfItsNameInEitherSpellingAndByItsReference, and by its account; seesEightTasksWithWhatIsUrgentInThem")
  void findsTheTasksOfAnAccountMostUrgentFirst() {
    stories.awaitWaitingFor(premium(freshName("com")), "PRICE");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.lists().open("Money questions");

    tasklist.find(stories.account());
    tasklist.awaitText(" in «All open tasks».");
    assertThat(tasklist.lists().rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(stories.account()));
    assertThat(tasklist.lists().sortedBy()).containsExactly("Priority", "Due date");
    browser.picture("many-tasks-of-account");

    tasklist.find("");
    tasklist.lists().awaitSorting("Most urgent first: by priority, then due date");
  }

  @Test
  void readsThatTheTaskIsOpenAgainWhenTheRegistrarRefusesAgain() {
    String domain = freshName("com");
    String reference =
        stories.placeChanged(
            domain, "", order -> order.replace("ns1.example.net", "ns1.unknown.example"));
    JsonNode order = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.openTaskOf(domain);
    tasklist.claim();
    tasklist.choose("Retry");
    tasklist.complete();

    String done = tasklist.awaitDone("Open again: ");
    assertThat(done)
        .startsWith("Open again: «Correct registration» for " + domain + ": ")
        .contains("it does not accept a value: name servers.", "Order " + reference)
        .doesNotContain("as input", "Its words", "NAMESERVER");
    browser.picture("many-tasks-asked-again");
    assertThat(Axe.findings(browser, ".task-done")).isEmpty();
    tasklist.openAskedAgain();
    tasklist.awaitForm(domain);
    assertThat(tasklist.openedTask())
        .isNotEqualTo(order.at("/waitingFor/taskId").asText())
        .isEqualTo(task(reference));
    stories.cancel(reference);
  }

  /**
   * The task is open again although all went well; and nobody knows yet whether an event arrives.
   */
  @Test
  void readsNoMoreThanIsKnownAboutWhatWasSent() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference =
        stories.placeChange(
            domain,
            ", 'registrantChangeMode': 'WAIT_THEN_LOCK', 'consents': [{'side': 'NEW', 'basis':"
                + " 'agreement', 'textVersion': '3', 'givenAt': '2026-01-02T10:00:00Z',"
                + " 'evidence': 'ticket 1'}]");
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.openTaskOf(domain);
    tasklist.claim();
    tasklist.choose("Resend");
    tasklist.complete();

    assertThat(tasklist.awaitDone(" has accepted to send its confirmation mails again."))
        .startsWith("Completed: «Chase confirmation» for " + domain + ": Resend. The registrar ")
        .contains("Open the task", "Order " + reference);
    browser.picture("many-tasks-mails");
    stories.cancel(reference);

    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.answer(WebhookReceiver.status(410));
      JsonNode webhook = webhooks.add(receiver.url());
      webhooks.announce("order.created", "one.example");
      webhooks.awaitTries(webhook, 1);
      receiver.answer(WebhookReceiver.status(500));
      tasklist.find("Look after webhook");
      tasklist.awaitText("1 task in «All open tasks»");
      tasklist.openRow("localhost");
      tasklist.claim();
      tasklist.choose("Replay");
      tasklist.complete();

      assertThat(tasklist.awaitDone("Replay."))
          .startsWith("Completed: «Look after webhook» for localhost of " + Webhooks.OWNER)
          .contains("all events that have not arrived are sent now.");
      webhooks.awaitTries(webhook, 2);
    } finally {
      webhooks.removeAll();
    }
  }

  @Test
  @OnlyInFull(
      "AccountOutOfCreditProcessTest, over REST; readsThatTheTaskIsOpenAgainWhenTheRegistrarRefusesAgain")
  void readsThatAnAccountIsStillOutOfCredit() {
    stories.account("{'login': 'test.user', 'balance': '3.00'}");
    String reference = stories.place(freshName("com"));
    try {
      stories.awaitWaitingFor(reference, "CREDIT");
      Awaitility.await().until(() -> !task(reference).isEmpty());
      String task = task(reference);
      stories.operator().post("/engine-rest/task/" + task + "/claim", "{'userId': 'operator'}");
      Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
      tasklist.openTask(task);
      tasklist.chooseFirst();
      tasklist.complete();

      assertThat(tasklist.awaitDone("Open again: "))
          .startsWith("Open again: «Top account up» for " + stories.account());
    } finally {
      stories.cancel(reference);
      stories.account("{'login': 'test.user', 'balance': '1000000.00'}");
      stories.advance("PT2H");
    }
  }

  @Test
  void typesADateThatIsReadAsItWasMeantAndKept() {
    String day = Instant.parse(stories.now()).plus(Duration.ofDays(41)).toString().substring(0, 10);
    String words =
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(LocalDate.parse(day));
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'right'}".formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'wrong'");
    stories.awaitWaitingFor(reference, "AUTH_CODE_WRONG");
    browser.liveIn("Asia/Tokyo");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.openTaskOf(domain);
    tasklist.claim();
    tasklist.choose("Wait");

    tasklist.openCalendar("Wait until");
    new Screen(browser).awaitUncovered(".flatpickr-calendar.open .flatpickr-day", 42);
    browser.picture("many-tasks-calendar");

    DateField date = new DateField(browser, tasklist, "Wait until");
    for (String way : List.of("uuuu-MM-dd", "d.M.uuuu", "M/d/uuuu")) {
      String typed = DateTimeFormatter.ofPattern(way).format(LocalDate.parse(day));
      assertThat(date.fill(typed, words + ", in 41 days")).as(typed).isEqualTo(day);
    }
    tasklist.fill("Time (UTC)", "10:00");
    assertThat(date.fill("31.02.2040", "«31.02.2040» is no date. Write it as 2027-01-31."))
        .isEqualTo("31.02.2040");
    date.fill(day, words + ", 10:00 UTC, in 41 days");
    tasklist.openTab("Order");
    tasklist.awaitText("What has happened (UTC)");
    tasklist.openTab("Form");
    date.awaitWords(words + ", 10:00 UTC, in 41 days");
    browser.picture("many-tasks-date");
    tasklist.complete();
    assertThat(tasklist.awaitDone(domain)).contains("Until " + day + " 10:00 UTC");
    stories.cancel(reference);
  }

  private String task(String reference) {
    return stories.get(reference).at("/waitingFor/taskId").asText("");
  }

  private Tasklist again() {
    browser.close();
    open();
    return Tasklist.logIn(browser, port, "operator");
  }

  private String premium(String domain) {
    stories.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00',"
                + " 'renewalPrice': '300.00', 'currency': 'EUR'}")
            .formatted(domain));
    return stories.place(domain);
  }
}
