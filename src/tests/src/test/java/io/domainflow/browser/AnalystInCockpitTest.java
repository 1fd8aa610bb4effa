package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A read-only user is not offered actions that the engine would refuse; administrators are. */
@DomainflowTest
class AnalystInCockpitTest {

  /** The elements with which Cockpit offers changes. */
  private static final String CHANGES =
      String.join(
          ", ",
          ".ctn-toolbar .btn",
          ".action-button",
          ".edit-toggle",
          "th.action",
          ".jobs-tab td:last-child",
          ".delete-deployment",
          "a[ng-click='showDialog()']",
          "[ng-click^='enableEditMode']",
          "[ng-click^='deleteVariable']");

  private final int port;
  private final Registrations registrations;
  private final Caller admin;
  private final IdentityService identity;
  private Browser browser;
  private String reference;
  private String instance;

  @Autowired
  AnalystInCockpitTest(@LocalServerPort int port, IdentityService identity) {
    this.port = port;
    this.identity = identity;
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void placeAnOrderThatWaits() {
    browser = Browser.open();
    reference = registrations.place(freshName("ca"));
    instance =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .get("processInstanceId")
            .asText();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("cockpit-last");
      browser.close();
    }
    registrations.cancel(reference);
  }

  @Test
  void anAnalystIsNotOfferedToChangeAnything() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");
    assertThat(cockpit.shown(".ce-eol-banner")).isEmpty();

