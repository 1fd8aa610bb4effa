package io.domainflow.browser;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Uses Camunda Tasklist as a person does, by the texts on the screen. */
final class Tasklist {

  private static final By SEARCH = By.name("find");
  private static final By FOUND = By.cssSelector(".task-found");
  private static final By TASKS = By.cssSelector("li.task");
  private static final By TASK_LINK = By.cssSelector("li.task h4 a");
  private static final By LISTS = By.cssSelector(".task-filters .item h4.name");
  private static final By FORM = By.cssSelector(".task-card .fjs-form");
  private static final By FACTS = By.cssSelector(".task-card .fjs-form .facts-button");
  private static final By UNCLAIM = By.cssSelector("[ng-click*='unclaim']");
  private static final By COMPLETE = button("Complete");
  private static final By START =
      By.xpath("//div[contains(@class, 'modal-content')]" + named("Start"));
  private static final By REFUSALS = By.cssSelector(".modal-body [notifications-panel] .alert");
  private static final By OPTIONS = By.cssSelector(".fjs-dropdownlist-item");
  private static final By NOTICE = By.cssSelector(".order-notice");
  private static final By DONE = By.cssSelector(".task-done.shown");
  private static final By NOTES = By.cssSelector(".page-notifications .alert-danger");
  private static final By STARTABLE =
      By.cssSelector(".modal-content a[ng-click*='selectProcessDefinition']");

  private final Browser browser;
  private final WebDriverWait wait;

  private Tasklist(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
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
    visible(SEARCH);
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
    visible(FORM);
    awaitClaimed();
  }

  /** The text of the open task's form. */
  String form() {
    return visible(FORM).getText();
  }

  /** Saves a picture of the open task, from its name to the end of its form. */
  void picture(Path file) {
    browser.picture(file, visible(By.cssSelector("section.task-card")));
  }

  /** Names of the lists on the left, from top to bottom. */
  List<String> lists() {
    return wait.until(ExpectedConditions.visibilityOfAllElementsLocatedBy(LISTS)).stream()
        .map(Tasklist::name)
        .toList();
  }

  /** The name of a list, without the number of tasks that follows in the open list. */
  private static String name(WebElement list) {
    return list.getText().replaceFirst("\\s*\\(?\\d+\\)?\\s*$", "").strip();
  }

  /** Opens a list on the left, and waits for its rows. */
  void openList(String name) {
    List<WebElement> before = browser.driver().findElements(TASKS);
    wait.until(
        driver -> {
          Optional<WebElement> list =
              driver.findElements(LISTS).stream().filter(one -> name(one).equals(name)).findFirst();
          list.ifPresent(WebElement::click);
          return list.isPresent();
        });
    before.stream().limit(1).forEach(row -> wait.until(ExpectedConditions.stalenessOf(row)));
    visible(TASKS);
  }

  /** The texts of the rows in the open list. */
  List<String> rows() {
    return texts(TASKS);
  }

  /** Opens the row of this name in the open list. */
  void openRow(String domain) {
    press(By.xpath("//li[contains(@class, 'task')][contains(., '" + domain + "')]//h4/a"));
    awaitForm(domain);
  }

  /** Waits until the form of a task of this name is there. */
  void awaitForm(String domain) {
    visible(By.xpath("//h1[contains(., '" + domain + "')]"));
  }

  /** Finds the one task of this name and opens it. */
  void openTaskOf(String domain) {
    find(domain);
    awaitFound(domain);
    press(TASK_LINK);
    awaitForm(domain);
  }

  /** Replaces the text of the input that finds tasks. */
  void find(String text) {
    clickable(SEARCH).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
  }

  /** Opens the first task that is found, without looking at the list. */
  void findAndOpen(String text, String domain) {
    find(text + Keys.ENTER);
    awaitForm(domain);
  }

