package io.domainflow;

import io.domainflow.build.BuildSize;
import io.domainflow.build.TestTimeout;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One PostgreSQL per test run, started with the first test that needs it. Each application context
 * of a {@link DomainflowTest} gets a fresh, empty database on it.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** The user of every test database; it has no password. */
  public static final String USERNAME = "postgres";

  /**
   * A property of tests that need PostgreSQL's plans as they are in production, like the proofs in
   * their full size. In all others it plans each statement once: planning took half of its time,
   * and their tables are small.
   */
  public static final String PLANS_AS_DELIVERED = "test.plans-as-delivered";

  private static final String POOL = "spring.datasource.hikari.";

  private static final AtomicInteger COUNTER = new AtomicInteger();

  /**
   * Creates an empty database, for a test that starts the application itself, for example twice.
   *
   * @return its JDBC URL
   */
  public static String create() {
    String name = "test" + COUNTER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the test database " + name, e);
    }
    return Server.POSTGRES.getJdbcUrl(USERNAME, name);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + create(),
            "spring.datasource.username=" + USERNAME,
            "spring.datasource.password=")
        .applyTo(context);
    if (BuildSize.choose(true, true, false)
        && !context.getEnvironment().containsProperty(PLANS_AS_DELIVERED)) {
      TestPropertyValues.of(
              POOL + "connection-init-sql=set plan_cache_mode = force_generic_plan",
              POOL + "data-source-properties.prepareThreshold=1",
              POOL + "data-source-properties.preparedStatementCacheQueries=2048",
              POOL + "data-source-properties.preparedStatementCacheSizeMiB=20")
          .applyTo(context);
    }
  }

  /** Starts the server when it is first used; it ends with the JVM. */
  private static final class Server {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "300")
                // nothing here has to survive a crash of the machine
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setPGStartupWait(TestTimeout.LIMIT)
                .setRegisterShutdownHook(false)
                .start();
        // After the applications, which would otherwise wait for lost connections.
        SpringApplication.getShutdownHandlers().add(() -> close(postgres));
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start the embedded PostgreSQL", e);
      }
    }

    private static void close(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot stop the embedded PostgreSQL", e);
      }
    }
  }
}
