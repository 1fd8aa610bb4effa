package io.domainflow.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Waits for elements of Tasklist and clicks on them, however often the page is redrawn. */
final class Screen {

  private final Browser browser;
  private final WebDriverWait wait;

  Screen(Browser browser) {
    this.browser = browser;
    this.wait = browser.patiently();
  }

  WebElement visible(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  // Repeated if the page was redrawn between finding and clicking.
  void press(By what) {
    wait.until(
        driver -> {
          clickable(what).click();
          return true;
        });
  }

  // In the middle of the window nothing covers the element, as notes do at the edges.
  WebElement clickable(By what) {
    WebElement element = wait.until(ExpectedConditions.elementToBeClickable(what));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }

  // The framework draws an element first and fills it later, and may redraw it meanwhile.
  List<String> texts(By what) {
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

  // Tasklist lays a note over the page, and over its buttons, when a form is refused.
  void closeNotes() {
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

  /** Waits until this many elements are in sight, with nothing over them. */
  void awaitUncovered(String selector, int count) {
    wait.until(
        driver ->
            Integer.valueOf(count)
                .equals(
                    ((Number)
                            browser
                                .driver()
                                .executeScript(
                                    """
                                    return [...document.querySelectorAll(arguments[0])].filter((one) => {
                                      const {left, top, width, height} = one.getBoundingClientRect();
                                      return document.elementFromPoint(left + width / 2, top + height / 2) === one;
                                    }).length;
                                    """,
                                    selector))
                        .intValue()));
  }

  /** Whether any of these elements can be seen. */
  boolean shows(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .anyMatch(WebElement::isDisplayed);
  }

  /** Waits until none of these elements can be seen. */
  void awaitGone(String selector) {
    wait.until(driver -> !shows(selector));
  }

  /** Whether an element lies over another one, a part of it at least. */
  boolean covers(String selector, String other) {
    Rectangle upper = visible(By.cssSelector(selector)).getRect();
    Rectangle lower = visible(By.cssSelector(other)).getRect();
    return upper.y < lower.y + lower.height && lower.y < upper.y + upper.height;
  }

  static String labelled(String label) {
    return "//label[contains(normalize-space(), '" + label + "')]";
  }

  static By button(String text) {
    return By.xpath(named(text));
  }

  static String named(String text) {
    return "//button[normalize-space()='" + text + "']";
  }
}
