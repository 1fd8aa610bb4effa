package io.domainflow.rest.leaving;

import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransferAnswers.GivenAnswer;
import io.domainflow.rest.leaving.OutgoingTransferView.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to an outgoing transfer, as it was given.
 *
 * @param reason null unless it was denied
 * @param proof of a denial; null unless it was denied
 * @param by login of the person; null if the policy has answered
 * @param awaitsSecond whether it counts only once a second person has approved, too
 * @param sentAt when the registrar accepted it
 * @param refusedAt when it turned out not to be accepted; null if it was accepted, or that is not
 *     known yet
 * @param refusal in words
 */
record GivenAnswerView(
    Decision decision,
    @Nullable DenialReason reason,
    @Nullable String proof,
    @Nullable String by,
    Instant at,
    boolean awaitsSecond,
    @Nullable Instant sentAt,
    @Nullable Instant refusedAt,
    @Nullable String refusal) {

  static GivenAnswerView of(GivenAnswer answer) {
    return new GivenAnswerView(
        Decision.of(answer.approve()),
        answer.reason(),
        answer.proof(),
        answer.by(),
        answer.at(),
        answer.awaitsSecond(),
        answer.sentAt(),
        answer.refusedAt(),
        answer.refusal());
  }

  /** Without the proof, which may contain personal data. */
  @Override
  public String toString() {
    return "GivenAnswerView[" + decision + ", " + at + "]";
  }
}
