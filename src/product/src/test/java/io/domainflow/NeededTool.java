package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tool that a test needs and that neither Java nor Maven provides. */
public final class NeededTool {

  private static final Logger log = LoggerFactory.getLogger(NeededTool.class);

  private NeededTool() {}

  /**
   * Where a Chromium without a screen is: the headless shell, or what the environment variable
   * {@code CHROMIUM} names. Skips the test if there is none.
   */
  public static Path chromium() {
    // not the script in /usr/bin, which leaves the shell running when it is ended
    Path chromium =
        Path.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/lib/chromium/chromium-headless-shell"));
    require(
        Files.isExecutable(chromium),
        "Chromium's headless shell",
        "apt-get install chromium-headless-shell");
    return chromium;
  }

  /**
   * Skips the test if the tool is missing, and says how to get it; in continuous integration
   * ({@code CI=true}) the test fails instead.
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
