package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.OutcomeUnknown;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.Repeatable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * The only access to the registrar. Queries and repeatable commands are sent once per call; any
 * other command that changes something is sent only with a journal entry, and after an unknown
 * outcome only if a check proves that nothing happened.
 */
@Component
public class RegistrarGateway {

  private final RegistrarConnection connection;
  private final CommandJournal journal;
  private final DatabaseRetry database;
  private final Dialects dialects;
  private final RegistrarProperties properties;
  private final Clock clock;

  RegistrarGateway(
      RegistrarConnection connection,
      CommandJournal journal,
      DatabaseRetry database,
      Dialects dialects,
      RegistrarProperties properties,
      Clock clock) {
    this.connection = connection;
    this.journal = journal;
    this.database = database;
    this.dialects = dialects;
    this.properties = properties;
    this.clock = clock;
  }

  /** Reads for one account. */
  public Reader reader(String account) {
    return new Reader() {
      @Override
      public String account() {
        return account;
      }

      @Override
      public <R> R ask(Query<R> query) {
        return RegistrarGateway.this.ask(account, query);
      }

      @Override
      public String priceClassOf(DomainName name) {
        return dialects.of(account).priceClassOf(name.zone());
      }

      @Override
      public boolean renewsWhatIsRestored() {
        return dialects.of(account).renewsWhatIsRestored();
      }

      @Override
      public boolean chargesRenewalsLater() {
        return dialects.of(account).chargesRenewalsLater();
      }

      @Override
      public boolean mayHidePending() {
        return dialects.of(account).mayHidePending();
      }
    };
  }

  /**
   * Allows calls again for an account that the registrar has stopped, because a person has decided
   * so; has no effect if it was not stopped.
   */
  public void reactivate(String account) {
    connection.reactivate(account);
  }

  /** The price class of ordinary names by their zone, such as {@code co.uk}, for an account. */
  public UnaryOperator<String> priceClasses(String account) {
    return dialects.of(account)::priceClassOf;
  }

  /**
   * Sends a query.
   *
   * @throws Refused if the registrar refuses
   * @throws Unavailable if it cannot be reached or asks to come back later
   * @throws CreditUsedUp if the account cannot pay for the object of the query
   * @throws AccessRefused if it does not accept the account's login
   */
  public <R> R ask(String account, Query<R> query) {
    Answer<R> answer;
    try {
      answer = connection.send(account, query);
    } catch (AccountThrottled e) {
      throw Unavailable.heldBack(e);
    } catch (NotSent e) {
      throw Unavailable.notSent(describe(account, query), e.reason());
    } catch (NoAnswer e) {
      throw Unavailable.unanswered(describe(account, query), noAnswer(e));
    } catch (NotAccepted e) {
      throw AccessRefused.request(e.getMessage());
    }
    return switch (answer.kind()) {
      case SUCCESS, NEGATIVE_CHECK -> answer.resultOrThrow();
      case TRY_LATER, IN_DOUBT -> throw Unavailable.notNow(describe(account, query), answer);
      case LOGIN_REFUSED -> throw AccessRefused.login(account, answer);
      case CREDIT -> throw new CreditUsedUp(account);
      case REFUSED -> throw new Refused(describe(account, query), answer);
    };
  }

  /**
   * Establishes a state with a command that may be repeated. It is sent once; after an unclear
   * answer, it is sent again later. If it changes a name for an order, the order cannot be
   * cancelled until its step has recorded the answer.
   *
   * @throws Refused if the registrar refuses
   * @throws Unavailable if the registrar cannot be reached, asks to come back later, or gives no
   *     clear answer; in the last case the command may have been executed
   * @throws AccessRefused if it does not accept the account's login
   */
  public <R> R ensure(String account, Repeatable<R> command) {
    UUID order =
        command.changesName() ? CallContext.current().map(CallContext::order).orElse(null) : null;
    if (order == null) {
      return sendOnce(account, command);
    }
    boolean first = database.execute(() -> journal.sends(order));
    CallContext.sent();
    try {
      return sendOnce(account, command);
    } catch (RegistrarFailure e) {
      boolean done = e instanceof Unavailable unavailable && unavailable.mayBeDone();
      if (first && !done) {
        database.run(() -> journal.answered(order));
      }
      throw e;
    }
  }

