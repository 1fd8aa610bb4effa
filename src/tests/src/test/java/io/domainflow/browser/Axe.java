package io.domainflow.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks that a page is accessible to people who cannot see it or have no mouse. */
final class Axe {

  private static final String SCRIPT = script();

  // Only the findings leave the browser: all that axe says of a page takes a second to read. What
  // it would load once more beforehand is for none of its serious rules.
  private static final String FINDINGS =
      """
      return axe.run(arguments[0], {resultTypes: ['violations'], preload: false})
        .then(({passes, violations}) => {
          if (passes.length === 0) {
            throw new Error('nothing was looked at');
          }
          return violations
            .filter(({impact}) => impact === 'serious' || impact === 'critical')
            .map(({impact, id, help, nodes}) =>
              `${impact} ${id}: ${help} ${nodes.map(({html}) => html).join(' ')}`);
        });
      """;

  /** The element with the forms of Tasklist. */
  static final String FORMS = ".fjs-container";

  private Axe() {}

  /**
   * The accessibility problems of a part of the page, each with its elements. The page has no
   * frames.
   *
   * @param place a CSS selector
   */
  static List<?> findings(Browser browser, String place) {
    if (browser.driver().executeScript("return window.axe === undefined").equals(true)) {
      browser.driver().executeScript(SCRIPT);
    }
    return (List<?>) browser.driver().executeScript(FINDINGS, place);
  }

  private static String script() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
