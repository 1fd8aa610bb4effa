package io.domainflow.build;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for a state. It is the state that ends the wait, on a quick machine soon and
 * on a busy one late; this much is lost only if it never comes.
 */
public final class Patience implements LauncherSessionListener {

  public static final Duration OF_TESTS = Duration.ofMinutes(4);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(OF_TESTS);
    Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
  }
}
