package io.domainflow.cnr.command;

import io.domainflow.registrar.Answer;
import io.domainflow.registrar.command.Query;

/** Sends the single questions that one of ours consists of, within the time of one call. */
public interface Calls {

  /**
   * Asks one question.
   *
   * @throws PartUnanswered if it is not answered; the whole question is then answered like it
   */
  <R> R ask(Query<R> part);

  /** Asks one question of which a refusal is an answer too. */
  <R> Answer<R> answerTo(Query<R> part);
}
