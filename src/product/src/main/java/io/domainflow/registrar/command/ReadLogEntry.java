package io.domainflow.registrar.command;

import java.util.Optional;

/**
 * Reads from an entry of the registrar's log why an operation failed. Everything else in the entry
 * is dropped.
 *
 * @param index number of the entry, from {@link ReadLog}
 */
public record ReadLogEntry(String index) implements Query<ReadLogEntry.Result> {

  /**
   * The answer.
   *
   * @param reason why it failed, as stated by the registrar, without mail addresses; empty if not
   *     stated
   */
  public record Result(Optional<String> reason) {}
}
