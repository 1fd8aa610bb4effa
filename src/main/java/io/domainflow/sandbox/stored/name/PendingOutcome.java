package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a name later, and when.
 *
 * @param reason why it fails; null for the registry's usual one
 * @param application number of the application it is about; null if it is about none
 * @param currency of what was charged; null where nothing was
 * @param update what happens to the name; null if it is not an update that waits
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
   * What an update changes once it is carried out.
   *
   * @param nameservers null if they stay
   * @param contacts of the roles that get others
   * @param transferLock null if it stays
   */
  public record Update(
      @Nullable List<String> nameservers,
      Map<String, List<String>> contacts,
      @Nullable Boolean transferLock) {}

  @Override
  public String key() {
    return Stored.numbered(number);
  }

  /** This outcome, decided now and in this way. */
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
