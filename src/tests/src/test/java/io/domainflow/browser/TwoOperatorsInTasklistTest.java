package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two operators work on one task, each with a separate browser. */
@DomainflowTest
class TwoOperatorsInTasklistTest {

  private static final String REMOVED = "The task has been removed.";

  private final int port;
  private final Registrations stories;
  private final Caller operator;
  private Browser first;
  private Browser second;

  @Autowired
  TwoOperatorsInTasklistTest(@LocalServerPort int port) {
    this.port = port;
    this.stories = new Registrations(port);
    this.operator = new Caller(port, "operator");
  }

  @AfterEach
  void close() {
    for (Browser browser : new Browser[] {first, second}) {
      if (browser != null) {
        browser.picture(browser == first ? "two-operators-first" : "two-operators-second");
        browser.close();
      }
    }
  }

  @Test
  void seeWhatTheOtherDid() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    String reference = stories.place(domain);
    JsonNode order = stories.awaitWaitingFor(reference, "PRICE");
    first = Browser.open();
    Tasklist operators = Tasklist.logIn(first, port, "operator");
    operators.openTaskOf(domain);
    assertThat(operators.text())
        .contains("Money questions", "Due today")
        .doesNotContain("Designated-agent approvals")
        .contains(domain, "A premium name", "costs 900.00 EUR");
    first.picture("task-lists");

    second = Browser.open();
    Tasklist operators2 = Tasklist.logIn(second, port, "operator2");
    operators2.openTaskOf(domain);
    assertThat(operators2.unclaimedForm().owner())
        .startsWith("Claim this task to fill in its form.");
    assertThat(Axe.findings(second, ".form-actions")).isEmpty();
    operators2.unclaimedForm().press();
    assertThat(operators2.unclaimedForm().focused()).isEqualTo("Claim");
    operators2.unclaimedForm().claim();
    operators.pressClaim();
    operators.awaitText("This task is already claimed by operator2");
    first.picture("claimed-by-other");
    first.driver().navigate().refresh();
    operators.unclaimedForm().awaitOwner("operator2 has this task.");

    operators2.comment("Asked the customer on the phone.");
    operators2.openTab("History");
    operators2.awaitText("Asked the customer on the phone.");
    second.picture("comment-in-history");
    operators2.openTab("Form");
    operators2.choose("Reject");
    operator.post(
        "/engine-rest/task/" + order.at("/waitingFor/taskId").asText() + "/submit-form",
        "{'variables': {'decision': {'value': 'REJECT', 'type': 'String'}}}");
    // the list may have been reloaded before the click
    operators2.completeUnlessSaid(REMOVED);
    operators2.awaitText(
        "This task is done already, by operator. Nothing was changed or bought", REMOVED);
    second.picture("done-already");

    stories.awaitStatus(reference, "FAILED");
    assertThat(operator.get("/api/v1/orders/" + reference + "/timeline").body().get("entries"))
        .anySatisfy(
            entry -> {
              assertThat(entry.get("kind").asText()).isEqualTo("COMMENT");
              assertThat(entry.get("text").asText()).isEqualTo("Asked the customer on the phone.");
              assertThat(entry.get("by").asText()).isEqualTo("operator2");
            });
  }
}
