package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.build.OnlyInFull;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A developer reads and tries both APIs on one page. */
@DomainflowTest
class DeveloperOnApiDocsTest {

  private final int port;
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  DeveloperOnApiDocsTest(@LocalServerPort int port) {
    this.port = port;
  }

  @BeforeEach
  void logIn() {
    browser = Browser.open();
    wait = browser.patiently();
    browser.enter("http://127.0.0.1:" + port + "/api-docs/", "operator");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("api-docs-last");
      browser.close();
    }
  }

  private WebElement shown(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  @Test
  @OnlyInFull("triesACallThatIsAPostWithTheSameLogin")
  void readsTheOrderApiAndTriesACall() {
    assertThat(shown(By.cssSelector(".info .title")).getText()).contains("Domainflow order API");
    browser.picture("api-docs");

    WebElement list = shown(By.id("operations-Orders-listOrders"));
    list.findElement(By.cssSelector("button.opblock-summary-control")).click();
    shown(By.cssSelector("#operations-Orders-listOrders button.try-out__btn")).click();
    shown(By.cssSelector("#operations-Orders-listOrders button.execute")).click();

    assertThat(
            shown(By.cssSelector("#operations-Orders-listOrders .live-responses-table .response"))
                .getText())
        .startsWith("200")
        .contains("\"orders\"");
    browser.picture("api-docs-tried");
  }

  @Test
  void triesACallThatIsAPostWithTheSameLogin() {
    assertThat(shown(By.cssSelector(".info .title")).getText()).contains("Domainflow order API");
    String operation = "#operations-Prices-askAvailability";
    shown(By.cssSelector(operation + " button.opblock-summary-control")).click();
    shown(By.cssSelector(operation + " button.try-out__btn")).click();
    shown(By.cssSelector(operation + " button.execute")).click();

    assertThat(
            shown(By.cssSelector(operation + " .live-responses-table .response"))
                .findElement(By.cssSelector(".response-col_status"))
                .getText())
        .startsWith("200");
  }

  @Test
  @OnlyInFull("triesACallThatIsAPostWithTheSameLogin, on the same page")
  void readsTheEnginesApiOnTheSamePage() {
    new Select(shown(By.id("select"))).selectByVisibleText("Camunda REST");

    wait.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector(".info .title"), "Camunda Platform REST API"));
    browser.picture("api-docs-engine");
  }
}