  /** The text of the input that finds tasks. */
  String searched() {
    return visible(SEARCH).getDomProperty("value");
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

  /** Opens the list of the processes that can be started here, and returns their names. */
  List<String> openStartList() {
    press(By.xpath("//a[contains(., 'Start process')]"));
    return texts(STARTABLE);
  }

  /** Opens the start form of a process in that list. */
  void openStartForm(String process) {
    press(
        By.xpath(
            "//div[contains(@class, 'modal-content')]//a[normalize-space()='" + process + "']"));
    visible(By.cssSelector(".modal-content .fjs-container"));
  }

  /** Returns from a start form to its list. */
  void backToStartList() {
    press(By.xpath("//div[contains(@class, 'modal-content')]" + named("Back")));
    texts(STARTABLE);
  }

  /** Submits the start form; the caller looks at the result. */
  void start() {
    closeNotes();
    press(START);
  }

  /** Whether the reason for a refused start is visible, however the form is scrolled. */
  boolean showsTheRefusal() {
    Object top =
        browser
            .driver()
            .executeScript(
                "return arguments[0].getBoundingClientRect().top",
                visible(By.cssSelector(".modal-body .alert")));
    return top instanceof Number pixels && pixels.intValue() >= 0 && pixels.intValue() < 300;
  }

  /** The error below a field of a start form. */
  String errorAt(String label) {
    return visible(
            By.xpath(
                labelled(label)
                    + "/ancestor::div[contains(@class, 'fjs-form-field ')][1]"
                    + "//div[contains(@class, 'fjs-form-field-error')]"))
        .getText();
  }

  /** The number of fields of a start form with an error. */
  int errors() {
    return browser
        .driver()
        .findElements(By.cssSelector(".modal-body .fjs-form-field-error"))
        .size();
  }

  /** Why nothing was started, above the start form; there is only one such note. */
  String refusal() {
    return wait.until(ExpectedConditions.numberOfElementsToBe(REFUSALS, 1)).get(0).getText();
  }

  /**
   * Waits until the note about the started order contains this text, and returns the whole note.
   */
  String awaitNotice(String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(NOTICE, text));
    return visible(NOTICE).getText();
  }

