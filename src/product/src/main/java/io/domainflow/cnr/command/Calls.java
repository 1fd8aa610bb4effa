package io.domainflow.cnr.command;

import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends the commands of which one of ours consists, within the timeout of one call: any number of
 * queries, and at most one command that changes something, which comes last.
 */
public interface Calls {

  /** The account for which they are made, without its role user. */
  String account();

  /** The current time. */
  Instant now();

  /**
   * Sends a query.
   *
   * @throws ComposedCallFailed if it fails; the whole command then has the same answer
   */
  <R> R ask(Query<R> part);

  /** Sends a query for which a refusal is also a valid answer. */
  <R> Answer<R> answerTo(Query<R> part);

  /**
   * Sends a query that not every account may send and that has no answer for some names.
   *
   * @return empty if the registrar refuses it
   * @throws ComposedCallFailed if the answer concerns only this attempt or the login, and does not
   *     answer the question
   */
  default <R> Optional<R> askIfAllowed(Query<R> part) {
    Answer<R> answer = answerTo(part);
    if (answer.result() != null) {
      return Optional.of(answer.result());
    }
    if (answer.kind() == Kind.REFUSED
        || (answer.kind() == Kind.LOGIN_REFUSED
            && answer.reason() == RefusalReason.RIGHT_MISSING)) {
      return Optional.empty();
    }
    throw new ComposedCallFailed(answer);
  }

  /**
   * Sends a command that changes something.
   *
   * @throws ComposedCallFailed if it does not succeed; the whole command then has the same answer
   */
  <R> R change(Command<R> part);
}
