package io.domainflow.browser;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Uses Camunda Cockpit as a person does, by the texts on the screen. */
final class Cockpit {

  private static final By DASHBOARD = By.cssSelector(".dashboard section");

  private final Browser browser;
  private final String address;
  private final WebDriverWait wait;

  private Cockpit(Browser browser, int port) {
    this.browser = browser;
    this.address = "http://127.0.0.1:" + port + "/camunda/app/cockpit/default/#";
    this.wait = browser.patiently();
    // Cockpit is redrawn whenever it gets data from the server.
    wait.ignoring(StaleElementReferenceException.class)
        .ignoring(ElementNotInteractableException.class);
  }

  static Cockpit logIn(Browser browser, int port, String login) {
    Cockpit cockpit = new Cockpit(browser, port);
    browser.driver().get(cockpit.address + "/login");
    browser.logIn(login);
    cockpit.visible(DASHBOARD);
    return cockpit;
  }

  /** Opens a page by the part of its address after {@code #}. */
  void goTo(String page) {
    browser.driver().get(address + page);
  }

  /** The part of the open page's address after {@code #}. */
  String page() {
    return browser.driver().getCurrentUrl().replaceFirst(".*#", "");
  }

  /** Opens an entry of the menu. */
  void openMenu(String name) {
    clickable(By.xpath("//*[@cam-widget-header]//a[normalize-space()='" + name + "']")).click();
  }

  /** Opens a tab below the diagram. */
  void openTab(String name) {
    By tab = By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='" + name + "']");
    wait.until(
        driver -> {
          driver.findElement(tab).click();
          return true;
        });
  }

  /** The number of a tile on the dashboard, once it is loaded. */
  String tile(String title) {
    WebElement number =
        visible(
            By.xpath(
                "//*[contains(@class, 'analysis-tile-title')][normalize-space()='"
                    + title
                    + "']/../a"));
    wait.until(driver -> !number.getText().equals("…"));
    return number.getText();
  }

  /** The section of a figure on the page of figures, once it is loaded. */
  WebElement figure(String name) {
    return visible(
            By.cssSelector(
                "#analysis-" + name + " .analysis-content:not([aria-busy]) > .analysis-hint"))
        .findElement(By.xpath("./ancestor::section"));
  }

  /** Opens the table behind the chart of a figure. */
  void openTable(String figure) {
    WebElement details = figure(figure).findElement(By.tagName("details"));
    if (details.getDomAttribute("open") == null) {
      details.findElement(By.tagName("summary")).click();
    }
    wait.until(driver -> !details.findElements(By.tagName("table")).isEmpty());
  }

  void sortBy(String figure, String column) {
    figure(figure)
        .findElement(By.xpath(".//th/button[normalize-space()='" + column + "']"))
        .click();
  }

  /** The texts in a column of the open table of a figure, from top to bottom. */
  List<String> column(String figure, String title) {
    WebElement table = figure(figure).findElement(By.tagName("table"));
    List<String> titles =
        table.findElements(By.tagName("th")).stream()
            .map(head -> head.getText().replaceFirst("\\W+$", ""))
            .toList();
    return table
        .findElements(By.cssSelector("td:nth-child(" + (titles.indexOf(title) + 1) + ")"))
        .stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Downloads the CSV file of a figure. */
  Path csv(String figure, Path folder) {
    browser.saveInto(folder);
    figure(figure).findElement(By.className("analysis-csv")).click();
    return wait.until(
        driver -> {
          File[] files =
              folder.toFile().listFiles((in, name) -> name.matches(figure + "[-\\d]*\\.csv"));
          return files == null || files.length == 0 ? null : files[0].toPath();
        });
  }

  /** The texts on the steps of the diagram, by the ids of the steps. */
  Map<String, String> heat() {
    awaitShown(".analysis-heat-badge");
    return browser.driver().findElements(By.className("analysis-heat-badge")).stream()
        .collect(
            Collectors.toMap(
                badge ->
                    badge
                        .findElement(By.xpath("./ancestor::*[@data-container-id]"))
                        .getDomAttribute("data-container-id"),
                badge -> badge.getDomProperty("textContent").replace('\u00a0', ' ')));
  }

  /** Follows a link to a separate page, checks it, and returns. */
  void lookAt(By link, Runnable look) {
    String here = browser.driver().getWindowHandle();
    clickable(link).click();
    wait.until(driver -> driver.getWindowHandles().size() > 1);
    browser.driver().getWindowHandles().stream()
        .filter(window -> !window.equals(here))
        .forEach(window -> browser.driver().switchTo().window(window));
    look.run();
    browser.driver().close();
    browser.driver().switchTo().window(here);
  }

  /** The pages' text for a code. */
  static String words(String code) {
    return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** The pages' text for a duration in seconds: the two largest units. */
  static String duration(double seconds) {
    if (seconds < 1) {
      return seconds <= 0 ? "0 s" : "< 1 s";
    }
    Duration took = Duration.ofSeconds(Math.round(seconds));
    List<String> parts =
        List.of(
            took.toDaysPart() + " d",
            took.toHoursPart() + " h",
            took.toMinutesPart() + " min",
            took.toSecondsPart() + " s");
    int first = 0;
    while (parts.get(first).startsWith("0 ")) {
      first++;
    }
    return parts.subList(first, Math.min(first + 2, parts.size())).stream()
        .filter(part -> !part.startsWith("0 "))
        .collect(Collectors.joining(" "));
  }

  /** Presses a button by its text. */
  void press(String button) {
    clickable(By.xpath("//button[normalize-space()='" + button + "']")).click();
  }

  /** Unfolds the first section with this name. */
  void openFirst(String summary) {
    clickable(By.xpath("//summary[normalize-space()='" + summary + "']")).click();
  }

  void fill(String label, String value) {
    clickable(By.xpath("//label[normalize-space(text())='" + label + "']/input")).sendKeys(value);
  }

  void choose(String label, String option) {
    new Select(clickable(By.xpath("//label[normalize-space(text())='" + label + "']/select")))
        .selectByVisibleText(option);
  }

  /** The complete text of the page. */
  String text() {
    return browser.text();
  }

  void awaitText(String text) {
    wait.until(driver -> text().contains(text));
  }

  WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  WebElement clickable(By what) {
    return wait.until(ExpectedConditions.elementToBeClickable(what));
  }

  /** Waits until one of these elements is visible. */
  void awaitShown(String selector) {
    wait.until(driver -> !shown(selector).isEmpty());
  }

  /** The visible elements among these. */
  List<WebElement> shown(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  /** Saves the whole screen as a picture. */
  void picture(Path file) {
    browser.picture(file, browser.driver());
  }
}
