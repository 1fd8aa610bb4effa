package io.domainflow.build;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the maximum time that tests wait for a state. The state ends the wait, early on a fast
 * machine and late on a busy one; the maximum passes only if the state is never reached.
 */
public final class TestTimeout implements LauncherSessionListener {

  public static final Duration LIMIT = Duration.ofMinutes(4);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LIMIT);
    Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
  }
}
