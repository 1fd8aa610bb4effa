package io.domainflow.cnr.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Repeatable;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a registry make an auth code, or delete the one there is.
 *
 * @param delete whether there is to be none
 */
record AuthCodeAtRegistry(DomainName domain, boolean delete)
    implements Repeatable<AuthCodeAtRegistry.Result> {

  /** How long such a code is good. */
  static final Duration GOOD_FOR = Duration.ofDays(30);

  private static final Set<String> ZONES = Set.of("be", "de", "eu", "no");
  private static final String MAILED = "be";

  /**
   * The answer.
   *
   * @param code the new one; null if it was deleted or goes to the registrant
   */
  record Result(boolean pending, @Nullable AuthCode code) {}

  /** Whether the registry of a name does so. */
  static boolean isFor(DomainName domain) {
    return ZONES.contains(domain.zone());
  }

  /** Whether the registry sends the codes to the registrant. */
  static boolean isMailedFor(DomainName domain) {
    return domain.zone().equals(MAILED);
  }
}
