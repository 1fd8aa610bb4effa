package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.OnlyInFull;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator who works in Tasklist finds the status of an order. */
@DomainflowTest
class OperatorOnOrdersPageTest {

  /** Holds the server's answers from now on, each until it is released. */
  private static final String HOLD_ANSWERS =
      """
      const ask = window.fetch;
      window.held = [];
      window.fetch = async (...asked) => {
        const answer = await ask(...asked);
        await new Promise((letGo) => window.held.push(letGo));
        return answer;
      };
      """;

  /** Puts orders at a step that no picture contains, as after an update of the models. */
  private static final String EARLIER_MODEL =
      """
      const ask = window.fetch;
      window.fetch = async (...asked) => {
        const answer = await ask(...asked);
        const text = await answer.text();
        return new Response(
            text.replace(/"activities":\\["[^\\]]*\\]/, '"activities":["Task_OfBefore"]'),
            {status: answer.status, headers: answer.headers});
      };
      """;

  private final int port;
  private final Registrations registrations;
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  OperatorOnOrdersPageTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    wait = browser.patiently();
    // the page is redrawn while an order is open
    wait.ignoring(StaleElementReferenceException.class);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("orders-last");
      browser.close();
    }
    registrations.registrarIsWellAgain();
  }

  @Test
  void findsAnOrderByItsDomainAndReadsThatItIsBeingRetriedUntilItGoesWell() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    openFromTasklist();

    new Select(field("Trouble")).selectByVisibleText("being retried");
    field("Domain").sendKeys(domain, Keys.ENTER);
    wait.until(ExpectedConditions.textToBe(By.id("found"), "1 order."));
    assertThat(browser.driver().getCurrentUrl())
        .endsWith("/orders/?term=" + domain + "&trouble=RETRYING");
    browser.picture("orders-found");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    visible(By.linkText(domain)).sendKeys(Keys.ENTER);

    awaitText("«Check availability» is being retried.");
    awaitText("The process is at «Check availability» (being retried).");
    assertThat(text())
        .contains("It waits for the registrar", "No money was spent.", reference, "Next try: ");
    assertThat(marks()).containsExactly("↻ being retried");
    assertThat(browser.driver().switchTo().activeElement().getText()).contains(reference);
    assertThat(browser.driver().getCurrentUrl()).endsWith("/orders/" + reference);
    assertThat(browser.driver().getTitle()).contains(domain, reference);
    browser.picture("orders-retrying");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    registrations.registrarIsWellAgain();
    registrations.awaitStatus(reference, "COMPLETED");
    awaitText("It is completed: the name is registered in the account.");
    awaitText("The process has ended");
    assertThat(text()).contains("It has been paid for.", "Completed: registered.");
    assertThat(browser.driver().findElement(By.id("actions")).isDisplayed()).isFalse();
    assertThat(visible(By.id("order")).findElement(By.id("trouble")).isDisplayed()).isFalse();
    browser.picture("orders-completed");
    assertThat(Axe.findings(browser, "body")).isEmpty();
  }

  @Test
  @OnlyInFull("EverybodyInTasklistTest: where the link leads")
  void goesFromATaskToItsOrderAndBack() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Tasklist tasklist = Tasklist.logIn(browser, port, "operator");
    tasklist.openTaskOf(domain);

    visible(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='Order']")).click();
    tasklist.awaitText("It waits: additional fields for .ca");
    assertThat(tasklist.text())
        .contains(reference, "No money was spent.", "The order was placed: registration of");
    browser.picture("tasklist-order-tab");
    assertThat(Axe.findings(browser, ".order-tab")).isEmpty();

    inNewTab(visible(By.linkText("Everything about this order")));
    awaitText("It waits for an operator or the caller who placed the order");
    assertThat(marks()).containsExactly("● here");
    browser.picture("orders-waiting");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    visible(By.linkText("Open it in Tasklist")).click();
    visible(By.xpath("//h1[contains(., '" + domain + "')]"));
    registrations.cancel(reference);
  }

  @Test
  @OnlyInFull("OrderListApiTest, over REST")
  void offersTheChoiceWhereSeveralLoginsUseAReference() {
    String reference = "same-" + UUID.randomUUID();
    String first = freshName("ca");
    String second = freshName("ca");
    for (String[] placed :
        List.of(new String[] {"billing", first}, new String[] {"billing2", second})) {
      assertThat(
              new Caller(port, placed[0])
                  .postExactly("/api/v1/orders", Registrations.order(reference, placed[1], ""))
                  .status())
          .isEqualTo(202);
    }
    Tasklist.logIn(browser, port, "operator");

    browser.driver().get("http://127.0.0.1:" + port + "/orders/#" + reference);

    awaitText("Several logins use the reference " + reference);
    assertThat(text()).contains(first, second);
    visible(By.linkText(second)).click();
    awaitText("Order " + reference);
    assertThat(text()).contains("Registration: " + second).doesNotContain(first);
  }

  /** As with a link from another page, and with the back button. */
  @Test
  void anAddressNarrowsTheListAndBackFindsItAgain() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Tasklist.logIn(browser, port, "operator");
    String address =
        "http://127.0.0.1:%d/orders/?operation=REGISTER&account=sandbox&status=WAITING&createdFrom=2020-01-01&waitingOn=OPERATOR&login=billing&domain=%s"
            .formatted(port, domain);

    browser.driver().get(address);
    wait.until(ExpectedConditions.textToBe(By.id("found"), "1 order."));
    assertThat(chosen("Operation")).isEqualTo("registration");
    assertThat(chosen("Waiting for")).isEqualTo("an operator");
    assertThat(chosen("Placed")).isEqualTo("from … to …");
    assertThat(text()).doesNotContain("ADDITIONAL_FIELDS", "REGISTER");
    new Select(field("Sort")).selectByVisibleText("oldest first");
    wait.until(ExpectedConditions.urlContains("sort=OLDEST_FIRST"));
    assertThat(browser.driver().getCurrentUrl()).contains("login=billing");
    browser.driver().navigate().back();
    wait.until(ExpectedConditions.urlToBe(address));
    assertThat(visible(By.id("csv")).getDomProperty("href"))
        .contains("format=csv", "waitingOn=OPERATOR", "createdFrom=2020-01-01", "login=billing");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    new Select(field("Operation")).selectByVisibleText("transfer");
    wait.until(ExpectedConditions.textToBe(By.id("found"), "No order was found."));
    browser.driver().navigate().back();
    wait.until(ExpectedConditions.textToBe(By.id("found"), "1 order."));
    visible(By.linkText(domain)).sendKeys(Keys.ENTER);
    awaitText("Order " + reference);
    visible(By.id("back")).sendKeys(Keys.ENTER);
    wait.until(ExpectedConditions.urlToBe(address));
    wait.until(ExpectedConditions.visibilityOfElementLocated(By.id("search")));
    registrations.cancel(reference);
  }

  @Test
  void cancelsAnOrderHavingReadWhatThatMeans() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Tasklist.logIn(browser, port, "operator");
    browser.driver().get("http://127.0.0.1:" + port + "/orders/" + reference);

    awaitText("The order ends at once, its task closes");
    assertThat(text()).contains("What was ordered", "Registers a new name.", "1 year");
    assertThat(browser.driver().findElements(By.cssSelector("#order a[href*='tasklist']")))
        .as("one way to its task")
        .hasSize(1);
    browser.picture("orders-actions");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    visible(By.xpath("//button[starts-with(., 'Cancel the order')]")).sendKeys(Keys.ENTER);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("No, leave it");
    visible(By.xpath("//button[.='Yes, cancel the order']")).sendKeys(Keys.ENTER);

    awaitText("The order is cancelled. No money was spent.");
    awaitText("It was cancelled.");
    assertThat(browser.driver().findElement(By.id("actions")).isDisplayed()).isFalse();
    assertThat(Axe.findings(browser, "body")).isEmpty();
    browser.driver().navigate().refresh();
    awaitText("It was cancelled.");
  }

  @Test
  @OnlyInFull(
      "findsAnOrderByItsDomainAndReadsThatItIsBeingRetriedUntilItGoesWell: where the number leads")
  void theRedNumberLeadsToThoseOrders() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    Tasklist.logIn(browser, port, "operator");

    WebElement number = visible(By.cssSelector("a.orders-in-trouble"));
    assertThat(Axe.findings(browser, ".orders-in-trouble")).isEmpty();
    inNewTab(number);

    visible(By.linkText(domain));
    assertThat(browser.driver().findElements(By.cssSelector("#rows tr")))
        .allSatisfy(
            row -> assertThat(row.findElements(By.cssSelector(".RETRYING, .STOPPED"))).hasSize(1));
    registrations.registrarIsWellAgain();
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void aLateAnswerIsNotShown() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Tasklist.logIn(browser, port, "operator");
    browser.driver().get("http://127.0.0.1:" + port + "/orders/?domain=" + domain);
    WebElement link = visible(By.linkText(domain));
    browser.driver().executeScript(HOLD_ANSWERS);

    link.click();
    wait.until(driver -> held() == 1);
    browser.driver().navigate().back();
    wait.until(driver -> held() == 2);
    browser.driver().executeScript("window.held[1](); window.held[0]()");
    // The page has processed both once it has processed a third one that came after them.
    wait.until(driver -> text().contains("1 order."));

    assertThat(browser.driver().findElement(By.id("order")).isDisplayed()).isFalse();
    assertThat(visible(By.id("found")).getText()).isEqualTo("1 order.");
    registrations.cancel(reference);
  }

  @Test
  void saysThatAnOrderStandsAtAStepOfAnEarlierModel() {
    String domain = freshName("ca");
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    Tasklist.logIn(browser, port, "operator");
    browser.driver().get("http://127.0.0.1:" + port + "/orders/?domain=" + domain);
    WebElement link = visible(By.linkText(domain));
    browser.driver().executeScript(EARLIER_MODEL);

    link.click();

    awaitText("The process is at a step of an earlier version of its model");
    assertThat(browser.driver().findElements(By.cssSelector("#picture .mark"))).isEmpty();
    registrations.cancel(reference);
  }

  @Test
  void tellsAStrangerWhereToLogInWithoutAPrompt() {
    browser.driver().get("http://127.0.0.1:" + port + "/orders/#B-1");

    awaitText("You are not logged in");
    assertThat(visible(By.id("login-link")).getDomProperty("href"))
        .endsWith("/login?to=%2Forders%2FB-1");
    assertThat(browser.driver().getTitle()).isEqualTo("Orders");
    browser.picture("orders-stranger");
    assertThat(Axe.findings(browser, "body")).isEmpty();
  }

  private void openFromTasklist() {
    Tasklist.logIn(browser, port, "operator");
    WebElement link = visible(By.cssSelector("a.orders-link"));
    assertThat(visible(By.cssSelector("a.orders-in-trouble")).getDomProperty("href"))
        .endsWith("/orders/?trouble=RETRYING,STOPPED");
    browser.picture("tasklist-orders-link");
    assertThat(Axe.findings(browser, ".orders-link")).isEmpty();
    inNewTab(link);
    visible(By.id("search"));
  }

  private int held() {
    return browser.driver().executeScript("return window.held.length") instanceof Number count
        ? count.intValue()
        : 0;
  }

  private void inNewTab(WebElement link) {
    String before = browser.driver().getWindowHandle();
    link.click();
    wait.until(ExpectedConditions.numberOfWindowsToBe(2));
    browser.driver().getWindowHandles().stream()
        .filter(handle -> !handle.equals(before))
        .forEach(handle -> browser.driver().switchTo().window(handle));
  }

  private List<String> marks() {
    return wait.until(
        driver -> {
          List<String> marks =
              driver.findElements(By.cssSelector("#picture .mark")).stream()
                  .map(WebElement::getText)
                  .toList();
          return marks.isEmpty() ? null : marks;
        });
  }

  private WebElement field(String label) {
    return visible(
        By.xpath(
            "//label[starts-with(normalize-space(), '"
                + label
                + "')]/*[self::input or self::select]"));
  }

  private String chosen(String label) {
    return new Select(field(label)).getFirstSelectedOption().getText();
  }

  private String text() {
    return browser.text();
  }

  private void awaitText(String text) {
    wait.until(driver -> browser.text().contains(text));
  }

  private WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }
}