  /** Waits until the start form has gone. */
  void awaitStarted() {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(START));
  }

  void claim() {
    pressClaim();
    awaitClaimed();
  }

  /** Waits until the open task is claimed by the user. */
  void awaitClaimed() {
    visible(UNCLAIM);
  }

  /** Tries to claim the open task; the caller looks at the result. */
  void pressClaim() {
    press(By.xpath("//*[normalize-space(text())='Claim']"));
  }

  /** Adds a comment to the open task. */
  void comment(String text) {
    closeNotes();
    press(By.cssSelector(".createCommentLink"));
    visible(By.id("comment-form-message")).sendKeys(text);
    press(By.xpath("//div[contains(@class, 'modal-content')]" + named("Save")));
    wait.until(ExpectedConditions.invisibilityOfElementLocated(By.id("comment-form-message")));
  }

  /** Opens a tab of the open task, such as its form or its history. */
  void openTab(String name) {
    press(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space()='" + name + "']"));
  }

  /** Gives a claimed task back, for others to claim. */
  void giveBack() {
    closeNotes();
    press(UNCLAIM);
    visible(By.xpath("//*[normalize-space(text())='Claim']"));
  }

  /** The complete text of the page. */
  String text() {
    return browser.driver().findElement(By.tagName("body")).getText();
  }

  /** Replaces the text of a field. */
  void fill(String label, String value) {
    WebElement field = clickable(field(label));
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, value, Keys.TAB);
  }

  /** The target of a link, which opens beside the task. */
  String linkTo(String text) {
    WebElement link = visible(By.linkText(text));
    return link.getDomAttribute("target").equals("_blank") ? link.getDomProperty("href") : "";
  }

  /** The present values shown below the fields of a start form. */
  List<String> present() {
    return texts(By.cssSelector(".modal-body .order-present"));
  }

  /** Presses a button on the form. */
  void press(String button) {
    press(button(button));
  }

  String valueOf(String label) {
    return visible(field(label)).getDomProperty("value");
  }

  /** Whether a field hides its text behind dots. */
  boolean hidesWhatIsTyped(String label) {
    return visible(field(label)).getCssValue("-webkit-text-security").equals("disc");
  }

  /** Selects an option of a drop-down list, searching for its name if the list allows it. */
  void select(String label, String option) {
    openOptions(label);
    WebElement cursor = browser.driver().switchTo().activeElement();
    if ("Search".equals(cursor.getDomAttribute("placeholder"))) {
      cursor.sendKeys(option);
    }
    press(
        By.xpath(
            "//div[contains(@class, 'fjs-dropdownlist-item')][normalize-space()='"
                + option
                + "']"));
  }

  /** The options of a drop-down list; closes the list again. */
  List<String> options(String label) {
    openOptions(label);
    List<String> options = texts(OPTIONS);
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
      press(
          By.xpath(
              labelled(label)
                  + "//following::div[contains(@class, 'fjs-input-group')][1]"
                  + "//*[contains(@class, 'fjs-select-display') or self::input]"));
    }
  }

  /** Chooses one of the answers to a question, by its name. */
  void choose(String answer) {
    press(choice(answer));
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
    press(FACTS);
  }

  /** Whether the facts below the question are open. */
  boolean showsFacts() {
    return "true".equals(visible(FACTS).getDomAttribute("aria-expanded"));
  }

  /** Chooses the first of the answers to a question. */
  void chooseFirst() {
    press(By.cssSelector(".task-card .fjs-form input[type='radio']"));
  }

  /** Submits the form; the caller looks at the result. */
  void complete() {
    closeNotes();
    press(COMPLETE);
  }

  // Tasklist lays a note over the page, and over its buttons, when a form is refused.
  private void closeNotes() {
    wait.until(
        driver -> {
          List<WebElement> notes =
              driver.findElements(By.cssSelector(".page-notifications .close")).stream()
                  .filter(WebElement::isDisplayed)
                  .toList();
          notes.forEach(note -> browser.driver().executeScript("arguments[0].click()", note));
          return notes.isEmpty();
        });
  }

  /** Waits until the page contains one of these texts. */
  void awaitText(String... texts) {
    wait.until(
        (ExpectedCondition<Boolean>)
            driver -> {
              String page = driver.findElement(By.tagName("body")).getText();
              return Arrays.stream(texts).anyMatch(page::contains);
            });
  }

  /** Waits for the message that the open task is completed. */
  void awaitCompleted() {
    visible(DONE);
  }

  /** Waits until the message about the completed task contains this text, and returns all of it. */
  String awaitDone(String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(DONE, text));
    return visible(DONE).getText();
  }

  /** Waits until the open task shows no error. */
  void awaitNoComplaint() {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(NOTES));
  }

  /** The error of the open task. */
  String complaint() {
    return visible(NOTES).getText();
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

  /** Waits until a different task is open. */
  void awaitOtherTask(String id) {
    wait.until(driver -> !openedTask().isEmpty() && !openedTask().equals(id));
    visible(FORM);
  }

  /** Waits until each list on the left shows its number, and returns them from top to bottom. */
  List<String> counts() {
    By counts = By.cssSelector(".task-filters .task-count");
    wait.until(driver -> driver.findElements(counts).size() == driver.findElements(LISTS).size());
    return texts(counts);
  }

  /** The displayed sorting of the open list. */
  String sorting() {
    return visible(By.cssSelector(".task-list-sorting")).getText();
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

  // The framework draws an element first and fills it later, and may redraw it meanwhile.
  private List<String> texts(By what) {
    return wait.until(
        driver -> {
          try {
            List<String> texts =
                driver.findElements(what).stream().map(WebElement::getText).toList();
            return texts.isEmpty() || texts.contains("") ? null : texts;
          } catch (StaleElementReferenceException drawnAnew) {
            return null;
          }
        });
  }

  private WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  // Repeated if the page was redrawn between finding and clicking.
  private void press(By what) {
    wait.until(
        driver -> {
          clickable(what).click();
          return true;
        });
  }

  // In the middle of the window nothing covers the element, as notes do at the edges.
  private WebElement clickable(By what) {
    WebElement element = wait.until(ExpectedConditions.elementToBeClickable(what));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }

  private static By field(String label) {
    return By.xpath(labelled(label) + "/following::*[self::input or self::textarea][1]");
  }

  private static String labelled(String label) {
    return "//label[contains(normalize-space(), '" + label + "')]";
  }

  private static By button(String text) {
    return By.xpath(named(text));
  }

  private static String named(String text) {
    return "//button[normalize-space()='" + text + "']";
  }
}
