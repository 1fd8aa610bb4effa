package io.domainflow.model;

import java.util.Optional;

/** Tells somebody who comes too late to a task how things stand that it was about. */
public interface TaskSubjects {

  /**
   * How they stand, as sentences.
   *
   * @param process id of the process that the task was in
   * @return empty if it is about an order, which says so itself
   */
  Optional<String> standing(String process, String businessKey);
}
