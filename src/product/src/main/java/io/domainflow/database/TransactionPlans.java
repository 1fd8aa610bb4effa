package io.domainflow.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets PostgreSQL cache the plans of the rest of a transaction that began with a search, see {@link
 * PlanCaching}.
 */
@Component
public class TransactionPlans {

  private final JdbcClient jdbc;

  TransactionPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From now on, this transaction reads and writes single rows. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cacheFromNow() {
    // an installation may have configured something else
    jdbc.sql(
            """
            select set_config('plan_cache_mode', :once, true)
            where current_setting('plan_cache_mode') = :eachTime
            """)
        .param("once", PlanCaching.PLANNED_ONCE)
        .param("eachTime", PlanCaching.PLANNED_EACH_TIME)
        .query(String.class)
        .optional();
  }
}
