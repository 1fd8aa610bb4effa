package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.model.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The price list for display when the registrar does not answer, and how often the registrar is
 * called.
 */
@DomainflowTest
class PriceListsTest {

  private final MovableClock clock = new MovableClock();
  private final ScriptedRegistrar registrar;
  private final PriceLists lists;

  @Autowired
  PriceListsTest(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      RegistrarProperties properties,
      ApplicationContext application) {
    AccountThrottle throttle =
        new AccountThrottle(
            new UsageQuota(jdbc, transactions, clock),
            new StoppedAccounts(jdbc, clock),
            properties,
            clock);
    registrar = new ScriptedRegistrar(application, throttle, clock);
    lists = new PriceLists(registrar.gateway(), new LowPriorityCalls(), clock);
  }

  @BeforeEach
  void begin() {
    registrar.answer("StatusUser", 200, "Command completed successfully");
  }

  @AfterEach
  void end() {
    lists.destroy();
    registrar.close();
  }

  @Test
  void doesNotDelayOthersForAMinuteAfterAFailure() {
    registrar.answer("StatusUser", 421, "Command failed due to server error");
    assertThat(lists.toShow(registrar.account())).isEmpty();
    registrar.answer("StatusUser", 200, "Command completed successfully");
    int asked = registrar.commands().size();

    pass(Duration.ofSeconds(59));
    assertThat(lists.toShow(registrar.account())).isEmpty();
    assertThat(registrar.commands()).hasSize(asked);

    pass(Duration.ofSeconds(1));
    assertThat(lists.toShow(registrar.account())).isPresent();
  }

  @Test
  void showsAnOlderListInTheMeantime() {
    PriceList old = lists.toShow(registrar.account()).orElseThrow();
    pass(Duration.ofHours(2));
    registrar.answer("StatusUser", 421, "Command failed due to server error");

    assertThat(lists.toShow(registrar.account())).containsSame(old);
    int asked = registrar.commands().size();
    assertThat(lists.toShow(registrar.account())).containsSame(old);
    assertThat(registrar.commands()).hasSize(asked);
  }

  @Test
  void stillAsksForCallersWhoWantTheListItself() {
    registrar.answer("StatusUser", 421, "Command failed due to server error");
    assertThat(lists.toShow(registrar.account())).isEmpty();
    registrar.answer("StatusUser", 200, "Command completed successfully");

    PriceList fresh = lists.of(registrar.account());

    assertThat(lists.toShow(registrar.account())).containsSame(fresh);
  }

  private void pass(Duration time) {
    clock.setOffset(clock.offset().plus(time));
  }
}