  private <R> R sendOnce(String account, Repeatable<R> command) {
    Answer<R> answer;
    try {
      answer = connection.send(account, command);
    } catch (AccountThrottled e) {
      throw Unavailable.heldBack(e);
    } catch (NotSent e) {
      throw Unavailable.notSent(describe(account, command), e.reason());
    } catch (NoAnswer e) {
      throw Unavailable.repeatable(describe(account, command), noAnswer(e), true);
    } catch (NotAccepted e) {
      throw AccessRefused.request(e.getMessage());
    }
    return switch (answer.kind()) {
      case SUCCESS -> answer.resultOrThrow();
      case TRY_LATER -> throw Unavailable.notNow(describe(account, command), answer);
      case IN_DOUBT ->
          throw Unavailable.repeatable(describe(account, command), answered(answer), answer.away());
      case LOGIN_REFUSED -> throw AccessRefused.login(account, answer);
      case CREDIT -> throw new CreditUsedUp(account);
      case REFUSED, NEGATIVE_CHECK -> throw new Refused(describe(account, command), answer);
    };
  }

  /**
   * Journals a command after checking that it can be sent; see {@link CommandJournal#intend}.
   *
   * @throws RuntimeException if it cannot be sent, such as because of an invalid value; nothing is
   *     journalled then
   */
  public Optional<Intent> intend(UUID orderId, String account, Mutation<?> command) {
    Dialect dialect = dialects.of(account);
    dialect.check(command);
    return journal.intend(orderId, account, command, dialect.nameOf(command));
  }

  /**
   * Executes a command at most once. The journal entry stays unresolved until the caller has
   * committed the result, so a crash in between leads to a check, not to a repetition.
   *
   * @param intent committed entry of this command
   * @param lookFirst runs before each sending; an exception prevents the command from being sent
   * @param stillOurs runs last: the database may have been unavailable for any length of time, and
   *     another node may carry out the step by now. An exception prevents the command from being
   *     sent, and leaves the journal to that node.
   * @throws Refused if the registrar refuses
   * @throws Unavailable if the command was certainly not executed and may be sent again later
   * @throws CreditUsedUp if the account cannot pay
   * @throws OutcomeUnknown if it may have been executed
   * @throws AccessRefused if the registrar does not accept the account's login
   */
  public <R> R execute(Intent intent, Mutation<R> command, Runnable lookFirst, Runnable stillOurs) {
    if (!intent.command().equals(command.name())) {
      throw new IllegalArgumentException("the journal entry is for " + intent.command());
    }
    Dialect dialect = database.execute(() -> dialects.of(intent.account()));
    if (!intent.inDoubt()) {
      run(lookFirst, intent);
      return send(dialect, intent, command, intent, stillOurs);
    }
    ProbeResult<R> finding = probe(dialect, intent, command);
    if (finding instanceof ProbeResult.Executed<R> executed) {
      return executed.result();
    }
    if (finding instanceof ProbeResult.Inconclusive<R> inconclusive) {
      throw new OutcomeUnknown(
          dialect.describe(command),
          doubt(intent) + "; " + inconclusive.reason(),
          inconclusive.registrarAway(),
          inconclusive.until());
    }
    Instant settled = settledAt(intent);
    if (clock.instant().isBefore(settled)) {
      throw new OutcomeUnknown(
          dialect.describe(command),
          doubt(intent) + "; there is no trace of it, but it may still be carried out late",
          false,
          settled);
    }
    run(lookFirst, intent);
    Intent renewed =
        database.execute(
            () -> {
              stillOurs.run();
              return journal.renew(intent, command, dialect.nameOf(command));
            });
    return send(dialect, renewed, command, intent, stillOurs);
  }

  private void run(Runnable lookFirst, Intent intent) {
    try {
      database.run(lookFirst);
    } catch (RuntimeException e) {
      if (intent.inDoubt()) {
        // an earlier attempt, of which there is no trace
        notExecuted(intent);
      } else {
        withdraw(intent);
      }
      throw e;
    }
  }

  private void withdraw(Intent intent) {
    database.run(() -> journal.withdraw(intent));
  }

  private void notExecuted(Intent intent) {
    database.run(() -> journal.notExecuted(intent));
  }

  private void inDoubt(Intent intent, String reason) {
    database.run(() -> journal.inDoubt(intent, reason));
  }

