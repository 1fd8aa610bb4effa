package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registrar's handles for the contacts of orders, and which of them were made for an order: one
 * that was made and that nothing still needs is to be deleted at the registrar.
 */
@Repository
public class ContactHandles {

  private final JdbcClient jdbc;
  private final Clock clock;

  ContactHandles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A handle that was made for an order and that no order still needs. */
  public record Unneeded(UUID order, String account, String handle) {}

  /**
   * Notes, before the registrar is asked for a handle, that it will be. From then on no handle of
   * the account is deleted until the answer is noted: it could be the one that is given.
   *
   * @return when it was first asked before; empty if this is the first time
   */
  @Transactional
  public Optional<Instant> asking(ProvisioningOrder order, Collection<ContactRole> roles) {
    lockAccount(order.request().account());
    Optional<Instant> before =
        jdbc.sql(
                """
                select min(handle_tried_at) from order_contact
                where order_id = :order and role in (:roles)
                """)
            .param("order", order.id())
            .param("roles", names(roles))
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant);
    jdbc.sql(
            """
            update order_contact set handle_tried_at = coalesce(handle_tried_at, :now)
            where order_id = :order and role in (:roles)
            """)
        .param("order", order.id())
        .param("roles", names(roles))
        .param("now", now())
        .update();
    return before;
  }

  /**
   * Notes the handle that stands for a contact.
   *
   * @param made whether it was made for this order; otherwise the registrar had it already
   */
  @Transactional
  public void given(UUID order, Collection<ContactRole> roles, String handle, boolean made) {
    jdbc.sql(
            """
            update order_contact set registrar_handle = :handle
            where order_id = :order and role in (:roles)
            """)
        .param("order", order)
        .param("roles", names(roles))
        .param("handle", handle)
        .update();
    if (made) {
      jdbc.sql(
              """
              insert into order_contact_handle (order_id, handle) values (:order, :handle)
              on conflict do nothing
              """)
          .param("order", order)
          .param("handle", handle)
          .update();
    }
  }

  /** Whether an order of one of these owners has used a handle. */
  public boolean isUsedBy(String[] owners, String account, String handle) {
    return jdbc.sql(
            """
            select exists (
              select 1 from order_contact c join provisioning_order p on p.id = c.order_id
              where p.account = :account and p.owner = any(:owners)
                and (c.registrar_handle = :handle or c.handle = :handle))
            """)
        .param("handle", handle)
        .param("account", account)
        .param("owners", owners)
        .query(Boolean.class)
        .single();
  }

  /** Forgets that the registrar was asked for a handle, because it refused to give one. */
  @Transactional
  public void refused(UUID order, Collection<ContactRole> roles) {
    jdbc.sql(
            """
            update order_contact set handle_tried_at = null
            where order_id = :order and role in (:roles)
            """)
        .param("order", order)
        .param("roles", names(roles))
        .update();
  }

  /** Orders that have ended while the registrar was being asked for a handle. */
  public List<UUID> endedWhileAsking() {
    return jdbc.sql(
            """
            select distinct o.id from provisioning_order o join order_contact c on c.order_id = o.id
            where o.status in ('FAILED', 'CANCELLED')
              and c.handle_tried_at is not null and c.registrar_handle is null
            limit 100
            """)
        .query(UUID.class)
        .list();
  }

  /** Handles that are no longer needed. */
  @Transactional
  public List<Unneeded> unneeded() {
    if (!anyUnreleased()) {
      return List.of();
    }
    jdbc.sql(
            """
            update order_contact_handle h set released_at = :now
            from provisioning_order o
            where h.released_at is null and o.id = h.order_id and exists (
              select 1 from order_contact c join provisioning_order p on p.id = c.order_id
              where c.registrar_handle = h.handle and p.account = o.account
                and (p.status = 'COMPLETED'
                  or (p.status in ('FAILED', 'CANCELLED') and p.charged <> 'NO')))
            """)
        .param("now", now())
        .update();
    return jdbc.sql(
            """
            select h.order_id, o.account, h.handle
            from order_contact_handle h join provisioning_order o on o.id = h.order_id
            where h.released_at is null
              and not exists (
                select 1 from order_contact c join provisioning_order p on p.id = c.order_id
                where c.registrar_handle = h.handle
                  and p.account = o.account and p.status in ('IN_PROGRESS', 'WAITING'))
              and o.account not in (
                select p.account from order_contact c join provisioning_order p on p.id = c.order_id
                where c.handle_tried_at is not null and c.registrar_handle is null
                  and p.status in ('IN_PROGRESS', 'WAITING'))
            limit 100
            """)
        .query(
            (row, n) ->
                new Unneeded(
                    row.getObject("order_id", UUID.class),
                    row.getString("account"),
                    row.getString("handle")))
        .list();
  }

  // Usually there are none, and this is asked often.
  private boolean anyUnreleased() {
    return jdbc.sql("select exists (select 1 from order_contact_handle where released_at is null)")
        .query(Boolean.class)
        .single();
  }

  /**
   * Holds a handle against being given to another order until the transaction ends.
   *
   * @return whether it still is not needed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(Unneeded handle) {
    lockAccount(handle.account());
    return unneeded().contains(handle);
  }

  /** Records that a handle was deleted, or no longer concerns us. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void released(Unneeded handle) {
    jdbc.sql(
            """
            update order_contact_handle set released_at = :now
            where order_id = :order and handle = :handle
            """)
        .param("order", handle.order())
        .param("handle", handle.handle())
        .param("now", now())
        .update();
  }

  private void lockAccount(String account) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('contact handles of ' || :account))")
        .param("account", account)
        .query((row, n) -> true)
        .single();
  }

  private static List<String> names(Collection<ContactRole> roles) {
    return roles.stream().map(ContactRole::name).toList();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
