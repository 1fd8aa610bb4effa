package io.domainflow.order.leaving;

import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request by another registrar or account for a name in one of our accounts.
 *
 * @param foundAt when it was first seen
 * @param requestedAt null if the registrar does not state it
 * @param gainingRegistrar the registrar that requested the name; null if not stated
 * @param toOtherAccount whether the name moves to another account at the same registrar
 * @param executesAt when the registry transfers the name if nobody answers
 * @param executesStated whether the registrar states that time; otherwise it is computed
 * @param endedAt null while it is open
 * @param answer null if nobody has answered
 * @param holderToldAt when the holder was informed by mail; null if not
 * @param foundDiffering sections that a check found to differ from what was ordered
 * @param nameSince when the name was last registered or transferred; null if not known
 * @param unlistedSince since when the registrar has not listed the request; null if it does, as far
 *     as is known
 * @param problem the registrar's message when it refused an answer; null if it did not
 */
public record OutgoingTransfer(
    UUID id,
    String account,
    DomainName domain,
    Instant foundAt,
    @Nullable Instant requestedAt,
    @Nullable String gainingRegistrar,
    boolean toOtherAccount,
    Instant executesAt,
    boolean executesStated,
    State state,
    @Nullable Instant endedAt,
    @Nullable Answer answer,
    @Nullable Instant holderToldAt,
    Set<Section> foundDiffering,
    @Nullable Instant nameSince,
    @Nullable Instant unlistedSince,
    @Nullable String problem) {

  /** The state of the request. */
  public enum State {
    /** The registry has not decided yet. */
    OPEN,
    /** The name has left. */
    GONE,
    /** The name is still here: the request was denied or withdrawn. */
    STAYED
  }

  /**
   * The answer to a request.
   *
   * @param reason why it is denied; null for an approval
   * @param by login of the person; null if the policy has answered
   * @param sentAt when the registrar accepted the answer; null before that
   */
  public record Answer(
      boolean approve,
      @Nullable DenialReason reason,
      @Nullable String by,
      Instant at,
      @Nullable Instant sentAt) {}

  /**
   * Whether this may be the request that a registrar made at a time: what is not stated differs
   * from nothing.
   */
  public boolean isRequestOf(@Nullable String registrar, @Nullable Instant at) {
    return isSame(requestedAt, at) && isSame(plain(gainingRegistrar), plain(registrar));
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static @Nullable String plain(@Nullable String registrar) {
    return registrar == null ? null : registrar.strip().toLowerCase(Locale.ROOT);
  }
}
