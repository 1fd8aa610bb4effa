package io.domainflow.cnr.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Repeatable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a registry make an auth code, or delete the one there is.
 *
 * @param delete whether there is to be none
 */
record AuthCodeAtRegistry(DomainName domain, boolean delete)
    implements Repeatable<AuthCodeAtRegistry.Result> {

  /** How long such a code is good where that is known. */
  private static final Map<String, Duration> GOOD_FOR = Map.of("de", Duration.ofDays(30));

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

  /** When a code that is made now ends; null if nobody says so of its registry. */
  static @Nullable Instant end(DomainName domain, Instant now) {
    Duration good = GOOD_FOR.get(domain.zone());
    return good == null ? null : now.plus(good);
  }

  /** Whether the registry sends the codes to the registrant. */
  static boolean isMailedFor(DomainName domain) {
    return domain.zone().equals(MAILED);
  }
}
