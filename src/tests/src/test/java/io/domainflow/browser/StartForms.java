package io.domainflow.browser;

import static io.domainflow.browser.Screen.labelled;
import static io.domainflow.browser.Screen.named;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Starts orders by the start forms of Tasklist, as a person does. */
final class StartForms {

  private static final By START =
      By.xpath("//div[contains(@class, 'modal-content')]" + named("Start"));
  private static final By REFUSALS = By.cssSelector(".modal-body [notifications-panel] .alert");
  private static final By NOTICE = By.cssSelector(".order-notice");
  private static final By STARTABLE =
      By.cssSelector(".modal-content a[ng-click*='selectProcessDefinition']");

  private final Browser browser;
  private final WebDriverWait wait;
  private final Screen screen;

  StartForms(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
    this.screen = new Screen(browser);
  }

  /** Opens the list of the processes that can be started here, and returns their names. */
  List<String> openStartList() {
    screen.press(By.xpath("//a[contains(., 'Start process')]"));
    return screen.texts(STARTABLE);
  }

  /** Opens the start form of a process in that list. */
  void openStartForm(String process) {
    screen.press(
        By.xpath(
            "//div[contains(@class, 'modal-content')]//a[normalize-space()='" + process + "']"));
    screen.visible(By.cssSelector(".modal-content .fjs-container"));
  }

  /** Returns from a start form to its list. */
  void backToStartList() {
    screen.press(By.xpath("//div[contains(@class, 'modal-content')]" + named("Back")));
    screen.texts(STARTABLE);
  }

  /** Tries to leave the start form without its buttons, and waits for what is said of it. */
  void pressEscapeAndClickBeside() {
    By kept = By.cssSelector(".modal-footer .kept");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    screen.visible(kept);
    browser.driver().executeScript("document.querySelector('.modal').click()");
    screen.visible(kept);
  }

  /** Submits the start form; the caller looks at the result. */
  void start() {
    screen.closeNotes();
    screen.press(START);
  }

  /** Whether the reason for a refused start is visible, however the form is scrolled. */
  boolean showsTheRefusal() {
    Object top =
        browser
            .driver()
            .executeScript(
                "return arguments[0].getBoundingClientRect().top",
                screen.visible(By.cssSelector(".modal-body .alert")));
    return top instanceof Number pixels && pixels.intValue() >= 0 && pixels.intValue() < 300;
  }

  /** The error below a field of a start form. */
  String errorAt(String label) {
    return screen
        .visible(
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

  /** The present values shown below the fields of a start form. */
  List<String> present() {
    return screen.texts(By.cssSelector(".modal-body .order-present"));
  }

  /**
   * Waits until the note about the started order contains this text, and returns the whole note.
   */
  String awaitNotice(String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(NOTICE, text));
    return screen.visible(NOTICE).getText();
  }

  /** Waits until the start form has gone. */
  void awaitStarted() {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(START));
  }
}
