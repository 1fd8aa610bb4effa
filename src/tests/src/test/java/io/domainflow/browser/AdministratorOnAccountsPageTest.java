package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.build.OnlyInFull;
import java.util.Locale;
import java.util.UUID;
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

/** An administrator manages reseller accounts on the screen. */
@DomainflowTest
class AdministratorOnAccountsPageTest {

  private final int port;
  private final Caller admin;
  private final String name = "screen-" + UUID.randomUUID().toString().substring(0, 8);
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  AdministratorOnAccountsPageTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void logIn() {
    browser = Browser.open();
    wait = browser.patiently();
    browser.enter("http://127.0.0.1:" + port + "/accounts", "admin");
    row("sandbox");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("accounts-last");
      browser.close();
    }
    admin.delete("/api/v1/accounts/" + name);
  }

  @Test
  void addsAnAccountReadsWhyItDoesNotWorkAndCorrectsIt() {
    press("Add account");
    fill("Name", name.toUpperCase(Locale.ROOT));
    fill("Login", "test.user");
    press("Save");
    awaitText("Name must have 1 to 32 of a-z, 0-9 and -");
    awaitText("Password is required");
    browser.picture("accounts-refused");

    fill("Name", name);
    new Select(field("System")).selectByVisibleText("Sandbox");
    fill("Password", "wrong-password");
    press("Save");
    awaitText("Account " + name + " is saved.");

    press("Test connection", name);
    awaitText("The registrar refuses this login or password on the sandbox");
    awaitText("Check the password first");
    browser.picture("accounts-wrong-password");

    press("Edit", name);
    assertThat(field("Password").getDomProperty("value")).isEmpty();
    assertThat(field("Name").isEnabled()).isFalse();
    fill("Password", "test.passw0rd");
    press("Save");
    awaitText("Account " + name + " is saved.");
    press("Test connection", name);
    awaitText("The registrar accepts this login on the sandbox. Nothing was changed or bought.");
    awaitText("Account: test.user. Balance: ");
    browser.picture("accounts-good");

    press("Delete", name);
    wait.until(ExpectedConditions.alertIsPresent()).accept();
    awaitText("Account " + name + " is deleted.");
    assertThat(admin.get("/api/v1/accounts/" + name).status()).isEqualTo(404);
  }

  @Test
  void showsWhatSomebodyWroteAsTextAndNeverRunsIt() {
    admin.post(
        "/api/v1/accounts",
        ("{'name': '%s', 'system': 'OTE', 'login': '<img/src=x/onerror=document.title=1>',"
                + " 'password': 'x', 'designatedAgent': {'attestedBy': '<b>Eve</b>',"
                + " 'termsVersion': '<i>1</i>'}}")
            .formatted(name));

    browser.driver().navigate().refresh();

    assertThat(row(name).getText()).contains("<img/src=x/onerror=document.title=1>", "<b>Eve</b>");
    assertThat(browser.driver().getTitle()).isEqualTo("Reseller accounts");
    press("Edit", name);
    assertThat(field("Login").getDomProperty("value")).contains("<img/src");
    assertThat(browser.driver().findElements(By.cssSelector("main img, main b, main i"))).isEmpty();
  }

  @Test
  @OnlyInFull("AccountApiTest, at the server")
  void leavesToTheConfigurationWhatItSets() {
    press("Edit", "sandbox");

    assertThat(field("Login").isEnabled()).isFalse();
    assertThat(field("Password").isEnabled()).isFalse();
    browser.picture("accounts-configured");
    new Select(field("When a change would lock the name")).selectByValue("ASK");
    press("Save");
    awaitText("Account sandbox is saved.");
    assertThat(admin.get("/api/v1/accounts/sandbox").body().get("registrantChangeMode").asText())
        .isEqualTo("ASK");
    admin.patch("/api/v1/accounts/sandbox", "{'registrantChangeMode': null}");
    assertThat(browser.driver().findElement(By.cssSelector("[aria-label='Delete sandbox']")))
        .matches(delete -> !delete.isEnabled());
  }

  @Test
  @OnlyInFull("AccountApiTest, at the server")
  void saysWhyThePolicyThatIsNotInForceCannotBeChosen() {
    admin.post(
        "/api/v1/accounts",
        "{'name': '%s', 'system': 'OTE', 'login': 'acme', 'password': 'x'}".formatted(name));
    browser.driver().navigate().refresh();
    press("Edit", name);

    new Select(field("Policy of changes")).selectByValue("CORD");
    press("Save");

    awaitText("Policy of changes must be 2016 for an account on OTE: CORD is not in force");
  }

  private WebElement row(String account) {
    return wait.until(
        ExpectedConditions.visibilityOfElementLocated(
            By.cssSelector("tr[data-account='" + account + "']")));
  }

  private void press(String button) {
    wait.until(
            ExpectedConditions.elementToBeClickable(
                By.xpath("//button[normalize-space()='" + button + "']")))
        .click();
  }

  private void press(String button, String account) {
    wait.until(
            ExpectedConditions.elementToBeClickable(
                By.cssSelector("[aria-label='" + button + " " + account + "']")))
        .click();
  }

  private WebElement field(String label) {
    return wait.until(
        ExpectedConditions.visibilityOfElementLocated(
            By.xpath(
                "//dialog//label[starts-with(normalize-space(), '"
                    + label
                    + "')]/*[self::input or self::select]")));
  }

  private void fill(String label, String text) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(text);
  }

  private void awaitText(String text) {
    wait.until(driver -> browser.text().contains(text));
  }
}
