package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.ispapi.NoAnswer;
import io.domainflow.ispapi.NotAccepted;
import io.domainflow.ispapi.NotSent;
import io.domainflow.ispapi.command.Command;
import io.domainflow.ispapi.command.Mutation;
import io.domainflow.ispapi.command.Query;
import io.domainflow.ispapi.command.Repeatable;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.registrar.Probe.Finding;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.OutcomeUnknown;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one way to the registrar. Reads and what may be repeated are sent once per call; any other
 * command that changes something is sent only with a journal entry, and after a doubt only if a
 * look proves that nothing happened.
 */
@Component
public class RegistrarGateway {

  private final RegistrarConnection connection;
  private final CommandJournal journal;
  private final DatabaseWait database;
  private final List<Probe<?, ?>> probes;
  private final RegistrarProperties properties;
  private final Clock clock;

  RegistrarGateway(
      RegistrarConnection connection,
      CommandJournal journal,
      DatabaseWait database,
      List<Probe<?, ?>> probes,
      RegistrarProperties properties,
      Clock clock) {
    this.connection = connection;
    this.journal = journal;
    this.database = database;
    this.probes = probes;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Asks without changing anything.
   *
   * @throws Refused if the registrar answers no
   * @throws Unavailable if it cannot be reached or asks to come back later
   * @throws CreditUsedUp if the account cannot pay for what it asks about
   * @throws AccessRefused if it does not accept the account's login
   */
  public <R> R ask(String account, Query<R> query) {
    IspapiResponse response;
    try {
      response = connection.send(account, query);
    } catch (HeldBack e) {
      throw Unavailable.heldBack(e);
    } catch (NotSent e) {
      throw Unavailable.notSent(query, e.reason());
    } catch (NoAnswer e) {
      throw Unavailable.unanswered(query, Exchange.noAnswer(e));
    } catch (NotAccepted e) {
      throw AccessRefused.request(e.getMessage());
    }
    return switch (ResultCode.kindOf(response, false)) {
      case SUCCESS, NEGATIVE_CHECK -> query.result(response);
      case TRY_LATER, IN_DOUBT -> throw unavailable(query, response);
      case LOGIN_REFUSED -> throw AccessRefused.login(account, Exchange.answer(query, response));
      case CREDIT -> throw new CreditUsedUp(account);
      case REFUSED -> throw new Refused(query, response);
    };
  }

  /**
   * Sees to it that something is so, with a command that may be sent twice. Sent once; what an
   * unclear answer leaves open is settled by sending it again later.
   *
   * @throws Refused if the registrar answers no
   * @throws Unavailable if the registrar cannot be reached, asks to come back later, or gives no
   *     clear answer: in that last case the command may have been carried out
   * @throws AccessRefused if it does not accept the account's login
   */
  public <R> R ensure(String account, Repeatable<R> command) {
    IspapiResponse response;
    try {
      response = connection.send(account, command);
    } catch (HeldBack e) {
      throw Unavailable.heldBack(e);
    } catch (NotSent e) {
      throw Unavailable.notSent(command, e.reason());
    } catch (NoAnswer e) {
      throw Unavailable.repeatable(command, Exchange.noAnswer(e), true);
    } catch (NotAccepted e) {
      throw AccessRefused.request(e.getMessage());
    }
    return switch (ResultCode.kindOf(response, true)) {
      case SUCCESS -> command.result(response);
      case TRY_LATER -> throw unavailable(command, response);
      case IN_DOUBT ->
          throw Unavailable.repeatable(command, answered(command, response), isAway(response));
      case LOGIN_REFUSED -> throw AccessRefused.login(account, Exchange.answer(command, response));
      case CREDIT -> throw new CreditUsedUp(account);
      case REFUSED, NEGATIVE_CHECK -> {
        if (ResultCode.of(response.code()).filter(command::isAlreadySo).isPresent()) {
          yield command.result(response);
        }
        throw new Refused(command, response);
      }
    };
  }

  /**
   * Carries out a command at most once. The journal entry stays unresolved until the caller has
   * committed what the result means, so a crash in between leads to a look, not to a repetition.
   *
   * @param intent committed entry of this command
   * @param lookFirst runs right before the command is sent, each time; what it throws keeps the
   *     command from being sent
   * @throws Refused if the registrar answers no
   * @throws Unavailable if the command was surely not carried out and may be sent again later
   * @throws CreditUsedUp if the account cannot pay
   * @throws OutcomeUnknown if it may have been carried out
   * @throws AccessRefused if the registrar does not accept the account's login
   */
  public <R> R execute(Intent intent, Mutation<R> command, Runnable lookFirst) {
    if (!intent.command().equals(command.name())) {
      throw new IllegalArgumentException("the journal entry is for " + intent.command());
    }
    Probe<? extends Mutation<R>, R> probe = probeOf(command);
    if (!intent.inDoubt()) {
      run(lookFirst, intent);
      return send(intent, command, probe, intent);
    }
    Finding<R> finding = look(probe, intent, command);
    if (finding instanceof Finding.Executed<R> executed) {
      return executed.result();
    }
    if (finding instanceof Finding.Inconclusive<R> inconclusive) {
      throw new OutcomeUnknown(
          command,
          doubt(intent) + "; " + inconclusive.reason(),
          inconclusive.registrarAway(),
          inconclusive.until());
    }
    Instant settled = settledAt(intent);
    if (clock.instant().isBefore(settled)) {
      throw new OutcomeUnknown(
          command,
          doubt(intent) + "; there is no trace of it, but a late one is possible until " + settled,
          false,
          settled);
    }
    run(lookFirst, intent);
    Intent renewed = database.execute(() -> journal.renew(intent, command));
    return send(renewed, command, probe, intent);
  }

  private void run(Runnable lookFirst, Intent intent) {
    try {
      database.run(lookFirst);
    } catch (RuntimeException e) {
      notExecuted(intent);
      throw e;
    }
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
   * @param first the first attempt that may have been carried out: what is found from then on is
   *     ours
   */
  private <R> R send(
      Intent intent, Mutation<R> command, Probe<? extends Mutation<R>, R> probe, Intent first) {
    IspapiResponse response;
    try {
      Accounts.Access access = database.execute(() -> connection.admit(intent.account(), command));
      response = connection.send(access, command);
    } catch (HeldBack e) {
      notExecuted(intent);
      throw Unavailable.heldBack(e);
    } catch (NotSent e) {
      notExecuted(intent);
      throw Unavailable.notSent(command, e.reason());
    } catch (NoAnswer e) {
      throw doubtful(intent, command, Exchange.noAnswer(e));
    } catch (NotAccepted e) {
      notExecuted(intent);
      throw AccessRefused.request(e.getMessage());
    }
    return switch (ResultCode.kindOf(response, true)) {
      case SUCCESS -> command.result(response);
      case TRY_LATER ->
          unlessExecuted(intent, command, probe, first, unavailable(command, response));
      case CREDIT ->
          unlessExecuted(intent, command, probe, first, new CreditUsedUp(intent.account()));
      case REFUSED, NEGATIVE_CHECK ->
          unlessExecuted(intent, command, probe, first, new Refused(command, response));
      case LOGIN_REFUSED -> {
        notExecuted(intent);
        throw AccessRefused.login(intent.account(), Exchange.answer(command, response));
      }
      case IN_DOUBT -> throw doubtful(intent, command, answered(command, response));
    };
  }

  private OutcomeUnknown doubtful(Intent intent, Mutation<?> command, String reason) {
    inDoubt(intent, reason);
    return new OutcomeUnknown(command, reason, false, null);
  }

  private static String doubt(Intent intent) {
    return intent.doubt() == null ? "what an earlier try came to was not recorded" : intent.doubt();
  }

  /**
   * «No» is believed after a look: «taken already» may be our own command, carried out late or
   * behind an error of the registrar, and nobody may be told that nothing was bought when it was.
   */
  private <R> R unlessExecuted(
      Intent intent,
      Mutation<R> command,
      Probe<? extends Mutation<R>, R> probe,
      Intent first,
      RegistrarFailure no) {
    Finding<R> finding = look(probe, first, command);
    if (finding instanceof Finding.Executed<R> executed) {
      return executed.result();
    }
    if (finding instanceof Finding.Inconclusive<R> inconclusive) {
      String reason = no instanceof Refused refused ? refused.reason() : no.getMessage();
      inDoubt(intent, reason);
      throw new OutcomeUnknown(
          command,
          reason + "; " + inconclusive.reason(),
          inconclusive.registrarAway(),
          inconclusive.until());
    }
    if (!(no instanceof Refused)) {
      notExecuted(intent);
    }
    throw no;
  }

  private <C extends Mutation<R>, R> Finding<R> look(
      Probe<C, R> probe, Intent intent, Mutation<R> command) {
    try {
      return probe.look(
          probe.command().cast(command),
          intent,
          new Probe.Reader() {
            @Override
            public <Q> Q ask(Query<Q> query) {
              return RegistrarGateway.this.ask(intent.account(), query);
            }
          });
    } catch (Unavailable e) {
      // says nothing about the command: the doubt stays
      return new Finding.Inconclusive<>(
          "the registrar cannot be asked at present", e.isRegistrarAway(), e.until().orElse(null));
    } catch (AccessRefused e) {
      return new Finding.Inconclusive<>("the registrar turns the account away");
    }
  }

  // A probe is registered under its command's class, and the command fixes the result.
  @SuppressWarnings("unchecked")
  private <R> Probe<? extends Mutation<R>, R> probeOf(Mutation<R> command) {
    return (Probe<? extends Mutation<R>, R>)
        probes.stream()
            .filter(probe -> probe.command().isInstance(command))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(command.name() + " has no probe; it is not sent"));
  }

  private Instant settledAt(Intent intent) {
    Instant lastPossibleSend =
        intent.doubtSince() != null
            ? intent.doubtSince()
            : intent.intendedAt().plus(properties.callTimeout());
    return lastPossibleSend.plus(properties.settleTime());
  }

  private static Unavailable unavailable(Command<?> command, IspapiResponse response) {
    return Unavailable.notNow(command, response, isAway(response));
  }

  private static String answered(Command<?> command, IspapiResponse response) {
    return "the registrar answered " + Exchange.answer(command, response);
  }

  // The server as a whole is busy or away; everything else is about this one question.
  private static boolean isAway(IspapiResponse response) {
    return ResultCode.of(response.code())
        .filter(code -> code != ResultCode.COMMAND_FAILED)
        .isPresent();
  }
}
