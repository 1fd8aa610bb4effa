package io.domainflow.process.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps that one transaction has locked in its attempts. An attempt whose commit was not
 * confirmed may have been committed, so all are held until it is known how the transaction ended.
 */
final class UnconfirmedSteps {

  private final Continuation then;
  private final List<LockedTask> held = new ArrayList<>();
  private @Nullable LockedTask ofThisAttempt;

  UnconfirmedSteps(Continuation then) {
    this.then = then;
  }

  /** Begins another attempt. */
  void attempt() {
    ofThisAttempt = null;
  }

  /** Holds the step that this attempt locks. */
  void hold(LockedTask step) {
    then.hold(step);
    held.add(step);
    ofThisAttempt = step;
  }

  /** Works on the step of the last attempt, which is committed, and lets the others go. */
  void work() {
    held.stream().filter(step -> !step.equals(ofThisAttempt)).forEach(then::letGo);
    if (ofThisAttempt != null) {
      then.work(ofThisAttempt);
    }
  }

  /** Lets all go, because none is committed. */
  void letGo() {
    held.forEach(then::letGo);
  }

  /** Releases all, because one of them may be committed, and lets them go. */
  void giveBack(Consumer<LockedTask> release) {
    try {
      held.forEach(release);
    } finally {
      letGo();
    }
  }
}
