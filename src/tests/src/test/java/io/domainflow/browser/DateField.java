package io.domainflow.browser;

import static io.domainflow.browser.Screen.labelled;

import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A date in a form of Tasklist, which is said back below it. */
final class DateField {

  private final Browser browser;
  private final Tasklist tasklist;
  private final String label;

  DateField(Browser browser, Tasklist tasklist, String label) {
    this.browser = browser;
    this.tasklist = tasklist;
    this.label = label;
  }

  /** Replaces the text; returns what the field has made of it. */
  String fill(String text, String expectedWords) {
    tasklist.fill(label, text);
    awaitWords(expectedWords);
    return tasklist.valueOf(label);
  }

  /** Waits until this is said below the field. */
  void awaitWords(String words) {
    browser
        .patiently()
        .until(
            ExpectedConditions.textToBe(
                By.xpath(
                    labelled(label)
                        + "/ancestor::div[contains(@class, 'fjs-form-field ')][1]"
                        + "//div[contains(@class, 'date-said')]"),
                words));
  }
}
