package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.openqa.selenium.By;

/** Checks that Cockpit answers the guide's questions on the pages that the guide names. */
final class AnalystsQuestions {

  private static final Path GUIDE = Path.of("docs", "cockpit.md");
  private static final String FIGURES = "/figures";
  private static final String DASHBOARD = "/dashboard";
  private static final Map<String, String> PARTS =
      Map.of("people", "people", "registrar", "the registrar", "own", "our own steps");

  private final Cockpit cockpit;
  private final Caller api;

  AnalystsQuestions(Cockpit cockpit, Caller api) {
    this.cockpit = cockpit;
    this.api = api;
  }

  /**
   * A question.
   *
   * @param words the guide's text
   * @param page the address after {@code #}
   * @param act the action there first
   * @param place the element with the answer
   * @param answer the expected text
   */
  private record Question(
      String words, String page, Consumer<Cockpit> act, String place, String answer) {}

  /**
   * Asserts all answers.
   *
   * @param decision a completed task of a change that has ended since
   * @param domain the name of that change
   */
  void assertAnswered(JsonNode decision, String domain) throws IOException {
    List<Question> questions = questions(decision, domain);
    assertThat(questions)
        .extracting(Question::words)
        .hasSize(21)
        .containsExactlyInAnyOrderElementsOf(inGuide());
    SoftAssertions all = new SoftAssertions();
    String open = "";
    for (Question question : questions) {
      if (!question.page().equals(open)) {
        cockpit.goTo(question.page());
        open = question.page();
      }
      question.act().accept(cockpit);
      assertThat(question.answer()).as(question.words()).isNotBlank();
      all.assertThat(cockpit.visible(By.cssSelector(question.place())).getText())
          .as(question.words())
          .contains(question.answer());
    }
    all.assertAll();
  }

  private List<Question> questions(JsonNode decision, String domain) {
    String change = "/process-definition/" + definition("ChangeOfRegistrantProcess") + "/runtime";
    String registration =
        "/process-definition/" + definition("DomainRegistrationProcess") + "/runtime";
    JsonNode days = first("orders-per-day", row -> true);
    JsonNode year = figure("orders-per-day" + last(365));
    JsonNode worst = first("success-by-tld", row -> true);
    JsonNode account =
        rows(figure("success-by-account"))
            .filter(row -> row.get("failed").asLong() > 0)
            .min(Comparator.comparing(row -> row.get("success").asDouble()))
            .orElseThrow();
    JsonNode reason = figure("failure-reasons" + last(7)).at("/rows/0");
    JsonNode transfer = first("time-to-done", row -> text(row, "operation").equals("TRANSFER"));
    JsonNode waiting = first("waiting-orders", row -> true);
    JsonNode lock = first("locks-ending", row -> true);
    JsonNode stopped = first("steps-in-trouble", row -> true);
    JsonNode balance = first("accounts", row -> true);
    JsonNode operation = first("success-by-operation", row -> true);
    JsonNode decided = first("decisions", row -> true);
    JsonNode confirmation = first("open-confirmations", row -> true);
    String lastMonth = lastMonth();
    JsonNode flow = figure("order-flow");
    return List.of(
        ask(
            "How many orders are done per day, by operation?",
            FIGURES,
            "orders-per-day",
            text(days, "day")
                + " "
                + Cockpit.words(text(days, "operation"))
                + " "
                + text(days, "completed")
                + " "
                + text(days, "failed")),
        ask(
            "Which top-level domain fails most, and why?",
            FIGURES,
            "success-by-tld",
            "."
                + text(worst, "tld")
                + " has most failures: "
                + text(worst, "failed")
                + " of "
                + text(worst, "ended")
                + " order"),
        ask(
            "Which account has the lowest success?",
            FIGURES,
            "success-by-account",
            "Lowest success: " + text(account, "account") + ", "),
        ask(
            "How long does a transfer take?",
            FIGURES,
            "time-to-done",
            "Transfer "
                + text(transfer, "completed")
                + " "
                + Cockpit.duration(transfer.get("median").asDouble())),
        ask(
            "Who are we waiting for?",
            FIGURES,
            "time-to-done",
            longest(transfer)
                + " for "
                + rows(figure("time-to-done"))
                    .filter(row -> longest(row).equals(longest(transfer)))
                    .map(row -> Cockpit.words(text(row, "operation")))
                    .collect(Collectors.joining(", "))),
        ask(
            "What is waiting now, for whom, and since when?",
            FIGURES,
            "waiting-orders",
            Cockpit.words(text(waiting, "who"))
                + " "
                + Cockpit.words(text(waiting, "code"))
                + " "
                + text(waiting, "orders")
                + " "
                + minute(waiting, "oldest")),
        ask(
            "Is it getting better or worse?",
            365,
            "orders-per-day",
            sum(year, "completed") + " completed, " + sum(year, "failed") + " failed"),
        ask(
            "What failed this week, with which code?",
            7,
            "failure-reasons",
            Cockpit.words(text(reason, "reason"))),
        new Question(
            "How many confirmations are due this week?",
            DASHBOARD,
            page -> page.tile("Confirmations due in 7 days"),
            ".analysis-tiles.small",
            "Confirmations due in 7 days\n"
                + rows(figure("open-confirmations"))
                    .filter(row -> row.get("daysLeft").isNumber())
                    .filter(row -> row.get("daysLeft").asLong() <= 7)
                    .count()),
        new Question(
            "How many orders were placed, and is that more than before?",
            DASHBOARD,
            page -> page.tile("Placed"),
            ".analysis-tiles",
            "Placed\n" + sum(flow, "placed")),
        ask(
            "Is the backlog growing?",
            FIGURES,
            "order-flow",
            flow.at("/rows").get(flow.get("rows").size() - 1).get("open").asText() + " open order"),
        ask(
            "Which operation fails most?",
            FIGURES,
            "success-by-operation",
            Cockpit.words(text(operation, "operation")) + " has most failures: "),
        ask(
            "Who decided what, and what was late?",
            FIGURES,
            "decisions",
            text(decided, "login") + " " + text(decided, "task")),
        ask(
            "Which confirmations are open, and how often was the registrant reminded?",
            FIGURES,
            "open-confirmations",
            text(confirmation, "domain") + " " + Cockpit.words(text(confirmation, "operation"))),
        new Question(
            "What did each account cost last month?",
            FIGURES + "?" + lastMonth + "&show=charges",
            page -> page.figure("charges"),
            "#analysis-charges",
            figure("charges?" + lastMonth).at("/rows/0/currency").asText()),
        ask("Which locks end soon?", FIGURES, "locks-ending", text(lock, "domain")),
        new Question(
            "What is being retried, what has stopped, and why?",
            "/failed-steps",
            page -> {},
            ".analysis-figures section",
            text(stopped, "what")),
        ask(
            "How much money and quota has each account left?",
            FIGURES,
            "accounts",
            text(balance, "account")
                + " "
                + Cockpit.words(text(balance, "system"))
                + (balance.get("balance").isNull() ? "" : " " + text(balance, "balance"))),
        new Question(
            "Where do orders spend their time in a process?",
            registration,
            page -> {
              page.press("Time in all");
              page.awaitShown(".analysis-heat-badge");
            },
            ".analysis-heat-scale",
            Cockpit.duration(longestInAll("DomainRegistrationProcess"))),
        new Question(
            "What happened to the order for this domain?",
            change,
            page -> {
              page.awaitText("ChangeOfRegistrantProcess");
              page.openTab("History");
              page.fill("Domain", domain);
              page.press("Search");
              page.awaitText("1 instance, latest first");
            },
            ".ctn-tabbed-content tbody",
            domain),
        new Question(
            "Who approved this?",
            change,
            page -> page.visible(By.className("analysis-open")).click(),
            ".analysis-audit .analysis-entries",
            text(decision, "assignee")));
  }

