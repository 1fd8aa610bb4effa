package io.domainflow.registrar;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.domainflow.account.ResellerAccount;
import io.domainflow.model.Resettable;
import io.domainflow.registrar.Answer.Load;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Decides when an account may call the registrar. Three things delay a call: the registrar does not
 * answer the account (then an occasional call tests whether it does again), the registrar has asked
 * for a pause, or the account has used up its quota. {@link RegistrarConnection#admit} refuses the
 * calls of a stopped account before they get here; this class records that it was stopped.
 */
@Component
class AccountThrottle implements Resettable {

  private static final String STOPPED = "the registrar has stopped the account";
  private static final String PAUSE = "the registrar has asked the account for a pause";
  private static final String NO_ANSWER =
      "the registrar has not answered this account for some time";
  private static final String QUOTA_USED = "the account has used up its quota";

  private static final int UNANSWERED_CALLS = 5;
  private static final Duration TRYING_TAKES = Duration.ofSeconds(10);

  // Calls count even while the registrar refuses the account, so pauses last minutes, not seconds.
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(16);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final Duration TOO_MANY_SESSIONS_PAUSE = Duration.ofSeconds(30);

  private final UsageQuota usage;
  private final QuotaReservations portions;
  private final StoppedAccounts stopped;
  private final Clock clock;
  private final CircuitBreakerRegistry breakers;
  private final Map<String, Instant> nextTry = new ConcurrentHashMap<>();
  private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

  AccountThrottle(
      UsageQuota usage, StoppedAccounts stopped, RegistrarProperties properties, Clock clock) {
    this.usage = usage;
    this.portions = new QuotaReservations(usage, clock);
    this.stopped = stopped;
    this.clock = clock;
    this.breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(UNANSWERED_CALLS)
                .minimumNumberOfCalls(UNANSWERED_CALLS)
                .failureRateThreshold(100)
                .waitDurationInOpenState(properties.outageProbeInterval())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build());
    breakers
        .getEventPublisher()
        .onEntryAdded(
            added -> rememberNextTry(added.getAddedEntry(), properties.outageProbeInterval()));
  }

  /** The part of the quota, one divided by this, that queries and bulk orders leave to others. */
  private static final int KEPT_FOR_SINGLE_ORDERS = 6;

  private record Pause(Duration length, Instant until) {}

  private void rememberNextTry(CircuitBreaker breaker, Duration interval) {
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              if (event.getStateTransition().getToState() == State.OPEN) {
                nextTry.put(breaker.getName(), clock.instant().plus(interval));
              }
            });
  }

  /**
   * Admits a command that costs this many points. Report its result afterwards with one of the
   * other methods.
   *
   * @throws AccountThrottled if it has to wait
   */
  void admit(ResellerAccount account, int points) {
    Pause pause = pauses.get(account.name());
    if (pause != null && clock.instant().isBefore(pause.until())) {
      throw new AccountThrottled(PAUSE, pause.until());
    }
    CircuitBreaker breaker = breaker(account);
    if (!breaker.tryAcquirePermission()) {
      Instant soon = clock.instant().plus(TRYING_TAKES);
      Instant next = nextTry.getOrDefault(account.name(), soon);
      throw new AccountThrottled(NO_ANSWER, next.isAfter(soon) ? next : soon);
    }
    try {
      takeQuota(account, points);
    } catch (RuntimeException e) {
      breaker.releasePermission();
      throw e;
    }
  }

  /** Why commands of an account would be delayed now, in a few words; empty if they would not. */
  Optional<String> holdsBack(ResellerAccount account) {
    if (stopped.reason(account.name()).isPresent()) {
      return Optional.of(STOPPED);
    }
    Pause pause = pauses.get(account.name());
    if (pause != null && clock.instant().isBefore(pause.until())) {
      return Optional.of(PAUSE);
    }
    if (!isAnswered(account)) {
      return Optional.of(NO_ANSWER);
    }
    return usage.points(account.name()) >= account.quota().soft()
        ? Optional.of(QUOTA_USED)
        : Optional.empty();
  }

  /**
   * Whether the registrar answers an account, as far as this node knows. The last result is valid
   * until the next call may try again.
   */
  boolean isAnswered(ResellerAccount account) {
    Instant next = nextTry.getOrDefault(account.name(), Instant.MIN);
    return breaker(account).getState() == State.CLOSED || !clock.instant().isBefore(next);
  }

  private void takeQuota(ResellerAccount account, int points) {
    int soft = account.quota().soft();
    boolean leavesRoom = LowPriorityCalls.isLow();
    int mark = leavesRoom ? soft - soft / KEPT_FOR_SINGLE_ORDERS : soft;
    Optional<Instant> room = portions.take(account.name(), points, mark);
    if (room.isPresent()) {
      throw new AccountThrottled(QUOTA_USED, room.get());
    }
  }

  /** Records that an answer has arrived. */
  void answered(ResellerAccount account, Load load) {
    breaker(account).onSuccess(0, NANOSECONDS);
    if (load == Load.TOO_MUCH) {
      pauses.compute(account.name(), (name, before) -> longerThan(before));
      usage.atLeast(account.name(), account.quota().hard());
    } else if (load == Load.TOO_MANY_AT_ONCE) {
      pauses.put(
          account.name(), new Pause(Duration.ZERO, clock.instant().plus(TOO_MANY_SESSIONS_PAUSE)));
    }
  }

  /**
   * Records that the registrar has stopped the account.
   *
   * @param reason for people
   * @return whether that is new
   */
  boolean stopped(ResellerAccount account, String reason) {
    return stopped.stop(account.name(), reason);
  }

  /**
   * Allows calls again that the registrar had stopped.
   *
   * @return whether it had
   */
  boolean reactivate(String account) {
    return stopped.reactivate(account);
  }

  /** Records that there was no answer. */
  void unanswered(ResellerAccount account, RuntimeException failure) {
    breaker(account).onError(0, NANOSECONDS, failure);
  }

  /** Records a call whose end does not show whether the registrar answers. */
  void undecided(ResellerAccount account) {
    breaker(account).releasePermission();
  }

  @Override
  public void startOver() {
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    pauses.clear();
    portions.clear();
    usage.clear();
    stopped.clear();
  }

  private Pause longerThan(Pause before) {
    Instant now = clock.instant();
    boolean again = before != null && before.until().plus(FORGOTTEN_AFTER).isAfter(now);
    Duration length = again ? before.length().multipliedBy(2) : FIRST_PAUSE;
    if (length.compareTo(FIRST_PAUSE) < 0) {
      length = FIRST_PAUSE;
    } else if (length.compareTo(LONGEST_PAUSE) > 0) {
      length = LONGEST_PAUSE;
    }
    return new Pause(length, now.plus(length));
  }

  private CircuitBreaker breaker(ResellerAccount account) {
    return breakers.circuitBreaker(account.name());
  }
}
