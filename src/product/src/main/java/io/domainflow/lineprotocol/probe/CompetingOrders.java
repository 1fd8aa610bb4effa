package io.domainflow.lineprotocol.probe;

import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Distinguishes the effects of an order from those that another of our orders may have had on the
 * same name.
 */
@Component
public class CompetingOrders {

  private final CommandJournal journal;

  CompetingOrders(CommandJournal journal) {
    this.journal = journal;
  }

  /**
   * What another order may have done.
   *
   * @param commandNames the registrar's names of the commands for it
   * @param doing what the other one is doing, such as {@code transferring the same name}
   * @param done what it has done, such as {@code transferred the same name}
   */
  public record Work(Set<String> commandNames, String doing, String done) {}

  /**
   * A finding that the command was executed, unless it was another order's. Two orders for one name
   * are executed one after the other: a change that began later than ours cannot belong to another.
   *
   * @param since ignore what other orders did before
   * @param at when the change began; null if unknown
   * @param result the result that the command would have had
   */
  public <R> ProbeResult<R> executedUnlessTheirs(
      Intent intent, Work work, String object, Instant since, @Nullable Instant at, R result) {
    return switch (journal.claimOfOthers(intent, work.commandNames(), object, since)) {
      case OPEN -> new ProbeResult.Inconclusive<>("another order is " + work.doing());
      case EXECUTED ->
          AttemptTime.isLater(at, intent)
              ? new ProbeResult.Executed<>(result)
              : new ProbeResult.Inconclusive<>("another order has " + work.done());
      case NONE -> new ProbeResult.Executed<>(result);
    };
  }
}
