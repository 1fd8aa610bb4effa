package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.owner.Owner;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds present and past orders for names. */
@Repository
public class OrderedNames {

  private final JdbcClient jdbc;

  OrderedNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The accounts with orders for a name. */
  public List<String> accounts(DomainName domain) {
    return jdbc.sql("select distinct account from provisioning_order where domain = :domain")
        .param("domain", domain.ascii())
        .query(String.class)
        .list();
  }

  /** The open orders for any of these names, by any caller and in any account. */
  public List<OrderInWork> inWork(List<DomainName> domains) {
    return jdbc.sql(
            """
            select id, account, domain, reference, operation, status, owner from provisioning_order
            where domain = any(:domains) and status in ('IN_PROGRESS', 'WAITING')
            """)
        .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
        .query((row, n) -> OrderInWork.of(row))
        .list();
  }

  /** The names of an account with an open order, in ASCII form. */
  public Set<String> openDomains(String account) {
    return Set.copyOf(
        jdbc.sql(
                """
                select domain from provisioning_order
                where account = :account and status in ('IN_PROGRESS', 'WAITING')
                """)
            .param("account", account)
            .query(String.class)
            .list());
  }

  /** The names in an account for which an owner has open orders. */
  List<DomainName> openNames(String account, Owner owner) {
    return jdbc.sql(
            """
            select domain, domain_unicode from provisioning_order
            where owner = :owner and account = :account and status in ('IN_PROGRESS', 'WAITING')
            """)
        .param("owner", owner.text())
        .param("account", account)
        .query((row, n) -> new DomainName(row.getString("domain"), row.getString("domain_unicode")))
        .list();
  }

  /** Whether a deletion was ordered for the order's name after it; a failed one does not count. */
  public boolean isDeletionOrdered(ProvisioningOrder order) {
    return jdbc.sql(
            """
            select exists (select 1 from provisioning_order
              where account = :account and domain = :domain and operation = 'DELETE'
                and created_at > :since and status in ('IN_PROGRESS', 'WAITING', 'COMPLETED'))
            """)
        .param("account", order.content().account())
        .param("domain", order.content().domain().ascii())
        .param("since", utc(order.createdAt()))
        .query(Boolean.class)
        .single();
  }
}
