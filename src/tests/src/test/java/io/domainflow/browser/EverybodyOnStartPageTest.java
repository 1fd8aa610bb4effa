package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.build.FirstCases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody reaches all pages from the start page, with one login. */
@DomainflowTest
class EverybodyOnStartPageTest {

  /** The attacks of another site's page: to read the token, to send one, and to omit it. */
  private static final String ATTACK =
      """
      const [site, name, fault, done] = arguments;
      const how = {credentials: 'include'};
      const account = JSON.stringify({name, system: 'OTE', login: 'x', password: 'x'});
      const blind = (path, body, type) => fetch(site + path,
          {...how, method: 'POST', mode: 'no-cors', body, headers: {'Content-Type': type}})
          .then((answer) => answer.type, () => 'not sent');
      (async () => [
        await fetch(site + '/login/session', how).then((answer) => answer.text(), () => 'not read'),
        await fetch(site + '/api/v1/accounts',
            {...how, method: 'POST', body: account,
              headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': 'guessed'}})
            .then((answer) => answer.status, () => 'not sent'),
        await blind('/api/v1/accounts', account, 'text/plain'),
        await blind('/sandbox/faults', fault, 'text/plain'),
        await blind('/sandbox/reset', '', 'application/x-www-form-urlencoded'),
      ])().then(done);
      """;

  private final int port;
  private Browser browser;
  private WebDriverWait wait;

  @Autowired
  EverybodyOnStartPageTest(@LocalServerPort int port) {
    this.port = port;
  }