  /**
   * Sends a command.
   *
   * @param first the first attempt that may have been executed: traces from then on are ours
   */
  private <R> R send(
      Dialect dialect, Intent intent, Mutation<R> command, Intent first, Runnable stillOurs) {
    Answer<R> answer;
    try {
      Accounts.Access access = database.execute(() -> connection.admit(intent.account(), command));
      answer = connection.send(access, command, stillOurs);
    } catch (AccountThrottled e) {
      withdraw(intent);
      throw Unavailable.heldBack(e);
    } catch (AccessRefused e) {
      withdraw(intent);
      throw e;
    } catch (NotSent e) {
      notExecuted(intent);
      throw Unavailable.notSent(dialect.describe(command), e.reason());
    } catch (NoAnswer e) {
      throw doubtful(dialect, intent, command, noAnswer(e));
    } catch (NotAccepted e) {
      notExecuted(intent);
      throw AccessRefused.request(e.getMessage());
    }
    return switch (answer.kind()) {
      case SUCCESS -> answer.resultOrThrow();
      case TRY_LATER ->
          unlessExecuted(
              dialect,
              intent,
              command,
              first,
              Unavailable.notNow(dialect.describe(command), answer));
      case CREDIT ->
          unlessExecuted(dialect, intent, command, first, new CreditUsedUp(intent.account()));
      case REFUSED, NEGATIVE_CHECK ->
          unlessExecuted(
              dialect, intent, command, first, new Refused(dialect.describe(command), answer));
      case LOGIN_REFUSED -> {
        notExecuted(intent);
        throw AccessRefused.login(intent.account(), answer);
      }
      case IN_DOUBT -> throw doubtful(dialect, intent, command, answered(answer));
    };
  }

  private OutcomeUnknown doubtful(
      Dialect dialect, Intent intent, Mutation<?> command, String reason) {
    inDoubt(intent, reason);
    return new OutcomeUnknown(dialect.describe(command), reason, false, null);
  }

  private static String doubt(Intent intent) {
    return intent.doubt() == null
        ? "the outcome of an earlier attempt was not recorded"
        : intent.doubt();
  }

  /**
   * Checks a refusal before it is believed: «already taken» may be the result of our own command,
   * executed late or despite an error of the registrar, and nobody may be told that nothing was
   * bought when it was.
   */
  private <R> R unlessExecuted(
      Dialect dialect, Intent intent, Mutation<R> command, Intent first, RegistrarFailure no) {
    ProbeResult<R> finding = probe(dialect, first, command);
    if (finding instanceof ProbeResult.NoTrace
        && !first.commandName().equals(intent.commandName())) {
      finding = probe(dialect, intent, command);
    }
    if (finding instanceof ProbeResult.Executed<R> executed) {
      return executed.result();
    }
    if (finding instanceof ProbeResult.Inconclusive<R> inconclusive) {
      String reason = no instanceof Refused refused ? refused.reason() : no.getMessage();
      inDoubt(intent, reason);
      throw new OutcomeUnknown(
          dialect.describe(command),
          reason + "; " + inconclusive.reason(),
          inconclusive.registrarAway(),
          inconclusive.until());
    }
    if (!(no instanceof Refused)) {
      notExecuted(intent);
    }
    throw no;
  }

  private <R> ProbeResult<R> probe(Dialect dialect, Intent intent, Mutation<R> command) {
    try {
      return dialect.probe(command, intent, reader(intent.account()));
    } catch (Unavailable e) {
      // says nothing about the command: its outcome stays unknown
      return new ProbeResult.Inconclusive<>(
          "the registrar cannot be asked at present", e.isRegistrarAway(), e.until().orElse(null));
    } catch (AccessRefused e) {
      return new ProbeResult.Inconclusive<>(
          "the registrar refuses the account", e.isAccountStopped(), null);
    }
  }

  private Instant settledAt(Intent intent) {
    Instant lastPossibleSend =
        intent.doubtSince() != null
            ? intent.doubtSince()
            : intent.intendedAt().plus(properties.callTimeout());
    return lastPossibleSend.plus(properties.settleTime());
  }

  private String describe(String account, Command<?> command) {
    return dialects.of(account).describe(command);
  }

  private static String answered(Answer<?> answer) {
    return "the registrar answered " + answer.text();
  }

  /** Why there is no answer, as the end of a sentence. */
  private static String noAnswer(CallFailed failure) {
    return failure.trouble() == ConnectionProblem.UNUSABLE_ANSWER
        ? "the answer cannot be read (" + failure.reason() + ")"
        : "no answer came back (" + failure.reason() + ")";
  }
}
