package io.domainflow.process.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;

/** Locks the external task that follows another, so that nobody has to look for it. */
public interface FollowingTask {

  /** A locked task, with the business key of its process instance. */
  record Locked(ExternalTask task, @Nullable String businessKey) {}

  /**
   * Ends a task, and locks the one that follows it for the same worker.
   *
   * @param end ends it
   * @param topics those that may be locked
   * @return empty if no task follows, or several, or one of another topic
   */
  Optional<Locked> lockAfter(
      Runnable end, Predicate<String> topics, String workerId, Duration lockTime);
}