  private static Question ask(String words, String page, String figure, String answer) {
    return new Question(
        words, page, cockpit -> cockpit.openTable(figure), "#analysis-" + figure, answer);
  }

  private Question ask(String words, int days, String figure, String answer) {
    return new Question(
        words,
        FIGURES + "?days=" + days,
        cockpit -> {
          cockpit.awaitText("for " + today().minusDays(days - 1L) + " to ");
          cockpit.openTable(figure);
        },
        "#analysis-" + figure,
        answer);
  }

  private static List<String> inGuide() throws IOException {
    try (Stream<String> lines = Files.lines(GUIDE)) {
      return lines
          .filter(line -> line.matches("\\| [^|]+\\? \\|.*"))
          .map(line -> line.substring(2, line.indexOf(" |", 2)))
          .toList();
    }
  }

  private String last(int days) {
    return "?from=" + today().minusDays(days - 1L) + "&to=" + today();
  }

  private LocalDate today() {
    return LocalDate.parse(text(figure("waiting-orders"), "asOf").substring(0, 10));
  }

  /** The dashboard's link contains the first and the last day. */
  private String lastMonth() {
    YearMonth month = YearMonth.from(today()).minusMonths(1);
    return "from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
  }

  private static String longest(JsonNode row) {
    return PARTS.entrySet().stream()
        .max(Comparator.comparing(part -> row.get(part.getKey() + "Median").asDouble()))
        .orElseThrow()
        .getValue();
  }

  private double longestInAll(String process) {
    return StreamSupport.stream(
            api.get("/api/v1/processes/" + definition(process) + "/heat")
                .body()
                .get("activities")
                .spliterator(),
            false)
        .filter(row -> !text(row, "activity").startsWith("SubProcess_"))
        .mapToDouble(row -> row.get("totalSeconds").asDouble())
        .max()
        .orElseThrow();
  }

  private String definition(String key) {
    return text(api.get("/engine-rest/process-definition/key/" + key).body(), "id");
  }

  private JsonNode figure(String asked) {
    return api.get("/api/v1/figures/" + asked).body();
  }

  private JsonNode first(String figure, Predicate<JsonNode> which) {
    return rows(figure(figure)).filter(which).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> rows(JsonNode figure) {
    return StreamSupport.stream(figure.get("rows").spliterator(), false);
  }

  private static String text(JsonNode row, String column) {
    return row.get(column).asText();
  }

  private static String minute(JsonNode row, String column) {
    return text(row, column).substring(0, 16).replace('T', ' ');
  }

  private static long sum(JsonNode figure, String column) {
    return rows(figure).mapToLong(row -> row.get(column).asLong()).sum();
  }
}
