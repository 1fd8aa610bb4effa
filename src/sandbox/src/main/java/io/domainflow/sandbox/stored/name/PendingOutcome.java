package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A later decision about a name, and its time.
 *
 * @param reason why it fails; null for the registry's usual one
 * @param application number of the application that it is about; null if none
 * @param currency currency of the charge; null if nothing was charged
 * @param update the changes to the name; null if this is not a waiting update
 */
public record PendingOutcome(
    long number,
    String domain,
    String command,
    String account,
    String role,
    Instant dueAt,
    boolean successful,
    @Nullable String reason,
    BigDecimal charged,
    @Nullable Long application,
    @Nullable String currency,
    @Nullable Update update)
    implements Stored {

  /**
   * The changes of an update once it is carried out.
   *
   * @param nameservers null if they are kept
   * @param contacts contacts of the roles that change
   * @param transferLock null if it is kept
   */
  public record Update(
      @Nullable List<String> nameservers,
      Map<String, List<String>> contacts,
      @Nullable Boolean transferLock) {}

  @Override
  public String key() {
    return Stored.numbered(number);
  }

  /** This outcome, decided now with this result. */
  public PendingOutcome decidedAt(Instant now, boolean yes) {
    return new PendingOutcome(
        number,
        domain,
        command,
        account,
        role,
        now,
        yes,
        yes ? null : reason,
        charged,
        application,
        currency,
        update);
  }

  /** This outcome, turned into a failure. */
  public PendingOutcome failed(String why) {
    return new PendingOutcome(
        number,
        domain,
        command,
        account,
        role,
        dueAt,
        false,
        why,
        charged,
        application,
        currency,
        update);
  }
}
