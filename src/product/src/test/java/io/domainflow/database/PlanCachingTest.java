package io.domainflow.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.domainflow.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which threads' statements PostgreSQL plans once, and which each time, on one connection. */
class PlanCachingTest {

  private final HikariDataSource pool = pool();
  private final DataSource database =
      (DataSource) new PlanCachingDataSource.BeforePool().postProcessAfterInitialization(pool, "");
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final TransactionPlans plans = new TransactionPlans(jdbc);

  private final List<String> modes = new ArrayList<>();

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(TestDatabase.create());
    config.setUsername(TestDatabase.USERNAME);
    config.setMaximumPoolSize(1);
    config.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
    return new HikariDataSource(config);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void eachConnectionPlansAsItsThreadWantsIt() {
    look();
    PlanCaching.during(this::look).run();
    PlanCaching.during(this::look).run();
    look();

    assertThat(modes)
        .containsExactly(
            "force_custom_plan", "force_generic_plan", "force_generic_plan", "force_custom_plan");
  }

  /** A setting made within a transaction is rolled back with it. */
  @Test
  void alsoAfterATransactionThatWasRolledBack() {
    PlanCaching.during(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      look();
                      status.setRollbackOnly();
                    }))
        .run();
    look();
    PlanCaching.during(this::look).run();

    assertThat(modes)
        .containsExactly("force_generic_plan", "force_custom_plan", "force_generic_plan");
  }

  /** For one that began with a search. */
  @Test
  void untilTheEndOfATransaction() {
    transaction.executeWithoutResult(
        status -> {
          look();
          plans.cacheFromNow();
          look();
        });
    look();

    assertThat(modes)
        .containsExactly("force_custom_plan", "force_generic_plan", "force_custom_plan");
  }

  private void look() {
    modes.add(jdbc.sql("show plan_cache_mode").query(String.class).single());
  }
}
