package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

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

/** An operator finds the orders that have been open for long, and moves them on. */
@DomainflowTest
class OperatorWithOldOrdersTest {

  private final int port;
  private final Registrations registrations;
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  OperatorWithOldOrdersTest(@LocalServerPort int port) {
    this.port = port;
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    wait = browser.patiently();
    // the page is redrawn while an order is open
    wait.ignoring(StaleElementReferenceException.class);
    Tasklist.logIn(browser, port, "operator");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("old-orders-last");
      browser.close();
    }
  }

  /** The oldest open order of a kind is the one that somebody has forgotten. */
  @Test
  void findsWhatWasPlacedLongAgoOldestFirst() {
    String beginning = "old-" + UUID.randomUUID().toString().substring(0, 8);
    String first = beginning + "-a.ca";
    String second = beginning + "-b.ca";
    List<String> placed = List.of(registrations.place(first), registrations.place(second));
    registrations.advance("P9D");
    String young = registrations.place(beginning + "-c.ca");
    open("?term=" + beginning);
    wait.until(ExpectedConditions.textToBe(By.id("found"), "3 orders, latest first."));

    list("sort").selectByVisibleText("oldest first");
    wait.until(ExpectedConditions.textToBe(By.id("found"), "3 orders, oldest first."));
    list("placed").selectByVisibleText("over 7 days ago");
    wait.until(ExpectedConditions.textToBe(By.id("found"), "2 orders, oldest first."));

    assertThat(browser.driver().findElements(By.cssSelector("#rows .domain")))
        .extracting(WebElement::getText)
        .containsExactly(first, second);
    assertThat(visible(By.id("csv")).getDomProperty("href")).contains("sort=OLDEST_FIRST");
    browser.picture("orders-oldest");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    browser.driver().navigate().refresh();
    wait.until(ExpectedConditions.textToBe(By.id("found"), "2 orders, oldest first."));
    assertThat(list("placed").getFirstSelectedOption().getText()).isEqualTo("over 7 days ago");
    placed.forEach(registrations::cancel);
    registrations.cancel(young);
  }

  @Test
  @OnlyInFull(
      "DomainTransferConfirmationTest, over REST; OperatorOnOrdersPageTest.cancelsAnOrderHavingReadWhatThatMeans")
  void sendsMailsAgainHavingReadWhatThatMeans() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1', 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}}"
            .formatted(domain));
    String reference = registrations.placeTransfer(domain, ", 'authCode': 'secret1'");
    registrations.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    int mails = registrations.mails(domain).size();
    open(reference);

    awaitText("The registrar sends its confirmation mails once more, to the same addresses.");
    visible(By.xpath("//button[.='Send the mails again']")).sendKeys(Keys.ENTER);

    awaitText("The registrar is being asked to send the mails again.");
    awaitText("The registrar was to send its confirmation mails again.");
    wait.until(driver -> registrations.mails(domain).size() > mails);
    registrations.cancel(reference);
  }

  private void open(String what) {
    browser.driver().get("http://127.0.0.1:" + port + "/orders/" + what);
  }

  private Select list(String name) {
    return new Select(visible(By.name(name)));
  }

  private void awaitText(String text) {
    wait.until(driver -> browser.text().contains(text));
  }

  private WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }
}