  @BeforeEach
  void open() {
    browser = Browser.open();
    wait = browser.patiently();
    browser.driver().manage().window().setSize(new Dimension(1280, 800));
    browser.driver().get(address("/"));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.picture("start-last");
      browser.close();
    }
  }

  @ParameterizedTest
  @FirstCases(1)
  @CsvSource({
    "admin, Tasklist Orders Cockpit Figures Handbook Accounts Sandbox Admin API",
    "operator, Tasklist Orders Handbook API",
    "approver, Tasklist Orders Handbook API",
    "analyst, Orders Cockpit Figures Handbook API"
  })
  void goesThroughEveryDoorOfItsRoleWithOneLogin(String login, String doors) {
    clickOn("Log in");
    logIn(login);
    visible(By.id("cards"));
    visible(By.id("accounts"));
    visible(By.id("waiting"));
    browser.picture("start-" + login);
    assertThat(Axe.findings(browser, "body")).isEmpty();
    assertThat(doors()).isEqualTo(Arrays.asList(doors.split(" ")));
    assertThat(text()).contains("curl -u " + login + " " + address("/api/v1/me"));
    makesTheCallsOfTheExample(login);

    for (String door : doors()) {
      clickOn(door);
      wait.until(page -> !page.getCurrentUrl().equals(address("/")));
      wait.until(page -> hasCome(door));
      assertThat(browser.driver().getCurrentUrl()).doesNotContain("/login");
      browser.driver().get(address("/"));
      visible(By.id("cards"));
    }

    visible(By.xpath("//button[normalize-space()='Log out']")).click();
    visible(By.id("stranger"));
    browser.driver().get(address("/accounts"));
    visible(By.name("username"));
  }

  /** What the page shows to who reads it is answered, with the account that it names. */
  private void makesTheCallsOfTheExample(String login) {
    Caller reader = new Caller(port, login);
    assertThat(reader.get("/api/v1/me").status()).isEqualTo(200);
    boolean shown = browser.driver().findElement(By.id("example")).isDisplayed();
    assertThat(shown).isEqualTo(!login.equals("analyst"));
    if (shown) {
      String call = visible(By.cssSelector("#example pre")).getText();
      assertThat(call).startsWith("curl -u " + login + " ").contains(address("/api/v1/dry-runs"));
      Caller.Answer answer =
          reader.post(
              "/api/v1/dry-runs", call.substring(call.indexOf('{'), call.lastIndexOf('}') + 1));
      assertThat(answer.status()).as(call).isEqualTo(200);
      assertThat(answer.body().path("wouldEnd").isNull()).as(call).isTrue();
    }
  }

  private List<String> doors() {
    return browser.driver().findElements(By.cssSelector("#cards a")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Whether a page is open that belongs to a door, and asks for no login. */
  private boolean hasCome(String door) {
    String sign =
        switch (door) {
          case "Tasklist" -> "Unassigned";
          case "Orders" -> "Placed (UTC)";
          case "Cockpit" -> "Running Process Instances";
          case "Figures" -> "What waits, and for whom";
          case "Handbook" -> "What always applies";
          case "Accounts" -> "Test connection";
          case "Sandbox" -> "Sandbox";
          case "Admin" -> "Authorizations";
          case "API" -> "Domainflow order API";
          default -> throw new IllegalArgumentException(door);
        };
    String text = browser.text();
    return text.contains(sign)
        && !text.contains("Username")
        && !text.contains("You are not logged in");
  }

  @Test
  void tellsStrangersWhatItIsAndWhereProgramsGoIn() {
    visible(By.id("stranger"));

    assertThat(text())
        .contains("registers, transfers, renews", "curl -u LOGIN " + address("/api/v1/me"));
    assertThat(browser.driver().findElement(By.id("ways")).isDisplayed()).isFalse();
    browser.picture("start-stranger");
    assertThat(Axe.findings(browser, "body")).isEmpty();
  }

  @Test
  void aLoginForProgramsIsToldSoAndWhereItsDoorsAre() {
    clickOn("Log in");
    logIn("billing");

    awaitText("Your login is for programs");
    assertThat(text()).contains("curl -u billing " + address("/api/v1/me"));
    browser.picture("login-billing");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    fill("username", "client/shop");
    fill("password", "token");
    field("password").sendKeys(Keys.ENTER);
    awaitText("curl -u client/shop");
  }

  @Test
  void readsAGuideThatLeadsToTheOthers() {
    browser.driver().get(address("/handbook/webhooks"));

    awaitText("Set up in five minutes");
    assertThat(visible(By.cssSelector("pre code")).getText())
        .startsWith("DF=http://localhost:${DF_PORT:-8080}\ncurl -u billing:billing");
    assertThat(browser.driver().getTitle()).isEqualTo("Webhooks – Domainflow");
    assertThat(text()).doesNotContain("```", "](");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    clickOn("API client");
    awaitText("Changing the token without an outage");
    browser.picture("guide");
    assertThat(browser.driver().getCurrentUrl()).isEqualTo(address("/handbook/api-clients"));
  }

  @Test
  void saysWhatWasWrongAndLeadsToWhereOneWantedToGo() {
    browser.driver().get(address("/orders/?status=COMPLETED"));
    visible(By.linkText("Log in")).click();
    visible(By.name("username"));
    fill("username", "operator");
    fill("password", "wrong");
    field("password").sendKeys(Keys.ENTER);
    awaitText("User or password is wrong.");
    browser.picture("login-wrong");
    assertThat(Axe.findings(browser, "body")).isEmpty();

    logIn("operator");

    wait.until(ExpectedConditions.urlToBe(address("/orders/?status=COMPLETED")));
  }

  @Test
  void leadsToNoPageOfOthers() {
    browser.enter(address("/login"), "operator");
    for (String to :
        List.of(
            "//elsewhere.example/",
            "/%5Celsewhere.example/",
            "/%09/elsewhere.example/",
            "https://elsewhere.example/",
            "https:elsewhere.example",
            "/.//elsewhere.example/",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://127.0.0.1:" + port + "@elsewhere.example/",
            "http://billing:billing@127.0.0.1:" + port + "/orders/",
            "blob:http://127.0.0.1:" + port + "/orders/",
            "%20//elsewhere.example")) {
      browser.driver().get(address("/login?to=" + to));
      URI onward = URI.create(visible(By.id("onward")).getDomProperty("href"));

      assertThat(onward.getAuthority()).as(to).isEqualTo("127.0.0.1:" + port);
      assertThat(onward.getScheme()).as(to).isEqualTo("http");
    }
  }

  /** Another port of the same machine is the same site, so that the session is sent along. */
  @Test
  void aPageOfOthersReadsNoTokenAndChangesNothing() throws IOException {
    String name = "others-" + UUID.randomUUID().toString().substring(0, 8);
    browser.enter(address("/accounts"), "admin");
    HttpServer others =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    others.createContext("/", EverybodyOnStartPageTest::answer);
    others.start();
    try {
      browser.driver().get("http://127.0.0.1:" + others.getAddress().getPort() + "/");
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(1));

      Object tried = browser.driver().executeAsyncScript(ATTACK, address(""), name, faultOf(name));

      assertThat(tried).isEqualTo(List.of("not read", "not sent", "opaque", "opaque", "opaque"));
    } finally {
      others.stop(0);
    }
    Caller admin = new Caller(port, "admin");
    assertThat(admin.get("/api/v1/accounts/" + name).status()).isEqualTo(404);
    assertThat(admin.get("/sandbox/faults").body().toString()).doesNotContain(name);
    browser.driver().get(address("/accounts"));
    awaitText("Test connection");
  }

  private static String faultOf(String name) {
    return "{\"command\":\"AddDomain\",\"fault\":\"EMPTY\",\"times\":1,\"domain\":\"%s.com\"}"
        .formatted(name);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @Test
  void showsWhatWaits() {
    String troubled =
        new Caller(port, "operator").get("/api/v1/order-troubles").body().get("stopped").asText();
    browser.enter(address("/login"), "operator");

    awaitText(troubled + (troubled.equals("1") ? " order is stuck" : " orders are stuck"));
    awaitText("sandbox2");
    assertThat(text()).contains("open task", "Takes orders.");
  }

  @Test
  void aHeadOffersWhatTheLoginMayOpen() {
    browser.enter(address("/login?to=/orders/"), "operator");
    visible(By.xpath("//button[normalize-space()='Log out']"));
    assertThat(head()).containsExactly("Start", "Tasklist");

    browser.driver().manage().deleteAllCookies();
    browser.enter(address("/login?to=/orders/"), "analyst");
    visible(By.xpath("//button[normalize-space()='Log out']"));
    assertThat(head()).containsExactly("Start", "Cockpit");
  }

  private List<String> head() {
    return browser.driver().findElements(By.cssSelector("header nav > a")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void leadsToTheListOfOnesOwnTasks() {
    browser.enter(address("/login"), "operator");
    wait.until(ExpectedConditions.elementToBeClickable(By.partialLinkText("of yours"))).click();
    wait.until(page -> text().matches("(?s).*My tasks\\s*\\(?\\d+.*"));

    clickOn("Start page");
    visible(By.id("cards"));
  }

  @Test
  void aLostBrowserFindsTheWayBack() {
    browser.driver().get(address("/no/such/page"));
    awaitText("There is nothing at this address.");
    browser.picture("error-404");
    assertThat(Axe.findings(browser, "body")).isEmpty();
    visible(By.linkText("Back to the start page")).click();
    visible(By.id("stranger"));

    browser.enter(address("/login"), "operator");
    browser.driver().get(address("/accounts"));
    awaitText("Your user may not do this");
    browser.picture("error-403");
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private void logIn(String login) {
    fill("username", login);
    fill("password", login);
    field("password").sendKeys(Keys.ENTER);
  }

  private void fill(String name, String text) {
    field(name).clear();
    field(name).sendKeys(text);
  }

  private WebElement field(String name) {
    return visible(By.name(name));
  }

  private void clickOn(String link) {
    wait.until(ExpectedConditions.elementToBeClickable(By.linkText(link))).click();
  }

  private WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private String text() {
    return browser.text();
  }

  private void awaitText(String text) {
    wait.until(page -> text().contains(text));
  }
}
