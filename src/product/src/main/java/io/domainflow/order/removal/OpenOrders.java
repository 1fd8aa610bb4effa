package io.domainflow.order.removal;

import io.domainflow.account.OpenOrderCount;
import io.domainflow.consent.OpenOrdersOfName;
import io.domainflow.model.DomainName;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Provides the open orders to packages that do not depend on this one. */
@Component
class OpenOrders implements OpenOrderCount, OpenOrdersOfName {

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

  @Override
  public Optional<String> login(String account, DomainName domain, String orderReference) {
    return jdbc.sql(
            "select login from provisioning_order where account = :account and domain = :domain"
                + " and reference = :reference and status in ('IN_PROGRESS', 'WAITING')")
        .param("account", account)
        .param("domain", domain.ascii())
        .param("reference", orderReference)
        .query(String.class)
        .optional();
  }
}
