package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.domainflow.DomainflowTest;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.model.MovableClock;
import io.domainflow.registrar.Answer.Load;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** When the calls of an account are delayed, without affecting other accounts. */
@DomainflowTest
class AccountThrottleTest {

  private static final int QUESTION = 1;
  private static final int CHANGE = 10;

  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private RegistrarProperties properties;

  private final MovableClock clock = new MovableClock();
  private final ResellerAccount account = account();
  private final ResellerAccount other = account();
  private AccountThrottle throttle;

  @BeforeEach
  void begin() {
    throttle =
        new AccountThrottle(
            new UsageQuota(jdbc, transactions, clock),
            new StoppedAccounts(jdbc, clock),
            properties,
            clock);
  }

  @Test
  void asksEveryFiveMinutesWhileTheRegistrarDoesNotAnswerAndContinuesAfterTheFirstAnswer() {
    for (int i = 0; i < 5; i++) {
      throttle.admit(account, QUESTION);
      throttle.unanswered(account, new IllegalStateException("no answer"));
    }
    Instant silent = clock.instant();

    assertThat(heldBack(account).until())
        .isBetween(silent.plusSeconds(290), silent.plusSeconds(300));
    clock.setOffset(clock.offset().plus(Duration.ofMinutes(4)));
    assertThat(heldBack(account)).isNotNull();

    clock.setOffset(clock.offset().plus(Duration.ofMinutes(2)));
    throttle.admit(account, QUESTION);
    assertThat(heldBack(account)).as("a second call while the first one tries").isNotNull();
    throttle.unanswered(account, new IllegalStateException("no answer"));
    assertThat(heldBack(account)).isNotNull();

    clock.setOffset(clock.offset().plus(Duration.ofMinutes(6)));
    throttle.admit(account, QUESTION);
    throttle.answered(account, Load.FINE);
    for (int i = 0; i < 20; i++) {
      assertThatNoException().isThrownBy(() -> throttle.admit(account, QUESTION));
      throttle.answered(account, Load.FINE);
    }
  }

  @Test
  void anUnreachableRegistrarIsRememberedUntilTheNextAttempt() {
    for (int i = 0; i < 5; i++) {
      assertThat(throttle.isAnswered(account)).isTrue();
      throttle.admit(account, QUESTION);
      throttle.unanswered(account, new IllegalStateException("no answer"));
    }

    assertThat(throttle.isAnswered(account)).isFalse();
    assertThat(throttle.holdsBack(account)).isPresent();
    assertThat(throttle.isAnswered(other)).isTrue();
    clock.setOffset(clock.offset().plus(Duration.ofMinutes(6)));
    assertThat(throttle.isAnswered(account)).isTrue();
    assertThat(throttle.holdsBack(account)).isEmpty();
    throttle.admit(account, QUESTION);
    throttle.unanswered(account, new IllegalStateException("no answer"));
    assertThat(throttle.isAnswered(account)).isFalse();
  }

  @Test
  void aSingleLostAnswerDelaysNoOtherCall() {
    for (int i = 0; i < 20; i++) {
      throttle.admit(account, QUESTION);
      if (i % 5 == 0) {
        throttle.answered(account, Load.FINE);
      } else {
        throttle.unanswered(account, new IllegalStateException("no answer"));
      }
    }
    assertThatNoException().isThrownBy(() -> throttle.admit(account, QUESTION));
  }

  @Test
  void anotherAccountContinues() {
    for (int i = 0; i < 5; i++) {
      throttle.admit(account, QUESTION);
      throttle.unanswered(account, new IllegalStateException("no answer"));
    }
    assertThat(heldBack(account)).isNotNull();

    assertThatNoException().isThrownBy(() -> throttle.admit(other, QUESTION));
  }

  @Test
  void pausesForMinutesWhenTheUsageIsExceededAndLongerEachTime() {
    exceedUsage();
    Instant first = clock.instant();
    assertThat(heldBack(account).until()).isBetween(first.plusSeconds(110), first.plusSeconds(120));

    clock.setOffset(clock.offset().plus(Duration.ofMinutes(30)));
    exceedUsage();
    Instant second = clock.instant();
    assertThat(heldBack(account).until())
        .isBetween(second.plusSeconds(230), second.plusSeconds(240));

    clock.setOffset(clock.offset().plus(Duration.ofHours(3)));
    exceedUsage();
    Instant later = clock.instant();
    assertThat(heldBack(account).until()).isBetween(later.plusSeconds(110), later.plusSeconds(120));
  }

  @Test
  void aChangeOnOneNodeAppliesToTheOthers() {
    exceedUsage();
    AccountThrottle otherNode =
        new AccountThrottle(
            new UsageQuota(jdbc, transactions, clock),
            new StoppedAccounts(jdbc, clock),
            properties,
            clock);

    AccountThrottled held =
        catchThrowableOfType(AccountThrottled.class, () -> otherNode.admit(account, QUESTION));

    assertThat(held).hasMessageContaining("quota");
  }

  @ParameterizedTest
  @EnumSource(RegistrarSystem.class)
  void staysBelowTheSoftMarkOfTheQuotaWhateverTheSystem(RegistrarSystem system) {
    ResellerAccount asking = account(system);
    int passed = 0;
    for (int i = 0; i < 60; i++) {
      try {
        throttle.admit(asking, CHANGE);
        throttle.answered(asking, Load.FINE);
        passed++;
      } catch (AccountThrottled e) {
        assertThat(e).hasMessageContaining("quota");
      }
    }
    assertThat(passed).isEqualTo(30);
  }

  @Test
  void aSixthOfTheQuotaIsKeptForOrders() {
    LowPriorityCalls lowPriority = new LowPriorityCalls();
    for (int i = 0; i < 25; i++) {
      lowPriority.make(() -> throttle.admit(account, CHANGE));
    }

    assertThat(
            lowPriority.make(
                () ->
                    catchThrowableOfType(
                        AccountThrottled.class, () -> throttle.admit(account, CHANGE))))
        .hasMessageContaining("quota");
    for (int i = 0; i < 5; i++) {
      throttle.admit(account, CHANGE);
    }
    assertThat(heldBack(account)).as("an order, too, at the mark itself").isNotNull();
  }

  @Test
  void slowsDownForSecondsWhenThereAreTooManySessions() {
    throttle.admit(account, QUESTION);
    throttle.answered(account, Load.TOO_MANY_AT_ONCE);

    assertThat(heldBack(account)).isNotNull();
    clock.setOffset(clock.offset().plus(Duration.ofSeconds(31)));
    assertThatNoException().isThrownBy(() -> throttle.admit(account, QUESTION));
  }

  private void exceedUsage() {
    throttle.admit(account, QUESTION);
    throttle.answered(account, Load.TOO_MUCH);
  }

  private AccountThrottled heldBack(ResellerAccount who) {
    return catchThrowableOfType(AccountThrottled.class, () -> throttle.admit(who, QUESTION));
  }

  private static ResellerAccount account() {
    return account(RegistrarSystem.OTE);
  }

  private static ResellerAccount account(RegistrarSystem system) {
    return ResellerAccount.of("t-" + UUID.randomUUID(), system, "login");
  }
}
