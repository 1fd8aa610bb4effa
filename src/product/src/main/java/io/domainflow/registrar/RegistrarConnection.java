package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.ResellerAccount;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.command.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends a command with the credentials of an account to the account's system. */
@Component
class RegistrarConnection {

  private final Dialects dialects;
  private final Accounts accounts;
  private final AccountThrottle throttle;
  private final RegistrarProperties properties;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RegistrarConnection(
      Dialects dialects,
      Accounts accounts,
      AccountThrottle throttle,
      RegistrarProperties properties,
      ApplicationEventPublisher events,
      Clock clock) {
    this.dialects = dialects;
    this.accounts = accounts;
    this.throttle = throttle;
    this.properties = properties;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sends a command, once.
   *
   * @throws AccountThrottled if it was not sent because the account has to wait
   * @throws AccessRefused if it was not sent because the registrar has stopped the account
   */
  <R> Answer<R> send(String accountName, Command<R> command) {
    return send(admit(accountName, command), command, () -> {});
  }

  /**
   * Admits a command, which is then sent with the returned access.
   *
   * @throws AccountThrottled if the account has to wait
   * @throws AccessRefused if the registrar has stopped the account
   */
  Accounts.Access admit(String accountName, Command<?> command) {
    Accounts.Access access =
        accounts
            .access(accountName)
            .orElseThrow(
                () -> new IllegalStateException("account " + accountName + " no longer exists"));
    String stopped = access.stopped();
    if (stopped != null) {
      throw AccessRefused.stopped(accountName, stopped);
    }
    throttle.admit(access.account(), dialects.of(access.account()).points(command));
    return access;
  }

  /**
   * Sends an admitted command once.
   *
   * @param atTheLast runs first; an exception prevents the command from being sent
   */
  <R> Answer<R> send(Accounts.Access access, Command<R> command, Runnable atTheLast) {
    ResellerAccount account = access.account();
    try {
      atTheLast.run();
      Answer<R> answer = send(access, command, properties.callTimeout());
      throttle.answered(account, answer.load());
      if (answer.saysAccountIsStopped()) {
        stopped(account, answer);
      }
      return answer;
    } catch (NotSent | NoAnswer e) {
      throttle.unanswered(account, e);
      throw e;
    } catch (RuntimeException e) {
      throttle.undecided(account);
      throw e;
    }
  }

  /** Stops all calls for an account that the registrar has stopped. */
  void stopped(ResellerAccount account, Answer<?> answer) {
    if (throttle.stopped(account, answer.text())) {
      events.publishEvent(new AccountStopped(account.name(), answer.text()));
    }
  }

  /** Allows calls for an account again, because a person has decided so. */
  void reactivate(String account) {
    throttle.reactivate(account);
  }

  /** Allows calls for an account again that the registrar has just answered. */
  void answersAgain(String account) {
    if (throttle.reactivate(account)) {
      events.publishEvent(new AccountAnswersAgain(account));
    }
  }

  /**
   * Sends a command for a caller who cannot wait as long as orders do, even while the account's
   * orders are delayed.
   *
   * @param longest how long the call may take altogether
   */
  <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest) {
    ResellerAccount account = access.account();
    Instant at = clock.instant();
    long start = System.nanoTime();
    try {
      Answer<R> answer = dialects.of(account).send(access, command, longest);
      over(account, command, answer.code(), null, at, start);
      return answer;
    } catch (CallFailed e) {
      over(account, command, null, e.trouble(), at, start);
      throw e;
    }
  }

  private void over(
      ResellerAccount account,
      Command<?> command,
      @Nullable Integer code,
      @Nullable ConnectionProblem trouble,
      Instant at,
      long start) {
    Optional<CallContext> subject = CallContext.current();
    events.publishEvent(
        new RegistrarCall(
            account.name(),
            dialects.of(account).nameOf(command),
            subject.map(CallContext::order).orElse(null),
            subject.map(CallContext::processInstance).orElse(null),
            subject.filter(CallContext::waiting).isPresent(),
            code,
            trouble,
            at,
            Duration.ofNanos(System.nanoTime() - start)));
  }
}
