package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that a test needs and that neither Java nor Maven brings. */
public final class NeededTool {

  private static final Logger log = LoggerFactory.getLogger(NeededTool.class);

  private NeededTool() {}

  /**
   * Leaves the test out where the tool is missing, and says how to get it; never in continuous
   * integration ({@code CI=true}), where that is a failure.
   */
  public static void require(boolean installed, String tool, String howToInstall) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("%s is installed (%s)", tool, howToInstall).isTrue();
    } else if (!installed) {
      log.warn("A test was left out for want of {}. Install it: {}", tool, howToInstall);
    }
    assumeTrue(installed, tool + " is not installed");
  }
}
