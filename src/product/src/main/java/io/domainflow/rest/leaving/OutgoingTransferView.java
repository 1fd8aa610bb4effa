package io.domainflow.rest.leaving;

import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.rest.LoginAccess;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * An outgoing transfer, as the API shows it.
 *
 * @param foundAt since when it is known here
 * @param requestedAt null if the registrar does not state it
 * @param gainingRegistrar null if the registrar does not say
 * @param executesAt when the name leaves if nobody answers
 * @param executesStated whether the registrar states that; otherwise it is computed
 * @param endedAt null while it is open
 * @param answer null if nobody has answered
 */
record OutgoingTransferView(
    UUID id,
    String account,
    String domain,
    String domainUnicode,
    OutgoingTransfer.State state,
    Instant foundAt,
    @Nullable Instant requestedAt,
    @Nullable String gainingRegistrar,
    boolean toOtherAccount,
    Instant executesAt,
    boolean executesStated,
    @Nullable Instant endedAt,
    @Nullable Answer answer) {

  /** How a request was answered. */
  enum Decision {
    APPROVE,
    DENY;

    static Decision of(boolean approve) {
      return approve ? APPROVE : DENY;
    }
  }

  /**
   * An answer.
   *
   * @param reason null unless it was denied; also null for a dispute over the name, of which only
   *     staff learns the kind
   * @param by login of a person, which only staff reads; null if the policy answered
   * @param sentAt when the registrar accepted it; null before
   */
  record Answer(
      Decision decision,
      @Nullable DenialReason reason,
      @Nullable String by,
      Instant at,
      @Nullable Instant sentAt) {

    static Answer of(OutgoingTransfer.Answer answer, Authentication reader) {
      DenialReason reason = answer.reason();
      boolean shown = reason == null || LoginAccess.isStaff(reader) || !reason.saysWhichDispute();
      return new Answer(
          Decision.of(answer.approve()),
          shown ? reason : null,
          LoginAccess.shown(answer.by(), reader),
          answer.at(),
          answer.sentAt());
    }
  }

  static OutgoingTransferView of(OutgoingTransfer transfer, Authentication reader) {
    return new OutgoingTransferView(
        transfer.id(),
        transfer.account(),
        transfer.domain().ascii(),
        transfer.domain().unicode(),
        transfer.state(),
        transfer.foundAt(),
        transfer.requestedAt(),
        transfer.gainingRegistrar(),
        transfer.toOtherAccount(),
        transfer.executesAt(),
        transfer.executesStated(),
        transfer.endedAt(),
        transfer.answer() == null ? null : Answer.of(transfer.answer(), reader));
  }
}
