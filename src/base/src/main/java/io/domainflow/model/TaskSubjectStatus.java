package io.domainflow.model;

import java.util.Optional;

/**
 * Describes the present state of a task's subject to somebody who opens a task that no longer
 * exists.
 */
public interface TaskSubjectStatus {

  /**
   * The state as sentences.
   *
   * @param process id of the task's process
   * @return empty if the subject is an order, which shows its own state
   */
  Optional<String> standing(String process, String businessKey);
}
