package io.domainflow.registrar.command;

/**
 * Deletes an event, so that it is no longer listed. A missing event is not a failure.
 *
 * @param id number of the event, from {@link ReadEvents}
 */
public record DeleteEvent(String id) implements Repeatable<DeleteEvent.Result> {

  @Override
  public boolean changesName() {
    return false;
  }

  /**
   * The answer.
   *
   * @param deleted whether this command deleted it; false if it did not exist
   */
  public record Result(boolean deleted) {}
}
