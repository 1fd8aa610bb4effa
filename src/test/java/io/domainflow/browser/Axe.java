package io.domainflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;

/** Checks that a page is accessible to people who cannot see it or have no mouse. */
final class Axe {

  private static final Set<String> BAD = Set.of("serious", "critical");

  /** The element with the forms of Tasklist. */
  static final String FORMS = ".fjs-container";

  private Axe() {}

  /**
   * The accessibility problems of a part of the page, each with its element.
   *
   * @param place a CSS selector
   */
  @SuppressWarnings("deprecation")
  static List<String> findings(Browser browser, String place) {
    // Within the page, which has no frames; otherwise axe wants to open a window, and this page's
    // policy keeps what it opens from being found.
    Results results = new AxeBuilder().setLegacyMode(true).include(place).analyze(browser.driver());
    assertThat(results.getPasses()).as("what was looked at").isNotEmpty();
    return results.getViolations().stream()
        .filter(rule -> BAD.contains(rule.getImpact()))
        .map(Axe::words)
        .toList();
  }

  private static String words(Rule rule) {
    return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
  }
}
