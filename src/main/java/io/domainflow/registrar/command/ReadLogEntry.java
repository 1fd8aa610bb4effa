package io.domainflow.registrar.command;

import java.util.Optional;

/**
 * Asks what one entry of the registrar's log says about why something failed. Everything else in
 * the entry is dropped.
 *
 * @param index number of the entry, from {@link ReadLog}
 */
public record ReadLogEntry(String index) implements Query<ReadLogEntry.Result> {

  /**
   * The answer.
   *
   * @param reason why it failed, in the registrar's words without mail addresses; empty if the
   *     entry does not say
   */
  public record Result(Optional<String> reason) {}
}
