package io.domainflow.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.DomainName;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.OrderReference;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.TransferOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.owner.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders, each with its contacts, additional fields and secrets. */
@Repository
class OrderLookup {

  private static final String SELECT = "select * from provisioning_order ";

  private final JdbcClient jdbc;
  private final OrderPersonalData contents;
  private final RowMapper<ProvisioningOrder> mapper;

  OrderLookup(JdbcClient jdbc, OrderPersonalData contents, ObjectMapper json) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.mapper = new OrderRowMapper(json);
  }

  Optional<ProvisioningOrder> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  Optional<ProvisioningOrder> byProcess(String processInstanceId) {
    return byProcess(processInstanceId, "");
  }

  Optional<ProvisioningOrder> lockByProcess(String processInstanceId) {
    return byProcess(processInstanceId, " for no key update skip locked");
  }

  // Called processes are few: they are looked for only when an order of its own is not found.
  private Optional<ProvisioningOrder> byProcess(String processInstanceId, String hold) {
    return byInstance("process_instance_id = :instance" + hold, processInstanceId)
        .or(
            () ->
                byInstance(
                    "id = (select order_id from order_called_process"
                        + " where process_instance_id = :instance)"
                        + hold,
                    processInstanceId))
        .map(this::complete);
  }

  private Optional<ProvisioningOrder> byInstance(String condition, String processInstanceId) {
    return jdbc.sql(SELECT + "where " + condition)
        .param("instance", processInstanceId)
        .query(mapper)
        .optional();
  }

  ProvisioningOrder lock(UUID id) {
    return complete(
        jdbc.sql(SELECT + "where id = :id for no key update")
            .param("id", id)
            .query(mapper)
            .single());
  }

  Optional<ProvisioningOrder> byReference(String login, OrderReference reference) {
    return jdbc.sql(SELECT + "where login = :login and reference = :reference")
        .param("login", login)
        .param("reference", reference.text())
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  List<ProvisioningOrder> updatesOf(String account, DomainName domain, OrderReference reference) {
    return jdbc
        .sql(
            SELECT
                + "where account = :account and domain = :domain"
                + " and operation in ('UPDATE', 'REVERT')"
                + " and (reference = :reference or id::text = :reference)"
                + " order by created_at desc")
        .param("account", account)
        .param("domain", domain.ascii())
        .param("reference", reference.text())
        .query(mapper)
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  List<ProvisioningOrder> byReference(OrderReference reference, Caller caller) {
    return jdbc
        .sql(
            SELECT
                + "where reference = :reference"
                + " and (:owners::text[] is null or owner = any(:owners::text[]))"
                + " order by created_at desc limit 10")
        .param("reference", reference.text())
        .param("owners", caller.seenOwners())
        .query(mapper)
        .list()
        .stream()
        .map(this::complete)
        .toList();
  }

  Optional<ProvisioningOrder> open(String account, DomainName domain) {
    return jdbc.sql(
            SELECT
                + "where account = :account and domain = :domain"
                + " and status in ('IN_PROGRESS', 'WAITING')")
        .param("account", account)
        .param("domain", domain.ascii())
        .query(mapper)
        .optional()
        .map(this::complete);
  }

  /** An order without what is in other tables. */
  ProvisioningOrder bare(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(mapper).single();
  }

  /** An order with what is in other tables. */
  ProvisioningOrder complete(ProvisioningOrder order) {
    OrderPersonalData.Content content = contents.of(order.id());
    OrderDetails details =
        order.content().details().with(content.contacts(), content.additionalFields());
    if (details instanceof TransferOrder transfer) {
      details = transfer.with(contents.authCode(order.id()));
    }
    if (details instanceof RegistrantChangeOrder change) {
      details = change.with(contents.registrantChange(order.id()));
    }
    if (details instanceof UpdateOrder update) {
      details = update.with(contents.registrantDetails(order.id()));
    }
    return order.with(order.content().with(details), content.handles());
  }
}
