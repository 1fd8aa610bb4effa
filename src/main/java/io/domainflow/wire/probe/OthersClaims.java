package io.domainflow.wire.probe;

import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what an order of ours did from what another one may have done to the same name. */
@Component
public class OthersClaims {

  private final CommandJournal journal;

  OthersClaims(CommandJournal journal) {
    this.journal = journal;
  }

  /**
   * Work that another order may have done.
   *
   * @param saidAs the registrar's names of the commands that do it
   * @param doing what the other one is doing, such as {@code transferring the same name}
   * @param done what it has done, such as {@code transferred the same name}
   */
  public record Work(Set<String> saidAs, String doing, String done) {}

  /**
   * That the command was carried out, unless another order's was. Two orders for one name come one
   * after the other: a change that began later than ours cannot be another's.
   *
   * @param since nothing that other orders did before
   * @param at when it began; null if that is unknown
   * @param result what the answer to the command would have been
   */
  public <R> Finding<R> executedUnlessTheirs(
      Intent intent, Work work, String object, Instant since, @Nullable Instant at, R result) {
    return switch (journal.claimOfOthers(intent, work.saidAs(), object, since)) {
      case OPEN -> new Finding.Inconclusive<>("another order is " + work.doing());
      case EXECUTED ->
          AttemptTime.isLater(at, intent)
              ? new Finding.Executed<>(result)
              : new Finding.Inconclusive<>("another order has " + work.done());
      case NONE -> new Finding.Executed<>(result);
    };
  }
}
