package io.domainflow.browser;

import static io.domainflow.browser.ListsOfTasks.TASKS;
import static io.domainflow.browser.Screen.button;
import static io.domainflow.browser.Screen.labelled;
import static io.domainflow.browser.Screen.named;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Uses Camunda Tasklist as a person does, by the texts on the screen. */
final class Tasklist {

  private static final By SEARCH = By.name("find");
  private static final By FOUND = By.cssSelector(".task-found");
  private static final By TASK_LINK = By.cssSelector("li.task h4 a");
  private static final By FORM = By.cssSelector(".task-card .fjs-form");
  private static final By FACTS = By.cssSelector(".task-card .fjs-form .facts-button");
  private static final By UNCLAIM = By.cssSelector("[ng-click*='unclaim']");
  private static final By COMPLETE = button("Complete");
  private static final By OPTIONS = By.cssSelector(".fjs-dropdownlist-item");
  private static final By DONE = By.cssSelector(".task-done.shown");
  private static final By NOTES = By.cssSelector(".page-notifications .alert-danger");

  private final Browser browser;
  private final WebDriverWait wait;
  private final Screen screen;

  private Tasklist(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
    this.screen = new Screen(browser);
  }

  static Tasklist logIn(Browser browser, int port, String login) {
    Tasklist tasklist = at(browser, port);
    browser.logIn(login);
    tasklist.awaitReady();
    return tasklist;
  }

  /** Before anybody has logged in. */
  static Tasklist at(Browser browser, int port) {
    Tasklist tasklist = new Tasklist(browser);
    browser.driver().get("http://127.0.0.1:" + port + "/camunda/app/tasklist/");
    browser.awaitLogin();
    return tasklist;
  }

  /** Waits until somebody has logged in. */
  void awaitReady() {
    screen.visible(SEARCH);
  }

  /** The forms that start an order. */
  StartForms startForms() {
    return new StartForms(browser);
  }

  /** The lists on the left. */
  ListsOfTasks lists() {
    return new ListsOfTasks(browser);
  }

  /** The form of the open task as long as the user has not claimed the task. */
  UnclaimedForm unclaimedForm() {
    return new UnclaimedForm(browser);
  }

  /** Opens a task by its address, as a link to it does. */
  void openTask(String id, String domain) {
    String here = browser.driver().getCurrentUrl();
    browser.driver().get(here.replaceFirst("#.*", "") + "#/?task=" + id);
    awaitForm(domain);
  }

  /** Opens any task by its address, and waits until its form is drawn. */
  void openTask(String id) {
    List<WebElement> before = browser.driver().findElements(FORM);
    browser
        .driver()
        .get(browser.driver().getCurrentUrl().replaceFirst("#.*", "") + "#/?task=" + id);
    before.forEach(form -> wait.until(ExpectedConditions.stalenessOf(form)));
    screen.visible(FORM);
    awaitClaimed();
  }

  /** The text of the open task's form. */
  String form() {
    return screen.visible(FORM).getText();
  }

  /** Saves a picture of the open task, from its name to the end of its form. */
  void picture(Path file) {
    browser.picture(file, screen.visible(By.cssSelector("section.task-card")));
  }

  /** Opens the row of this name in the open list. */
  void openRow(String domain) {
    screen.press(By.xpath("//li[contains(@class, 'task')][contains(., '" + domain + "')]//h4/a"));
    awaitForm(domain);
  }

  /** Waits until the form of a task of this name is there. */
  void awaitForm(String domain) {
    screen.visible(By.xpath("//h1[contains(., '" + domain + "')]"));
  }

  /** Finds the one task of this name and opens it. */
  void openTaskOf(String domain) {
    find(domain);
    awaitFound(domain);
    screen.press(TASK_LINK);
    awaitForm(domain);
  }

  /** Replaces the text of the input that finds tasks. */
  void find(String text) {
    screen.clickable(SEARCH).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
  }

