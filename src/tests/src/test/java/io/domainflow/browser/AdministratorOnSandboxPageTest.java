package io.domainflow.browser;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
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

/**
 * A person who tries Domainflow controls the registrar, the registries and the time on the screen.
 */
@DomainflowTest
class AdministratorOnSandboxPageTest {

  private final int port;
  private final Caller admin;
  private final Registrations registrations;
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  AdministratorOnSandboxPageTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.registrations = new Registrations(port);
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    wait = browser.patiently();
    String login =
        Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.setExtraHTTPHeaders",
            Map.of("headers", Map.of("Authorization", "Basic " + login)));
    browser.driver().get("http://127.0.0.1:" + port + "/sandbox");
    awaitText(" UTC");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("sandbox-last");
      browser.close();
    }
    registrations.registrarIsWellAgain();
  }

  @Test
  void movesTheClockForwardAndReadsThatItDoesNotGoBack() {
    Instant before = now();

    press("+ 1 hour");
    awaitText("UTC now.");
    assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));

    visible(By.cssSelector("#clock summary")).click();
    awaitText("timers, reminders, deadlines and decisions of registries happen in their order");
    field("move-by", "Move by").clear();
    field("move-by", "Move by").sendKeys("2");
    press("Move by that");
    awaitText("UTC now.");
    wait.until(page -> !now().isBefore(before.plus(Duration.ofDays(2))));

    WebElement to = field("move-to", "Move to");
    browser.driver().executeScript("arguments[0].value = '2020-01-01T00:00'", to);
    press("Move to that time");
    awaitText("This must be later than the clock, which goes forward only.");
    assertThat(to.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(to);
    browser.picture("sandbox-clock");
    assertThat(Axe.findings(browser, "body")).isEmpty();
  }

  @Test
  void setsAFaultWithoutAMouseAndFollowsTheOrderThatItStruck() {
    String domain = freshName("com");
    Keyboard keyboard = new Keyboard(browser);
    keyboard.tabTo("the faults", focus -> focus.getText().equals("Faults"));
    keyboard.type(Keys.ENTER);
    visible(By.id("fault"));
    keyboard.tabTo("the command", focus -> "command".equals(focus.getDomAttribute("name")));
    keyboard.type("CheckDomains");
    keyboard.tabTo("the fault", focus -> "fault".equals(focus.getDomAttribute("name")));
    keyboard.type("half body");
    awaitText("The command is executed; the answer breaks off in the middle.");
    keyboard.tabTo("the name", focus -> "domain".equals(focus.getDomAttribute("name")));
    keyboard.fill(domain);
    keyboard.type(Keys.ENTER);
    awaitText("The fault is set. It strikes the next call that it is for.");
    assertThat(visible(By.id("faults-rows")).getText())
        .contains("CheckDomains", "HALF_BODY", domain);
    browser.picture("sandbox-fault");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    String reference = registrations.place(domain);
    awaitStruck(domain);
    assertThat(visible(By.id("faults-rows")).getText()).contains("No fault waits");
    registrations.registrarIsWellAgain();
    registrations.awaitStatus(reference, "COMPLETED");

    tab("Calls");
    field("follow", "Name, or reference").sendKeys(reference, Keys.ENTER);
    awaitText("calls about " + domain + " from the order to its end");
    assertThat(visible(By.id("calls-rows")).getText())
        .contains("CheckDomains asks", "none that can be read")
        .contains("AddDomain changes", "200 Command completed successfully");
    assertThat(visible(By.id("ledger-rows")).getText()).contains("AddDomain", "12.00 EUR");
    browser.picture("sandbox-calls");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    visible(By.linkText(reference)).click();
    awaitText("It is completed");
    visible(By.linkText("What the sandbox was asked for this order")).click();
    awaitText("calls about " + domain + " from the order to its end");
  }

  @Test
  void clearsAFault() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'AddDomain', 'fault': 'CODE_421', 'domain': '%s'}".formatted(domain));

    tab("Faults");
    visible(By.xpath("//tr[contains(., '" + domain + "')]//button[. = 'Clear']")).click();

    awaitText("The fault is cleared.");
    assertThat(admin.get("/sandbox/faults").body().toString()).doesNotContain(domain);
  }

  @Test
  void setsUpATakenNameThatCannotBeOrdered() {
    String domain = freshName("com");
    press("Set up a name");
    new Select(field("setup", "Example")).selectByVisibleText("a name that is taken");
    field("setup", "Name").sendKeys("taken.nosuchzone");
    press("Set up");
    awaitText("This is in no zone the sandbox offers.");
    assertThat(field("setup", "Name").getDomAttribute("aria-describedby"))
        .isEqualTo("setup-domain-wrong");
    browser.picture("sandbox-setup-refused");
    assertThat(Axe.findings(browser, "dialog[open]")).isEmpty();

    field("setup", "Name").clear();
    field("setup", "Name").sendKeys(domain);
    press("Set up");
    awaitText(domain + " is set up.");
    field("find", "Name has").sendKeys(domain, Keys.ENTER);
    awaitText("1 name.");
    // the page reloads its list periodically
    await()
        .ignoreException(StaleElementReferenceException.class)
        .untilAsserted(
            () -> assertThat(row(domain).getText()).contains("another registrar", "active"));

    JsonNode order = registrations.awaitStatus(registrations.place(domain), "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NAME_TAKEN");
  }

  @Test
  void opensAMailFollowsItsLinkAndLetsTheRegistryGrantTheTransfer() {
    String domain = freshName("com");
    admin.post(
        "/sandbox/registry",
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'registrant':"
                + " {'firstName': '<img src=x onerror=document.title=1>', 'lastName': 'Eve',"
                + " 'organization': null, 'street': ['Road 1'], 'city': 'Paris', 'state': null,"
                + " 'postalCode': '75001', 'country': 'FR', 'phone': '+33.123456789',"
                + " 'email': 'eve@example.org'},"
                + " 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST',"
                + " 'transferPending': 'P5D'}}")
            .formatted(domain));
    field("find", "Name has").sendKeys(domain, Keys.ENTER);
    awaitText("1 name.");
    visible(By.cssSelector("[aria-label='Let happen … " + domain + "']")).click();
    new Select(field("happen", "What happens")).selectByValue("TRANSFER_REQUESTED_ELSEWHERE");
    browser.picture("sandbox-happen");
    assertThat(Axe.findings(browser, "dialog[open]")).isEmpty();
    press("Let it happen");
    awaitText("transfer, the registrant is asked by mail");

    tab("Mailbox");
    field("find-mail", "To, name or subject").sendKeys(domain, Keys.ENTER);
    awaitText("1 mail, latest first.");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    visible(By.partialLinkText("Confirm the transfer")).click();
    awaitText("<img src=x onerror=document.title=1>");
    assertThat(browser.driver().findElements(By.cssSelector("main img"))).isEmpty();
    assertThat(browser.driver().getTitle()).isEqualTo("Sandbox");
    browser.picture("sandbox-mail");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    answerInNewTab();

    tab("Names");
    awaitText("transfer, at the registry until");
    visible(By.cssSelector("[aria-label='Grant " + domain + "']")).click();
    awaitText("The registry has granted what waited for it: " + domain + ".");
    assertThat(row(domain).getText()).contains("test.user");
    browser.picture("sandbox-names");
    assertThat(Axe.findings(browser, "body")).isEmpty();
  }

  @Test
  void saysWhatAnAccountOfTheRegistrarHasAndWhereDemoDataIsMade() {
    tab("Money and settings");
    awaitText("Orders of a shop over three months");
    assertThat(visible(By.id("accounts-rows")).getText()).contains("test.user", "test.user2");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    visible(By.cssSelector("[aria-label='Change test.user2']")).click();
    field("account", "Quota: slowed down").sendKeys("300");
    press("Save");
    awaitText("This goes with a hard mark (hardQuota), which must not be below it.");
    assertThat(Axe.findings(browser, "dialog[open]")).isEmpty();

    field("account", "Quota: slowed down").clear();
    press("Save");
    awaitText("Account test.user2 is changed.");
  }

  private void answerInNewTab() {
    String sandbox = browser.driver().getWindowHandle();
    visible(By.linkText("Confirm")).click();
    wait.until(ExpectedConditions.numberOfWindowsToBe(2));
    browser.driver().getWindowHandles().stream()
        .filter(handle -> !handle.equals(sandbox))
        .forEach(handle -> browser.driver().switchTo().window(handle));
    press("Confirm");
    awaitText("Thank you, this is confirmed.");
    browser.picture("sandbox-answered");
    browser.driver().close();
    browser.driver().switchTo().window(sandbox);
  }

  private void awaitStruck(String domain) {
    wait.until(
        page -> {
          press("Refresh");
          String struck = page.findElement(By.id("struck-rows")).getText();
          return struck.contains(domain) && struck.contains("HALF_BODY");
        });
  }

  private Instant now() {
    return Instant.parse(admin.get("/sandbox/clock").body().get("now").asText());
  }

  private void tab(String name) {
    visible(By.xpath("//nav[contains(@class, 'tabs')]/a[. = '" + name + "']")).click();
  }

  private void press(String button) {
    wait.until(
            ExpectedConditions.elementToBeClickable(
                By.xpath(
                    "//button[normalize-space() = '"
                        + button
                        + "' and not(ancestor::*[@hidden])]")))
        .click();
  }

  private WebElement row(String domain) {
    return visible(By.cssSelector("tr[data-name='" + domain + "']"));
  }

  private WebElement field(String form, String label) {
    return visible(
        By.xpath(
            "//*[@id = '"
                + form
                + "']//label[starts-with(normalize-space(), '"
                + label
                + "')]/*[self::input or self::select]"));
  }

  private WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private void awaitText(String text) {
    wait.until(page -> browser.text().contains(text));
  }
}
