package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody can use the forms, even without a mouse or without seeing them. */
@DomainflowTest
class EverybodyInTasklistTest {

  private final int port;
  private final Registrations stories;
  private Browser browser;

  @Autowired
  EverybodyInTasklistTest(@LocalServerPort int port) {
    this.port = port;
    this.stories = new Registrations(port);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("everybody-last");
      browser.close();
    }
  }

  @Test
  void readsFormsOfAllKinds() {
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    SoftAssertions all = new SoftAssertions();

    for (String reference : waiting()) {
      JsonNode order = stories.awaitStatus(reference, "WAITING");
      String task = order.at("/waitingFor/taskId").asText();
      stories.operator().post("/engine-rest/task/" + task + "/claim", "{'userId': 'operator'}");
      tasklist.openTask(task, order.get("domain").asText());
      String kind = order.at("/waitingFor/code").asText();
      browser.picture("everybody-" + kind);
      tasklist.pressFacts();
      all.assertThat(tasklist.text())
          .as(kind)
          .contains(reference, "by billing", "Money so far", "nothing has been charged")
          .contains("the order's page shows everything that has happened")
          .doesNotContain("null", "{{", "| |");
      all.assertThat(tasklist.linkTo("the order's page")).endsWith("/orders/#" + reference);
      all.assertThat(Axe.findings(browser, Axe.FORMS)).as(kind).isEmpty();
    }
    List<String> startable = tasklist.startForms().openStartList();
    int tried = BuildSize.choose(2, startable.size(), startable.size());
    for (String process : startable.subList(0, tried)) {
      tasklist.startForms().openStartForm(process);
      browser.picture("everybody-start-" + process);
      all.assertThat(Axe.findings(browser, Axe.FORMS)).as(process).isEmpty();
      tasklist.startForms().backToStartList();
    }
    all.assertAll();
  }

  @Test
  void decidesOnAPriceWithoutAMouse() {
    String domain = freshName("com");
    String reference = premium(domain);
    stories.awaitWaitingFor(reference, "PRICE");
    Tasklist tasklist = Tasklist.at(browser, port);
    Keyboard keyboard = new Keyboard(browser);

    browser.logIn("operator", keyboard);
    tasklist.awaitReady();
    keyboard.tabTo("the search", Tasklist::isSearch);
    keyboard.type(domain);
    tasklist.awaitFound(domain);
    keyboard.tabTo("the task", element -> element.getText().contains("Decide on price"));
    keyboard.type(Keys.ENTER);
    tasklist.awaitForm(domain);
    keyboard.tabTo("the button to claim", element -> element.getText().strip().equals("Claim"));
    keyboard.type(Keys.ENTER);
    tasklist.awaitClaimed();
    keyboard.tabTo("the decision", Tasklist::isRadio);
    keyboard.type(Keys.SPACE);
    keyboard.tabTo("the facts", Tasklist::isFacts);
    keyboard.type(Keys.ENTER);
    assertThat(tasklist.showsFacts()).isTrue();
    keyboard.type(Keys.SPACE);
    assertThat(tasklist.showsFacts()).as("the focus stays").isFalse();
    browser.picture("everybody-keyboard");
    keyboard.tabTo("the end of the form", element -> element.getText().equals("Complete"));
    keyboard.type(Keys.ENTER);
    tasklist.awaitCompleted();

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/price/amount").asText()).isEqualTo("900.00");
  }

  /** Orders that wait for an operator. */
  private List<String> waiting() {
    return BuildSize.current() == BuildSize.SHORT
        ? List.of(premium(), wrongNameserver())
        : List.of(premium(), withoutFields(), wrongNameserver(), wrongCode());
  }

  private String premium() {
    return premium(freshName("com"));
  }

  private String premium(String domain) {
    stories.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '900.00',"
                + " 'renewalPrice': '300.00', 'currency': 'EUR'}")
            .formatted(domain));
    return stories.place(domain);
  }

  private String withoutFields() {
    return stories.place(freshName("ca"));
  }

  private String wrongNameserver() {
    return stories.placeChanged(
        freshName("com"), "", order -> order.replace("ns1.example.net", "ns1.unknown.example"));
  }

  private String wrongCode() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'right'}".formatted(domain));
    return stories.placeTransfer(domain, ", 'authCode': 'wrong'");
  }
}
