package io.domainflow.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which threads' statements PostgreSQL plans once, and which each time. */
@DomainflowTest
class PlanCachingTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final List<String> modes = new ArrayList<>();

  @Test
  void eachConnectionPlansAsItsThreadWantsIt() {
    look();
    PlanCaching.during(this::look).run();
    PlanCaching.during(this::look).run();
    look();

    assertThat(modes).containsExactly("force_custom_plan", "auto", "auto", "force_custom_plan");
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

    assertThat(modes).containsExactly("auto", "force_custom_plan", "auto");
  }

  private void look() {
    modes.add(jdbc.sql("show plan_cache_mode").query(String.class).single());
  }
}
