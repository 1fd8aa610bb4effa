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

/** When the calls of an account are delayed, without affecting other accounts. */
@DomainflowTest
class AccountTrafficTest {

  private static final int QUESTION = 1;
  private static final int CHANGE = 10;

  @Autowired private JdbcClient jdbc;
  @Autowired private RegistrarProperties properties;

  private final MovableClock clock = new MovableClock();
  private final ResellerAccount account = account();
  private final ResellerAccount other = account();
  private AccountTraffic traffic;

  @BeforeEach
  void begin() {
    traffic =
        new AccountTraffic(
            new UsageQuota(jdbc, clock), new StoppedAccounts(jdbc, clock), properties, clock);
  }

  @Test
  void asksEveryFiveMinutesWhileTheRegistrarDoesNotAnswerAndContinuesAfterTheFirstAnswer() {
    for (int i = 0; i < 5; i++) {
      traffic.admit(account, QUESTION);
      traffic.unanswered(account, new IllegalStateException("no answer"));
    }
    Instant silent = clock.instant();

    assertThat(heldBack(account).until())
        .isBetween(silent.plusSeconds(290), silent.plusSeconds(300));
    clock.setOffset(clock.offset().plus(Duration.ofMinutes(4)));
    assertThat(heldBack(account)).isNotNull();

    clock.setOffset(clock.offset().plus(Duration.ofMinutes(2)));
    traffic.admit(account, QUESTION);
    assertThat(heldBack(account)).as("a second call while the first one tries").isNotNull();
    traffic.unanswered(account, new IllegalStateException("no answer"));
    assertThat(heldBack(account)).isNotNull();

    clock.setOffset(clock.offset().plus(Duration.ofMinutes(6)));
    traffic.admit(account, QUESTION);
    traffic.answered(account, Load.FINE);
    for (int i = 0; i < 20; i++) {
      assertThatNoException().isThrownBy(() -> traffic.admit(account, QUESTION));
      traffic.answered(account, Load.FINE);
    }
  }

  @Test
  void anUnreachableRegistrarIsRememberedUntilTheNextAttempt() {
    for (int i = 0; i < 5; i++) {
      assertThat(traffic.isAnswered(account)).isTrue();
      traffic.admit(account, QUESTION);
      traffic.unanswered(account, new IllegalStateException("no answer"));
    }

    assertThat(traffic.isAnswered(account)).isFalse();
    assertThat(traffic.holdsBack(account)).isPresent();
    assertThat(traffic.isAnswered(other)).isTrue();
    clock.setOffset(clock.offset().plus(Duration.ofMinutes(6)));
    assertThat(traffic.isAnswered(account)).isTrue();
    assertThat(traffic.holdsBack(account)).isEmpty();
    traffic.admit(account, QUESTION);
    traffic.unanswered(account, new IllegalStateException("no answer"));
    assertThat(traffic.isAnswered(account)).isFalse();
  }

  @Test
  void aSingleLostAnswerDelaysNoOtherCall() {
    for (int i = 0; i < 20; i++) {
      traffic.admit(account, QUESTION);
      if (i % 5 == 0) {
        traffic.answered(account, Load.FINE);
      } else {
        traffic.unanswered(account, new IllegalStateException("no answer"));
      }
    }
    assertThatNoException().isThrownBy(() -> traffic.admit(account, QUESTION));
  }

  @Test
  void anotherAccountContinues() {
    for (int i = 0; i < 5; i++) {
      traffic.admit(account, QUESTION);
      traffic.unanswered(account, new IllegalStateException("no answer"));
    }
    assertThat(heldBack(account)).isNotNull();

    assertThatNoException().isThrownBy(() -> traffic.admit(other, QUESTION));
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
    AccountTraffic otherNode =
        new AccountTraffic(
            new UsageQuota(jdbc, clock), new StoppedAccounts(jdbc, clock), properties, clock);

    AccountHeldBack held =
        catchThrowableOfType(AccountHeldBack.class, () -> otherNode.admit(account, QUESTION));

    assertThat(held).hasMessageContaining("quota");
  }

  @ParameterizedTest
  @EnumSource(RegistrarSystem.class)
  void staysBelowTheSoftMarkOfTheQuotaWhateverTheSystem(RegistrarSystem system) {
    ResellerAccount asking = account(system);
    int passed = 0;
    for (int i = 0; i < 60; i++) {
      try {
        traffic.admit(asking, CHANGE);
        traffic.answered(asking, Load.FINE);
        passed++;
      } catch (AccountHeldBack e) {
        assertThat(e).hasMessageContaining("quota");
      }
    }
    assertThat(passed).isEqualTo(30);
  }

  @Test
  void aSixthOfTheQuotaIsKeptForOrders() {
    Inquiries inquiries = new Inquiries();
    for (int i = 0; i < 25; i++) {
      inquiries.besideOrders(() -> traffic.admit(account, CHANGE));
    }

    assertThat(
            inquiries.besideOrders(
                () ->
                    catchThrowableOfType(
                        AccountHeldBack.class, () -> traffic.admit(account, CHANGE))))
        .hasMessageContaining("quota");
    for (int i = 0; i < 5; i++) {
      traffic.admit(account, CHANGE);
    }
    assertThat(heldBack(account)).as("an order, too, at the mark itself").isNotNull();
  }

  @Test
  void slowsDownForSecondsWhenThereAreTooManySessions() {
    traffic.admit(account, QUESTION);
    traffic.answered(account, Load.TOO_MANY_AT_ONCE);

    assertThat(heldBack(account)).isNotNull();
    clock.setOffset(clock.offset().plus(Duration.ofSeconds(31)));
    assertThatNoException().isThrownBy(() -> traffic.admit(account, QUESTION));
  }

  private void exceedUsage() {
    traffic.admit(account, QUESTION);
    traffic.answered(account, Load.TOO_MUCH);
  }

  private AccountHeldBack heldBack(ResellerAccount who) {
    return catchThrowableOfType(AccountHeldBack.class, () -> traffic.admit(who, QUESTION));
  }

  private static ResellerAccount account() {
    return account(RegistrarSystem.OTE);
  }

  private static ResellerAccount account(RegistrarSystem system) {
    return ResellerAccount.of("t-" + UUID.randomUUID(), system, "login");
  }
}
