package io.domainflow.sandbox.endpoint;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.Handler;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.UsageCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts the calls of an account that has usage marks, and slows it down or rejects it. */
@Component("sandboxUsage")
@ConditionalOnSandbox
class Usage {

  private static final Set<String> NAMED =
      Set.of("CheckDomain", "CheckDomains", "AddDomain", "TransferDomain", "AddContact");
  private static final double LEFT_AFTER_A_MINUTE = 0.8;

  private final Clock clock;

  Usage(Clock clock) {
    this.clock = clock;
  }

  /** The treatment of a call. */
  enum Verdict {
    SERVED,
    SLOW,
    TURNED_AWAY
  }

  /** Counts the call of a logged-in caller. */
  Verdict count(ReceivedCommand call, Handler handler, Transaction transaction) {
    Optional<UsageCount> found = transaction.find(Table.USAGE, call.account());
    if (found.isEmpty()) {
      return Verdict.SERVED;
    }
    UsageCount usage = found.get();
    Instant now = clock.instant();
    long minutes = Math.max(0, Duration.between(usage.countedAt(), now).toMinutes());
    double points =
        usage.points() * Math.pow(LEFT_AFTER_A_MINUTE, (double) minutes)
            + points(call, handler, Profile.of(transaction));
    transaction.put(
        Table.USAGE,
        new UsageCount(
            usage.account(),
            usage.softMark(),
            usage.hardMark(),
            points,
            usage.countedAt().plus(Duration.ofMinutes(minutes))));
    if (points > usage.hardMark()) {
      return Verdict.TURNED_AWAY;
    }
    return points > usage.softMark() ? Verdict.SLOW : Verdict.SERVED;
  }

  private static int points(ReceivedCommand call, Handler handler, Profile profile) {
    if (profile == Profile.B && !NAMED.contains(handler.command())) {
      return 0;
    }
    if (handler.command().equals("CheckDomains")) {
      return Math.max(1, call.domains().size());
    }
    return handler.mutation() ? 10 : 1;
  }
}
