package io.domainflow.browser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The form of an open task that cannot be filled in, as the user has not claimed the task. */
final class UnclaimedForm {

  private static final By OWNER = By.cssSelector(".form-actions .task-owner");

  private final Browser browser;
  private final WebDriverWait wait;
  private final Screen screen;

  UnclaimedForm(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
    this.screen = new Screen(browser);
  }

  /** The text beside the buttons. */
  String owner() {
    return screen.visible(OWNER).getText();
  }

  /** Waits until the text beside the buttons is this one. */
  void awaitOwner(String text) {
    wait.until(ExpectedConditions.textToBe(OWNER, text));
  }

  /** Presses the form where one of its choices is. */
  void press() {
    WebElement form = screen.visible(By.cssSelector(".task-card .disabled-form"));
    new Actions(browser.driver()).moveToElement(form).click().perform();
  }

  /** The text of the element with the focus. */
  String focused() {
    return browser.driver().switchTo().activeElement().getText().strip();
  }

  /** Claims the task with the button beside the form's others, and waits for the first choice. */
  void claim() {
    screen.press(By.cssSelector(".form-actions .task-owner button"));
    wait.until(driver -> Tasklist.isRadio(driver.switchTo().activeElement()));
  }
}
