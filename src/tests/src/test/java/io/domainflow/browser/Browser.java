package io.domainflow.browser;

import io.domainflow.NeededTool;
import io.domainflow.build.TestTimeout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Controls a headless Chromium. Its screen can be saved as a picture in target/screenshots. */
final class Browser implements AutoCloseable {

  private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final By USERNAME = By.cssSelector("input[ng-model='username']");
  private static final By PASSWORD = By.cssSelector("input[ng-model='password']");

  private static final String REPLACED = "does not belong to the document";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static final String IS_QUIET =
      """
      const page = window.angular && window.angular.element(document.body).injector();
      return document.readyState === 'complete' && !!page
          && page.get('$http').pendingRequests.length === 0;
      """;

  private static final String CLOCK =
      """
      (() => {
        const Real = Date;
        window.Date = class extends Real {
          constructor(...given) {
            given.length ? super(...given) : super(Real.now() + AHEAD);
          }
          static now() {
            return Real.now() + AHEAD;
          }
        };
      })();
      """;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the calling test if there is no Chromium, but never in CI. */
  static Browser open() {
    NeededTool.require(
        Files.isExecutable(CHROMEDRIVER), "chromedriver", "apt-get install chromium-driver");
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(NeededTool.chromium().toFile())
            .addArguments(
                "--headless",
                "--window-size=1500,1100",
                "--lang=en",
                // as root in a container, without a graphics card, and without calling home
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(CHROMEDRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** A wait for elements to appear on the screen. */
  WebDriverWait patiently() {
    WebDriverWait wait =
        new WebDriverWait(driver, TestTimeout.LIMIT, BETWEEN_LOOKS) {
          @Override
          public <V> V until(Function<? super WebDriver, V> state) {
            return super.until(new Look<>(state));
          }
        };
    // Pages are redrawn whenever they get data from the server.
    wait.ignoring(StaleElementReferenceException.class);
    return wait;
  }

  /** The driver has two errors for an element of a page that another has just replaced. */
  private record Look<V>(Function<? super WebDriver, V> state) implements Function<WebDriver, V> {

    @Override
    public V apply(WebDriver page) {
      try {
        return state.apply(page);
      } catch (WebDriverException e) {
        if (String.valueOf(e.getMessage()).contains(REPLACED)) {
          throw new StaleElementReferenceException(REPLACED, e);
        }
        throw e;
      }
    }

    @Override
    public String toString() {
      return state.toString();
    }
  }

  /**
   * Waits until a page of Camunda is ready to be logged in to. The page is redrawn with each
   * answer, and at the end it automatically moves the cursor to the first field.
   */
  void awaitLogin() {
    patiently()
        .until(
            page ->
                driver.executeScript(IS_QUIET).equals(true)
                    && page.findElements(USERNAME).stream()
                        .anyMatch(page.switchTo().activeElement()::equals));
  }

  /** Logs a demo user in to a page of Camunda. */
  void logIn(String login) {
    awaitLogin();
    patiently()
        .until(
            page -> {
              for (By field : List.of(USERNAME, PASSWORD)) {
                page.findElement(field).clear();
                page.findElement(field).sendKeys(login);
              }
              return isFilledIn(login);
            });
    driver.findElement(PASSWORD).sendKeys(Keys.ENTER);
  }

  /** The same with only the keyboard; repeated if the page was redrawn meanwhile. */
  void logIn(String login, Keyboard keyboard) {
    patiently()
        .until(
            page -> {
              if (!page.switchTo().activeElement().equals(page.findElement(USERNAME))) {
                keyboard.type(Keys.chord(Keys.SHIFT, Keys.TAB));
                return false;
              }
              keyboard.fill(login);
              keyboard.type(Keys.TAB);
              keyboard.fill(login);
              return isFilledIn(login);
            });
    keyboard.type(Keys.ENTER);
  }

  private boolean isFilledIn(String login) {
    return Stream.of(USERNAME, PASSWORD)
        .allMatch(field -> login.equals(driver.findElement(field).getDomProperty("value")));
  }

  /** Opens a staff page without a login, and logs a demo user in when asked. */
  void enter(String address, String login) {
    driver.get(address);
    fill("username", login);
    fill("password", login);
    driver.findElement(By.cssSelector("#form button")).click();
    patiently().until(page -> !page.getCurrentUrl().contains("/login"));
  }

  private void fill(String field, String text) {
    patiently().until(ExpectedConditions.visibilityOfElementLocated(By.name(field))).clear();
    driver.findElement(By.name(field)).sendKeys(text);
  }

  /** The complete text of the page; the driver would look at each element of it. */
  String text() {
    return String.valueOf(
        driver.executeScript("return document.body.innerText.replace(/[\\t\\u00a0]/g, ' ')"));
  }

  /** Sets the time of pages opened from now on to that of a moved clock. */
  void followClock(Duration ahead) {
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of("source", CLOCK.replace("AHEAD", String.valueOf(ahead.toMillis()))));
  }

  /** Lets pages opened from now on believe to be in this time zone. */
  void liveIn(String zone) {
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /** Makes the window high enough to show long forms completely. */
  void makeHigh() {
    driver.manage().window().setSize(new Dimension(1400, 3000));
  }

  /** Saves downloads from now on into a folder. */
  void saveInto(Path folder) {
    driver.executeCdpCommand(
        "Page.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Saves the screen as a picture with this name. */
  void picture(String name) {
    picture(SCREENSHOTS.resolve(name + ".png"), driver);
  }

  /** Saves a part of the page, or the whole screen, as a picture. */
  void picture(Path file, TakesScreenshot part) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, part.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
