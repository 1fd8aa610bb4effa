package io.domainflow.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Provides connections with the plan caching of the current thread, see {@link PlanCaching}. A
 * connection starts without plan caching (application.yml) and is switched only when needed.
 */
final class PlanCachingDataSource extends DelegatingDataSource {

  private static final String MODE = "plan_cache_mode = ";

  private final Set<Connection> withKeptPlans =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private PlanCachingDataSource(DataSource pool) {
    super(pool);
  }

  /**
   * Wraps only a pool whose connections start without plan caching; others are configured by the
   * installation.
   */
  @Component
  static class BeforePool implements BeanPostProcessor, Ordered {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof HikariDataSource pool
              && String.valueOf(pool.getConnectionInitSql())
                  .contains(MODE + PlanCaching.PLANNED_EACH_TIME)
          ? new PlanCachingDataSource(pool)
          : bean;
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      plan(connection, PlanCaching.areWanted());
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  // Code that reads the pool's settings must find the pool.
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return obtainTargetDataSource().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return obtainTargetDataSource().isWrapperFor(type);
  }

  private void plan(Connection connection, boolean kept) throws SQLException {
    // not the pool's wrapper, which is a new object each time
    Connection physical = connection.unwrap(Connection.class);
    if (withKeptPlans.contains(physical) == kept) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set " + MODE + (kept ? PlanCaching.PLANNED_ONCE : PlanCaching.PLANNED_EACH_TIME));
    }
    if (kept) {
      withKeptPlans.add(physical);
    } else {
      withKeptPlans.remove(physical);
    }
  }
}