    assertOffersNoChange(cockpit);
    assertThat(linkToTheTask(cockpit)).isEqualTo("none");
    assertTimeToLiveIsOnlyRead(cockpit);
    cockpit.goTo("/repository");
    WebElement deployment = cockpit.visible(By.cssSelector("h4.name"));
    new Actions(browser.driver()).moveToElement(deployment).perform();
    assertThat(cockpit.shown(".delete-deployment")).isEmpty();
  }

  /** Operators work in Tasklist: being one does not let an analyst change processes. */
  @Test
  @OnlyInFull("the other stories of AnalystInCockpitTest")
  void anAnalystWhoIsAnOperatorTooIsNotOfferedMore() {
    identity.createMembership("analyst", "operators");
    try {
      Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");
      assertOffersNoChange(cockpit);
      assertThat(linkToTheTask(cockpit)).isEqualTo("auto");
    } finally {
      identity.deleteMembership("analyst", "operators");
    }
  }

  @Test
  void anAdministratorIsOfferedToChangeThings() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "admin");

    for (String place : places()) {
      open(cockpit, place);
      cockpit.awaitShown(CHANGES);
    }
  }

  @Test
  void aWrongPageLinksBackToTheRightOne() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    browser.driver().get("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");

    cockpit.awaitText("Your login may not open this page. Nothing was changed.");
    browser.driver().findElement(By.linkText("Back to the start page")).click();
    cockpit.visible(By.linkText("Cockpit")).click();
    cockpit.tile("Placed");
  }

  /** The first page shows the figures that analysts need, and each number links to its orders. */
  @Test
  void anAnalystSeesTheFiguresFirstAndTheWayOfWhatHasEnded() {
    String done = registrations.place(freshName("com"));
    JsonNode order = registrations.awaitStatus(done, "COMPLETED");
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    cockpit.tile("Placed");
    assertThat(browser.driver().findElement(By.cssSelector(".dashboard section")).getText())
        .startsWith("Figures");
    cockpit.visible(By.xpath("//*[text()='Done']/../a")).click();
    cockpit.awaitText(done);
    assertThat(cockpit.page()).startsWith("/list?of=ended-orders&from=").contains("COMPLETED");

    cockpit.goTo("/process-instance/" + order.get("processInstanceId").asText() + "/runtime");
    cockpit.awaitText("Its path through the process");
    cockpit.awaitText("Register domain");
    cockpit.visible(By.cssSelector(".analysis-way .way-DONE"));
    cockpit.visible(By.xpath("//button[normalize-space()='Readable'][@aria-pressed='true']"));
    // the picture may be drawn anew between two looks at it
    browser
        .patiently()
        .withMessage("opens where it has ended")
        .until(
            page -> {
              Rectangle frame = page.findElement(By.className("analysis-picture")).getRect();
              By end = By.cssSelector("[data-element-id='EndEvent_DomainRegistered']");
              int at = page.findElement(end).getRect().x;
              return at >= frame.x && at <= frame.x + frame.width;
            });
    assertThat(browser.driver().findElements(By.cssSelector(".analysis-way .way-flow")))
        .isNotEmpty();
    cockpit.awaitText(order.get("domain").asText());
    cockpit.awaitText("The order " + done);
    assertThat(Axe.findings(browser, ".analysis-page")).isEmpty();
  }

  /** Tables above a figure are as long as they stay when a link leads to it. */
  @Test
  void aLinkToAFigureShowsItAtTheTop() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    cockpit.goTo("/figures?show=open-tasks");

    cockpit.visible(By.cssSelector("#analysis-open-tasks:focus"));
    cockpit.visible(By.cssSelector("#analysis-waiting-orders table"));
    cockpit.visible(By.cssSelector("#analysis-open-tasks table"));
    WebElement section = browser.driver().findElement(By.id("analysis-open-tasks"));
    WebElement bar = browser.driver().findElement(By.className("analysis-bar"));
    assertThat(section.getRect().y - bar.getRect().y - bar.getRect().height).isBetween(0, 20);
  }

  @Test
  void eachPointOfAChartIsHitAndItsWordsAreLargeEnough() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    cockpit.tile("Placed");
    cockpit.visible(By.cssSelector(".analysis-dashboard-charts svg a"));

    assertThat(
            browser
                .driver()
                .executeScript(
                    """
                    return [...document.querySelectorAll('.analysis-dashboard-chart:first-child svg a')]
                      .filter((link) => {
                        link.scrollIntoView({block: 'center'});
                        const at = link.getBoundingClientRect();
                        return !link.contains(document.elementFromPoint(
                          at.left + at.width / 2, at.top + at.height / 2));
                      }).map((link) => link.getAttribute('aria-label'))"""))
        .as("points that something else covers")
        .isEqualTo(List.of());
    assertThat(
            (Number)
                browser
                    .driver()
                    .executeScript(
                        """
                        return Math.min(...[...document.querySelectorAll('.analysis-chart text')].map(
                          (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""))
        .satisfies(size -> assertThat(size.doubleValue()).isGreaterThan(11.9));
  }

  @Test
  void anAnalystSeesEachOpenTaskWithItsOrder() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    cockpit.goTo("/figures");
    cockpit.figure("open-tasks").findElement(By.linkText("One by one")).click();

    cockpit.awaitText(reference);
    assertThat(cockpit.text()).contains("those due first at the top");
    assertThat(cockpit.shown("li.active a, .active > a"))
        .as("the list is one of the figures, though orders are in its address")
        .extracting(WebElement::getText)
        .contains("Figures")
        .doesNotContain("Orders");
    cockpit.choose("Show", "overdue");
    assertThat(cockpit.text()).doesNotContain(reference);
    assertThat(Axe.findings(browser, ".analysis-page")).isEmpty();
  }

  /** The names of some tasks begin with the whole name of another. */
  @Test
  void aNumberOfTasksLeadsToExactlyThoseOfItsName() {
    Cockpit cockpit = Cockpit.logIn(browser, port, "analyst");

    cockpit.goTo("/figures");
    cockpit
        .figure("open-tasks")
        .findElement(By.xpath(".//tr[td[.='Collect additional fields']]//a"))
        .click();
    cockpit.awaitText(reference);

    cockpit.goTo("/list?of=tasks-to-do&task=Collect+additional");
    cockpit.awaitText("0 tasks of ");
    assertThat(cockpit.text()).doesNotContain(reference);
  }

  /** The CSS pointer events of the link to the task in Tasklist. */
  private String linkToTheTask(Cockpit cockpit) {
    open(cockpit, "/process-instance/" + instance + "/runtime|User Tasks");
    return cockpit
        .visible(By.cssSelector(".ctn-tabbed-content a[href*='/app/tasklist/']"))
        .getCssValue("pointer-events");
  }

  private void assertOffersNoChange(Cockpit cockpit) {
    for (String place : places()) {
      open(cockpit, place);
      assertThat(cockpit.shown(CHANGES)).as(place).extracting(AnalystInCockpitTest::html).isEmpty();
    }
  }

  /** Asserts that it is shown, and that neither the mouse nor the keyboard opens its editor. */
  private void assertTimeToLiveIsOnlyRead(Cockpit cockpit) {
    cockpit.goTo(places().get(0).replaceFirst("\\|.*", ""));
    WebElement text =
        cockpit.visible(By.cssSelector("a[ng-click='showDialog()'] > span:not(.ng-hide)"));
    assertThat(text.getText()).contains("day");
    new Actions(browser.driver()).click(text).perform();
    browser.driver().executeScript("arguments[0].parentElement.focus()", text);
    assertThat(cockpit.shown(".modal-dialog")).isEmpty();
    assertThat(browser.driver().switchTo().activeElement().getTagName()).isEqualTo("body");
  }

  private List<String> places() {
    String definition =
        admin
            .get("/engine-rest/process-definition/key/DomainRegistrationProcess")
            .body()
            .get("id")
            .asText();
    String ofDefinition = "/process-definition/" + definition + "/runtime|";
    String ofInstance = "/process-instance/" + instance + "/runtime|";
    return List.of(
        ofDefinition + "Job Definitions", ofInstance + "Variables", ofInstance + "User Tasks");
  }

  /** Opens the tab of a page, and waits for its list. */
  private static void open(Cockpit cockpit, String place) {
    String[] parts = place.split("\\|", 2);
    cockpit.goTo(parts[0]);
    cockpit.openTab(parts[1]);
    cockpit.visible(By.cssSelector(".ctn-tabbed-content tbody td"));
  }

  private static String html(WebElement element) {
    return element.getDomProperty("outerHTML");
  }
}
