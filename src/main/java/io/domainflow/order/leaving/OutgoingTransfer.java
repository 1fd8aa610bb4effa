package io.domainflow.order.leaving;

import io.domainflow.model.DomainName;
import io.domainflow.model.Section;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody else for a name that is in an account here.
 *
 * @param foundAt since when it is known here
 * @param requestedAt null if the registrar does not state it
 * @param gainingRegistrar who wants the name; null if the registrar does not say
 * @param toOtherAccount whether it stays with the registrar, in another account
 * @param executesAt when the registry lets the name go if nobody answers
 * @param executesStated whether the registrar states that; otherwise it is computed
 * @param endedAt null while it is open
 * @param answer null as long as nobody has answered, and for good if nobody does
 * @param holderToldAt when the holder was told by mail; null if he was not
 * @param foundDiffering sections that a look has found otherwise than they are wanted
 * @param nameSince when the name was registered or transferred last; null as long as that is not
 *     known
 * @param unlistedSince since when the registrar has not shown it; null if it does, as far as is
 *     known
 * @param problem what the registrar said when it refused an answer; null if it did not
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

  /** How it stands. */
  public enum State {
    /** Somebody wants the name, and nothing is decided at the registry. */
    OPEN,
    /** The name has left. */
    GONE,
    /** The name is still here: the request was denied or withdrawn. */
    STAYED
  }

  /**
   * What is answered to it.
   *
   * @param reason why it is denied; null if it is not
   * @param by login of the person; null if the policy has answered
   * @param sentAt when the registrar took it; null before
   */
  public record Answer(
      boolean approve,
      @Nullable DenialReason reason,
      @Nullable String by,
      Instant at,
      @Nullable Instant sentAt) {}
}
