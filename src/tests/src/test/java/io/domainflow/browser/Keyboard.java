package io.domainflow.browser;

import java.util.Optional;
import java.util.function.Predicate;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Uses a page without a mouse, only with the tab key. */
final class Keyboard {

  /** More stops than any page has. */
  private static final int MOST_STOPS = 150;

  private final Browser browser;
  private final ChromeDriver driver;

  Keyboard(Browser browser) {
    this.browser = browser;
    this.driver = browser.driver();
  }

  /** Types into the element with the focus. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Fills the field with the focus; repeated if the page was redrawn meanwhile. */
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

  /** Presses the tab key until the wanted element has the focus. */
  void tabTo(String what, Predicate<WebElement> wanted) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      type(Keys.TAB);
      if (hasFocus(wanted)) {
        return;
      }
    }
    throw new AssertionError("the tab key does not lead to " + what);
  }

  // Asked again if the page was redrawn between the two questions.
  private boolean hasFocus(Predicate<WebElement> wanted) {
    return browser
        .patiently()
        .until(page -> Optional.of(wanted.test(page.switchTo().activeElement())))
        .get();
  }
}
