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
 * Has a registry create an auth code, or delete the present one.
 *
 * @param delete whether to delete it
 */
record AuthCodeAtRegistry(DomainName domain, boolean delete)
    implements Repeatable<AuthCodeAtRegistry.Result> {

  /** How long such codes are valid, as far as known. */
  private static final Map<String, Duration> GOOD_FOR = Map.of("de", Duration.ofDays(30));

  private static final Set<String> ZONES = Set.of("be", "de", "eu", "no");
  private static final String MAILED = "be";

  /**
   * The answer.
   *
   * @param code the new code; null if it was deleted or is sent to the registrant
   */
  record Result(boolean pending, @Nullable AuthCode code) {}

  /** Whether a name's registry supports this. */
  static boolean isFor(DomainName domain) {
    return ZONES.contains(domain.zone());
  }

  /** When a code created now expires; null if not known for its registry. */
  static @Nullable Instant end(DomainName domain, Instant now) {
    Duration good = GOOD_FOR.get(domain.zone());
    return good == null ? null : now.plus(good);
  }

  /** Whether the registry sends the codes to the registrant. */
  static boolean isMailedFor(DomainName domain) {
    return domain.zone().equals(MAILED);
  }
}