  /** Opens the first task that is found, without looking at the list. */
  void findAndOpen(String text, String domain) {
    find(text + Keys.ENTER);
    awaitForm(domain);
  }

  /** The text of the input that finds tasks. */
  String searched() {
    return screen.visible(SEARCH).getDomProperty("value");
  }

  /** Whether the open task has a link to Cockpit. */
  boolean leadsToCockpit() {
    return browser.driver().findElements(By.cssSelector(".instance-link")).stream()
        .anyMatch(WebElement::isDisplayed);
  }

  /** Waits until the task of this name is the only one found for the complete text. */
  void awaitFound(String domain) {
    wait.until(
        driver ->
            driver.findElement(FOUND).getText().startsWith("1 task in ")
                && driver.findElements(TASKS).size() == 1
                && driver.findElement(TASKS).getText().contains(domain));
  }

  static boolean isSearch(WebElement element) {
    return "find".equals(element.getDomAttribute("name"));
  }

  static boolean isFacts(WebElement element) {
    return "Facts".equals(element.getDomAttribute("aria-label"));
  }

  static boolean isRadio(WebElement element) {
    return "radio".equals(element.getDomAttribute("type"));
  }

  void claim() {
    pressClaim();
    awaitClaimed();
  }

  /** Waits until the open task is claimed by the user. */
  void awaitClaimed() {
    screen.visible(UNCLAIM);
  }

  /** Tries to claim the open task; the caller looks at the result. */
  void pressClaim() {
    screen.press(By.xpath("//*[normalize-space(text())='Claim']"));
  }

  /** Adds a comment to the open task. */
  void comment(String text) {
    screen.closeNotes();
    screen.press(By.cssSelector(".createCommentLink"));
    screen.visible(By.id("comment-form-message")).sendKeys(text);
    screen.press(By.xpath("//div[contains(@class, 'modal-content')]" + named("Save")));
    wait.until(ExpectedConditions.invisibilityOfElementLocated(By.id("comment-form-message")));
  }

  /** Opens a tab of the open task, such as its form or its history. */
  void openTab(String name) {
    screen.press(
        By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='" + name + "']"));
  }

  /** Gives a claimed task back, for others to claim. */
  void giveBack() {
    screen.closeNotes();
    screen.press(UNCLAIM);
    screen.visible(By.xpath("//*[normalize-space(text())='Claim']"));
  }

  /** The complete text of the page. */
  String text() {
    return browser.text();
  }

