package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.util.Optional;

/** What the registrar's default mode of renewal means for the account. */
final class DefaultMode {

  /** What finding it out counts. */
  static final int POINTS = 1;

  private DefaultMode() {}

  /** The mode; empty if the account does not say, or may not be asked. It is never guessed. */
  static Optional<RenewalMode> of(Calls calls) {
    Answer<ReadDefaultRenewalMode.Result> mode = calls.answerTo(new AccountMode(calls.account()));
    return mode.result() == null ? unknown(mode) : mode.result().renewalMode();
  }

  private static Optional<RenewalMode> unknown(Answer<?> answer) {
    if (answer.kind() == Kind.REFUSED
        || (answer.kind() == Kind.LOGIN_REFUSED
            && answer.reason() == RefusalReason.RIGHT_MISSING)) {
      return Optional.empty();
    }
    throw new PartUnanswered(answer);
  }
}
