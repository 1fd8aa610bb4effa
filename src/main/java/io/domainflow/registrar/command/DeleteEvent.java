package io.domainflow.registrar.command;

/**
 * Deletes an event, which is no longer listed from then on. One that is gone already is no failure.
 *
 * @param id number of the event, from {@link ReadEvents}
 */
public record DeleteEvent(String id) implements Repeatable<DeleteEvent.Result> {

  /**
   * The answer.
   *
   * @param deleted by this very command; false if the event was no longer there
   */
  public record Result(boolean deleted) {}
}
