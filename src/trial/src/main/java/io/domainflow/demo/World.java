package io.domainflow.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of the sandbox that several stories use. */
final class World {

  /** How often a permanent fault happens. */
  static final int FOR_GOOD = 1_000_000;

  /** The registrar's logins of the two accounts. */
  static final String MAIN_LOGIN = "test.user";

  static final String SECOND_LOGIN = "test.user2";

  /** A transfer that the registrant confirms by mail, and one that nobody has to confirm. */
  static final Map<String, Object> BY_MAIL = Map.of("transferConfirmation", "ICANN-FOA-REQUEST");

  static final Map<String, Object> NO_MAIL = Map.of("transferConfirmation", "NONE");

  /** The same, with a registry that decides at once. */
  static final Map<String, Object> QUICK =
      Map.of("transferConfirmation", "NONE", "transferPending", "PT1M");

  /** A zone with ICANN's policy for changes of registrant. */
  static final Map<String, Object> ICANN_TRADE = Map.of("registrantChangeBy", "ICANN-TRADE");

  private World() {}

  /** Who decides something, when, and how. */
  static List<Map<String, Object>> decidedLater(
      String command, String after, String outcome, @Nullable String reason) {
    return List.of(
        Members.of("command", command, "after", after, "outcome", outcome, "reason", reason));
  }
}
