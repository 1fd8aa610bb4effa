package io.domainflow.sandbox.command.user;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.command.CommandHandler;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Session;
import io.domainflow.sandbox.wire.Answer;
import io.domainflow.sandbox.wire.Code;
import io.domainflow.sandbox.wire.Refusal;
import io.domainflow.sandbox.wire.WireCall;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnSandbox
@Behaviour(
    value =
        "StartSession: SESSION; it ends after TIMEOUT seconds without a call (60 to 3600,"
            + " default 600) and MAXTTL seconds after its start (60 to 86400, default 86400)",
    basis = Basis.DOCUMENTED,
    source = "API/USER/SESSION/STARTSESSION.md of the HEXONET API documentation")
@Behaviour(
    value = "TIMEOUT or MAXTTL beyond its limits is 505",
    basis = Basis.INFERRED,
    source = "the only code for it among those of API/USER/SESSION/STARTSESSION.md",
    profileB = "the nearest limit is taken")
@Behaviour(
    value =
        "TYPE changes nothing; a session started in the view of a sub-user is the caller's; it"
            + " ends with its role user's or sub-user's password, status or existence",
    basis = Basis.INVENTED)
class StartSessionHandler implements CommandHandler {

  private static final long SHORTEST = 60;
  private static final long LONGEST_TIMEOUT = 3600;
  private static final long LONGEST_TTL = 86_400;

  private final Clock clock;

  StartSessionHandler(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String command() {
    return "StartSession";
  }

  @Override
  public Answer handle(WireCall call, Transaction transaction) {
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
      WireCall call, String parameter, long normal, long longest, Transaction transaction) {
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
