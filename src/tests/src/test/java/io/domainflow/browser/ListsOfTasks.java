package io.domainflow.browser;

import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The lists of tasks on the left of Tasklist, and the rows of the open one. */
final class ListsOfTasks {

  static final By TASKS = By.cssSelector("li.task");
  private static final By LISTS = By.cssSelector(".task-filters .item h4.name");

  private final Browser browser;
  private final WebDriverWait wait;
  private final Screen screen;

  ListsOfTasks(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
    this.screen = new Screen(browser);
  }

  /** Names of the lists on the left, from top to bottom. */
  List<String> names() {
    return wait.until(ExpectedConditions.visibilityOfAllElementsLocatedBy(LISTS)).stream()
        .map(ListsOfTasks::name)
        .toList();
  }

  /** The name of a list, without the number of tasks that follows in the open list. */
  private static String name(WebElement list) {
    return list.getText().replaceFirst("\\s*\\(?\\d+\\)?\\s*$", "").strip();
  }

  /** Opens a list on the left, and waits for its rows. */
  void open(String name) {
    List<WebElement> before = browser.driver().findElements(TASKS);
    wait.until(
        driver -> {
          Optional<WebElement> list =
              driver.findElements(LISTS).stream().filter(one -> name(one).equals(name)).findFirst();
          list.ifPresent(WebElement::click);
          return list.isPresent();
        });
    before.stream().limit(1).forEach(row -> wait.until(ExpectedConditions.stalenessOf(row)));
    screen.visible(TASKS);
  }

  /** The texts of the rows in the open list. */
  List<String> rows() {
    return screen.texts(TASKS);
  }

  /** Waits until each list on the left shows its number, and returns them from top to bottom. */
  List<String> counts() {
    By counts = By.cssSelector(".task-filters .task-count");
    wait.until(driver -> driver.findElements(counts).size() == driver.findElements(LISTS).size());
    return screen.texts(counts);
  }

  /** The displayed sorting of the open list. */
  String sorting() {
    return screen.visible(By.cssSelector(".task-list-sorting")).getText();
  }

  /** Waits until the open list is sorted so. */
  void awaitSorting(String sorting) {
    wait.until(ExpectedConditions.textToBe(By.cssSelector(".task-list-sorting"), sorting));
  }

  /** How an open list is sorted that can be sorted freely. */
  List<String> sortedBy() {
    By choices = By.cssSelector(".tasks-list [cam-sorting-choices] .dropdown-toggle");
    return browser.driver().findElements(choices).stream()
        .map(WebElement::getText)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The number of rows of the open list that are visible without scrolling. */
  int rowsInSight() {
    Object rows =
        browser
            .driver()
            .executeScript(
                """
                const list = document.querySelector('.tasks-list .content').getBoundingClientRect();
                return [...document.querySelectorAll('li.task')]
                  .map((row) => row.getBoundingClientRect())
                  .filter((row) => row.top >= list.top && row.bottom <= list.bottom).length;
                """);
    return rows instanceof Number number ? number.intValue() : 0;
  }
}
