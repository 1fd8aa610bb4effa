package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.MovableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
 * database does not arrive.
 */
@DomainflowTest
@Import(LostConfirmationTest.Losing.class)
class LostConfirmationTest {

  private final Registrations registrations;
  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final LosingDataSource database;

  @Autowired
  LostConfirmationTest(
      @LocalServerPort int port, JdbcClient jdbc, MovableClock clock, DataSource database) {
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
    this.clock = clock;
    this.database = (LosingDataSource) database;
  }

  @TestConfiguration
  static class Losing {

    @Bean
    static BeanPostProcessor losing() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? new LosingDataSource(source) : bean;
        }
      };
    }
  }

  @AfterEach
  void startOver() {
    registrations.startOver();
  }

  /** The lock lasts five minutes; after that, the pump may take the step as well. */
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT10M"})
  void theNextStepIsWorkedOnOnceAndWithoutWaitingForItsLock(String away) {
    database.lose.set(() -> clock.advanceTo(clock.instant().plus(Duration.parse(away))));
    String domain = freshName("com");

    String reference = registrations.place(domain);

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(database.lose.get()).as("what is still to be lost").isNull();
    assertThat(registrations.bought(domain)).hasSize(1);
    assertThat(
            jdbc.sql(
                    """
                    select state from command_journal j join provisioning_order o on o.id = j.order_id
                    where o.reference = ? and j.command = 'RegisterDomain'
                    """)
                .param(reference)
                .query(String.class)
                .list())
        .endsWith("EXECUTED");
  }

  /** Loses the answer to the first commit with which a purchase is locked. */
  private static final class LosingDataSource extends DelegatingDataSource {

    private final AtomicReference<Runnable> lose = new AtomicReference<>();

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
                boolean lost = method.getName().equals("commit") && locksAPurchase(connection);
                Object result;
                try {
                  result = method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
                Runnable meanwhile = lost ? lose.getAndSet(null) : null;
                if (meanwhile != null) {
                  meanwhile.run();
                  throw new SQLException("the connection is lost", "08006");
                }
                return result;
              });
    }

    private boolean locksAPurchase(Connection connection) throws SQLException {
      if (lose.get() == null || !Thread.currentThread().getName().equals("registrar-call")) {
        return false;
      }
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  select exists(
                    select 1 from act_ru_ext_task
                    where topic_name_ = 'register-domain' and worker_id_ is not null)
                  """)) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
