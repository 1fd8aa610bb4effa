package io.domainflow.cnr.command;

import io.domainflow.registrar.Answer;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Query;
import java.time.Instant;

/**
 * Sends the single commands that one of ours consists of, within the time of one call: any number
 * of questions, and at most one command that changes something, which comes last.
 */
public interface Calls {

  /** The account for which they are made, without its role user. */
  String account();

  /** What time it is. */
  Instant now();

  /**
   * Asks one question.
   *
   * @throws PartUnanswered if it is not answered; the whole command is then answered like it
   */
  <R> R ask(Query<R> part);

  /** Asks one question of which a refusal is an answer too. */
  <R> Answer<R> answerTo(Query<R> part);

  /**
   * Changes something.
   *
   * @throws PartUnanswered if that is not answered with success; the whole command is then answered
   *     like it
   */
  <R> R change(Command<R> part);
}
