package io.domainflow.browser;

import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Somebody without a mouse: gets to things with the tab key only. */
final class Keyboard {

  /** More than there is on any page. */
  private static final int MOST_STOPS = 150;

  private final Browser browser;
  private final ChromeDriver driver;

  Keyboard(Browser browser) {
    this.browser = browser;
    this.driver = browser.driver();
  }

  /** Types to whatever has the focus. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Fills the field that has the focus; once more where the page was drawn anew meanwhile. */
  void fill(String text) {
    browser
        .patiently()
        .until(
            page -> {
              new Actions(driver)
                  .keyDown(Keys.CONTROL)
                  .sendKeys("a")
                  .keyUp(Keys.CONTROL)
                  .sendKeys(text)
                  .perform();
              return text.equals(page.switchTo().activeElement().getDomProperty("value"));
            });
  }

  /** Continues until the focus is on what is looked for. */
  void tabTo(String what, Predicate<WebElement> wanted) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      type(Keys.TAB);
      if (wanted.test(driver.switchTo().activeElement())) {
        return;
      }
    }
    throw new AssertionError("the tab key does not lead to " + what);
  }
}
