package io.domainflow.process.worker;

import io.domainflow.database.DatabaseFailure;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Locks a step in the transaction that ends the one before it, so that the poller need not look for
 * it. If several steps follow, they are left to the poller.
 */
@Component
class NextStep {

  private static final Set<DatabaseFailure> REPEATED =
      EnumSet.of(DatabaseFailure.CONFLICT, DatabaseFailure.AWAY);

  private final FollowingTask following;
  private final ExternalTaskFetcher fetcher;
  private final WorkerProperties properties;

  NextStep(FollowingTask following, ExternalTaskFetcher fetcher, WorkerProperties properties) {
    this.following = following;
    this.fetcher = fetcher;
    this.properties = properties;
  }

  /** The next step cannot be prepared; the one before it must be ended without it. */
  static class NotPrepared extends RuntimeException {

    private static final long serialVersionUID = 1;

    private NotPrepared(RuntimeException cause) {
      super(cause);
    }
  }

  /**
   * Ends a step in the engine, and locks the one that follows.
   *
   * @param end ends it
   * @return the next step, ready to be worked on once this transaction is committed
   * @throws NotPrepared if it cannot be prepared; then this transaction has to be rolled back
   */
  Optional<LockedTask> lockAfter(Runnable end, String workerId) {
    Optional<ReservedTask> next =
        following
            .lockAfter(end, fetcher::works, workerId, properties.lockTime())
            .map(ReservedTask::of);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    PollerWakeUp.oneIsLocked();
    try {
      return fetcher.prepare(next.get(), workerId);
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).filter(REPEATED::contains).isPresent()) {
        throw e;
      }
      throw new NotPrepared(e);
    }
  }
}
