package io.domainflow.order.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of setting up a transferred name.
 *
 * @param settingsRefusal the registrar's message when it refused the lock or the name servers; null
 *     if it did not
 * @param settingsPending whether the registry has yet to execute that change
 * @param contactsReplacedAt when the registrar accepted the order's contacts; null if it has not
 * @param contactsRefusal its message when it refused them; null if it did not
 * @param differences what differed from the order at the last reading, one text each
 * @param withoutContacts whether the name had no usable contacts then
 * @param tradePending whether a change of registrant was under way then
 * @param tradeCreatedAt since when; null if not stated
 */
public record TransferSetup(
    @Nullable String settingsRefusal,
    boolean settingsPending,
    @Nullable Instant contactsReplacedAt,
    @Nullable String contactsRefusal,
    List<String> differences,
    boolean withoutContacts,
    boolean tradePending,
    @Nullable Instant tradeCreatedAt) {

  static final TransferSetup NOT_BEGUN =
      new TransferSetup(null, false, null, null, List.of(), false, false, null);

  /** Whether everything is as ordered. */
  public boolean asOrdered() {
    return differences.isEmpty() && !withoutContacts && !tradePending;
  }

  /** Whether the registry may still carry out something that was sent. */
  public boolean mayStillChange() {
    return !asOrdered() && (settingsPending || contactsReplacedAt != null);
  }
}
