package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
class StartSessionHandler implements CommandHandler {

  private static final long SHORTEST = 60;
  private static final long LONGEST_TIMEOUT = 3600;
  private static final long LONGEST_TTL = 86_400;

  private final Clock clock;

  StartSessionHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Answer handle(ReceivedCommand call, Transaction transaction) {
    Instant now = clock.instant();
    transaction.all(Table.SESSIONS).stream()
        .filter(session -> session.expiredAt(now))
        .forEach(session -> transaction.remove(Table.SESSIONS, session.key()));
    String id = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    transaction.put(
        Table.SESSIONS,
        new Session(
            id,
            call.credentials().login(),
            call.role(),
            seconds(call, "TIMEOUT", 600, LONGEST_TIMEOUT, transaction),
            seconds(call, "MAXTTL", LONGEST_TTL, LONGEST_TTL, transaction),
            now,
            now));
    return Answer.of(Code.COMPLETED).with("SESSION", id);
  }

  private static long seconds(
      ReceivedCommand call, String parameter, long normal, long longest, Transaction transaction) {
    long wanted = call.value(parameter).map(Long::valueOf).orElse(normal);
    long possible = Math.min(longest, Math.max(SHORTEST, wanted));
    if (possible != wanted && Profile.of(transaction) == Profile.A) {
      throw new Refusal(Code.INVALID_SYNTAX, parameter);
    }
    return possible;
  }

  /** Ends the sessions of an account's role user, or with an empty role its own. */
  static void end(String account, String role, Transaction transaction) {
    transaction.all(Table.SESSIONS).stream()
        .filter(session -> session.account().equals(account) && session.role().equals(role))
        .forEach(session -> transaction.remove(Table.SESSIONS, session.key()));
  }
}