  /** Replaces the text of a field. */
  void fill(String label, String value) {
    WebElement field = screen.clickable(field(label));
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, value, Keys.TAB);
  }

  /** The target of a link, which opens beside the task. */
  String linkTo(String text) {
    return wait.until(
        driver -> {
          WebElement link = driver.findElement(By.linkText(text));
          return link.getDomAttribute("target").equals("_blank") ? link.getDomProperty("href") : "";
        });
  }

  /** Presses a button on the form. */
  void press(String button) {
    screen.press(button(button));
  }

  String valueOf(String label) {
    return screen.visible(field(label)).getDomProperty("value");
  }

  /** Whether a field hides its text behind dots. */
  boolean hidesWhatIsTyped(String label) {
    return screen.visible(field(label)).getCssValue("-webkit-text-security").equals("disc");
  }

  /** Selects an option of a drop-down list, searching for its name if the list allows it. */
  void select(String label, String option) {
    openOptions(label);
    WebElement cursor = browser.driver().switchTo().activeElement();
    if ("Search".equals(cursor.getDomAttribute("placeholder"))) {
      cursor.sendKeys(option);
    }
    screen.press(
        By.xpath(
            "//div[contains(@class, 'fjs-dropdownlist-item')][normalize-space()='"
                + option
                + "']"));
  }

  /** The options of a drop-down list; closes the list again. */
  List<String> options(String label) {
    openOptions(label);
    List<String> options = screen.texts(OPTIONS);
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    wait.until(ExpectedConditions.invisibilityOfElementLocated(OPTIONS));
    return options;
  }

  // The list may already be open, because it has the focus.
  private void openOptions(String label) {
    By open =
        By.xpath(
            labelled(label)
                + "/ancestor::div[contains(@class, 'fjs-form-field ')][1]"
                + "//div[contains(@class, 'fjs-dropdownlist-item')]");
    if (browser.driver().findElements(open).isEmpty()) {
      screen.press(
          By.xpath(
              labelled(label)
                  + "//following::div[contains(@class, 'fjs-input-group')][1]"
                  + "//*[contains(@class, 'fjs-select-display') or self::input]"));
    }
  }

  /** Chooses one of the answers to a question, by its name. */
  void choose(String answer) {
    screen.press(choice(answer));
  }

  /** Whether an answer is offered. */
  boolean offers(String answer) {
    return !browser.driver().findElements(choice(answer)).isEmpty();
  }

  // The cost and effect of the answer follow its name.
  private static By choice(String answer) {
    return By.xpath(
        "//label[.//input[@type='radio']][normalize-space()='%1$s' or starts-with(normalize-space(), '%1$s (costs ')]"
            .formatted(answer));
  }

  /** Opens the facts below the question, or folds them. */
  void pressFacts() {
    screen.press(FACTS);
  }

  /** Whether the facts below the question are open. */
  boolean showsFacts() {
    return "true".equals(screen.visible(FACTS).getDomAttribute("aria-expanded"));
  }

  /** Chooses the first of the answers to a question. */
  void chooseFirst() {
    screen.press(By.cssSelector(".task-card .fjs-form input[type='radio']"));
  }

  /** Submits the form; the caller looks at the result. */
  void complete() {
    screen.closeNotes();
    screen.press(COMPLETE);
  }

  /**
   * Submits the form, unless the page says this first and no longer lets anybody submit it; the
   * caller looks at the result.
   */
  void completeUnlessSaid(String text) {
    screen.closeNotes();
    wait.until(
        driver -> {
          if (browser.text().contains(text)) {
            return true;
          }
          WebElement complete = driver.findElement(COMPLETE);
          if (!complete.isEnabled()) {
            return false;
          }
          complete.click();
          return true;
        });
  }

  /** Waits until the page contains one of these texts. */
  void awaitText(String... texts) {
    wait.until(
        (ExpectedCondition<Boolean>)
            driver -> {
              String page = browser.text();
              return Arrays.stream(texts).anyMatch(page::contains);
            });
  }

  /** Waits for the message that the open task is completed. */
  void awaitCompleted() {
    screen.visible(DONE);
  }

  /** Waits until the message about the completed task contains this text, and returns all of it. */
  String awaitDone(String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(DONE, text));
    return screen.visible(DONE).getText();
  }

  /** Opens the task that the message about the completed one says is open again. */
  void openAskedAgain() {
    screen.press(By.linkText("Open the task"));
  }

  /** Waits until the open task shows no error. */
  void awaitNoComplaint() {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(NOTES));
  }

  /** The error of the open task. */
  String complaint() {
    return screen.visible(NOTES).getText();
  }

  /** Id of the task that is open; empty if none is. */
  String openedTask() {
    String query = browser.driver().getCurrentUrl().replaceFirst(".*[?]", "");
    return Arrays.stream(query.split("&"))
        .filter(part -> part.startsWith("task="))
        .map(part -> part.substring("task=".length()))
        .findFirst()
        .orElse("");
  }

  /** Opens the calendar of a date. */
  void openCalendar(String label) {
    screen.press(field(label));
    screen.visible(By.cssSelector(".flatpickr-calendar.open"));
  }

  /** Waits until a different task is open. */
  void awaitOtherTask(String id) {
    wait.until(driver -> !openedTask().isEmpty() && !openedTask().equals(id));
    screen.visible(FORM);
  }

  private static By field(String label) {
    return By.xpath(labelled(label) + "/following::*[self::input or self::textarea][1]");
  }
}
