package io.domainflow.order;

import io.domainflow.account.AccountUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the orders that are being carried out through an account. */
@Component
class OpenOrders implements AccountUse {

  private final JdbcClient jdbc;

  OpenOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int openOrders(String account) {
    return jdbc.sql(
            "select count(*) from provisioning_order where account = :account"
                + " and status in ('IN_PROGRESS', 'WAITING')")
        .param("account", account)
        .query(Integer.class)
        .single();
  }
}
