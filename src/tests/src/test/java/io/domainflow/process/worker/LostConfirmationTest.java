package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WrappedBeans;
import io.domainflow.model.MovableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The transaction that ends a step and locks the purchase is committed, but the answer of the
 * database does not arrive, or arrives when the lock has ended.
 */
@DomainflowTest
@Import(LostConfirmationTest.Losing.class)
class LostConfirmationTest {

  private static final String PURCHASE = "register-domain";

  private final Registrations registrations;
  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final ExternalTaskPoller poller;
  private final LosingDataSource database;

  @Autowired
  LostConfirmationTest(
      @LocalServerPort int port,
      JdbcClient jdbc,
      MovableClock clock,
      ExternalTaskPoller poller,
      DataSource database) {
    this.poller = poller;
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
    this.clock = clock;
    this.database = (LosingDataSource) database;
  }

  @TestConfiguration
  static class Losing {

    @Bean
    static BeanPostProcessor losing() {
      return WrappedBeans.of(DataSource.class, LosingDataSource::new);
    }
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  @Test
  void theNextStepIsWorkedOnOnceAndWithoutWaitingForItsLock() {
    database.confirmation.set(LostConfirmationTest::isLost);

    isBoughtOnce();
  }

  @Test
  void theNextStepIsWorkedOnOnceIfItsLockEndsBeforeTheConfirmationIsLost() {
    database.confirmation.set(
        () -> {
          untilThePumpHasLockedItAgain();
          isLost();
        });

    isBoughtOnce();
  }

  @Test
  void theNextStepIsWorkedOnOnceIfItsLockEndsBeforeTheConfirmation() {
    database.confirmation.set(this::untilThePumpHasLockedItAgain);

    isBoughtOnce();
  }

  /** The database was away from this node alone, and for longer than its lock. */
  @Test
  void theNextStepIsLeftToANodeThatHasTakenItOverBeforeItIsSent() {
    database.admission.set(
        () -> {
          jdbc.sql(
                  """
                  update act_ru_ext_task
                  set worker_id_ = 'another', lock_exp_time_ = lock_exp_time_ + interval '1 hour'
                  where topic_name_ = ?
                  """)
              .param(PURCHASE)
              .update();
          clock.advanceTo(clock.instant().plus(Duration.ofMinutes(1)));
        });
    String domain = freshName("com");

    String reference = registrations.place(domain);

    await().until(() -> database.admission.get() == null && poller.reserved() == 0);
    assertThat(registrations.requests("domain=" + domain))
        .extracting(request -> request.get("command").asText())
        .doesNotContain("AddDomain");
    assertThat(states(reference)).as("for the other node").containsExactly("INTENDED");
    jdbc.sql(
            "update act_ru_ext_task set worker_id_ = null, lock_exp_time_ = null where topic_name_ = ?")
        .param(PURCHASE)
        .update();
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.bought(domain)).hasSize(1);
  }

  private static void isLost() throws SQLException {
    throw new SQLException("the connection is lost", "08006");
  }

  /** The lock lasts five minutes, and the poller is not to begin a step that is about to begin. */
  private void untilThePumpHasLockedItAgain() {
    registrations.fault(
        "{'command': 'AddDomain', 'domain': '*', 'fault': 'DELAY_300', 'times': 100}");
    List<Timestamp> before = locks();
    clock.advanceTo(clock.instant().plus(Duration.ofMinutes(10)));
    await().until(() -> !locks().equals(before));
  }

  private List<Timestamp> locks() {
    return jdbc.sql("select lock_exp_time_ from act_ru_ext_task where topic_name_ = ?")
        .param(PURCHASE)
        .query(Timestamp.class)
        .list();
  }

  private void isBoughtOnce() {
    String domain = freshName("com");

    String reference = registrations.place(domain);

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(database.confirmation.get()).as("the confirmation that is still to come").isNull();
    assertThat(registrations.bought(domain)).hasSize(1);
    assertThat(registrations.requests("domain=" + domain))
        .extracting(request -> request.get("command").asText())
        .containsOnlyOnce("AddDomain");
    assertThat(states(reference)).endsWith("EXECUTED");
  }

  private List<String> states(String reference) {
    return jdbc.sql(
            """
            select state from command_journal j join provisioning_order o on o.id = j.order_id
            where o.reference = ? and j.command = 'RegisterDomain'
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  /** How the database's answer to a commit arrives. */
  private interface Confirmation {
    void arrive() throws SQLException;
  }

  /**
   * Changes the answer to the first commit with which a purchase is locked, or does something right
   * before it is sent.
   */
  private static final class LosingDataSource extends DelegatingDataSource {

    private final AtomicReference<Confirmation> confirmation = new AtomicReference<>();
    private final AtomicReference<Runnable> admission = new AtomicReference<>();

    LosingDataSource(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              LosingDataSource.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (isAdmission(method, arguments) && locksAPurchase(connection)) {
                  admission.getAndSet(null).run();
                }
                boolean locks =
                    confirmation.get() != null
                        && method.getName().equals("commit")
                        && locksAPurchase(connection);
                Object result;
                try {
                  result = method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
                Confirmation unusual = locks ? confirmation.getAndSet(null) : null;
                if (unusual != null) {
                  unusual.arrive();
                }
                return result;
              });
    }

    /** Whether this reads the account right before a command is sent. */
    private boolean isAdmission(Method method, Object[] arguments) {
      return admission.get() != null
          && method.getName().equals("prepareStatement")
          && ((String) arguments[0]).contains("stopped_account");
    }

    private boolean locksAPurchase(Connection connection) throws SQLException {
      if (!Thread.currentThread().getName().equals("registrar-call")) {
        return false;
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  select exists(
                    select 1 from act_ru_ext_task
                    where topic_name_ = '%s' and worker_id_ is not null)
                  """
                      .formatted(PURCHASE))) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
