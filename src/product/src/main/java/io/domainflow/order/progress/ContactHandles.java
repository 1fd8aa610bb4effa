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
 * The registrar's handles for the contacts of orders. A handle that was created for an order and is
 * no longer needed has to be deleted at the registrar.
 */
@Repository
public class ContactHandles {

  private final JdbcClient jdbc;
  private final Clock clock;

  ContactHandles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A handle that was created for an order and is no longer needed. */
  public record Unneeded(UUID order, String account, String handle) {}

  /**
   * Records that the registrar is about to be asked for a handle. From then on no handle of the
   * account is deleted until the answer is recorded, because it could be the one in the answer.
   *
   * @return when it was first asked; empty if this is the first time
   */
  @Transactional
  public Optional<Instant> asking(ProvisioningOrder order, Collection<ContactRole> roles) {
    lockAccount(order.content().account());
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
   * Records the handle of a contact.
   *
   * @param made whether it was created for this order; otherwise it already existed
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
    // apart, so that one of very many uses of a handle ends the search
    return jdbc.sql(
            """
            select exists (
              select 1 from order_contact c join provisioning_order p on p.id = c.order_id
              where p.account = :account and p.owner = any(:owners)
                and c.registrar_handle = :handle)
            or exists (
              select 1 from order_contact c join provisioning_order p on p.id = c.order_id
              where p.account = :account and p.owner = any(:owners)
                and c.handle = :handle)
            """)
        .param("handle", handle)
        .param("account", account)
        .param("owners", owners)
        .query(Boolean.class)
        .single();
  }

  /** Records that the registrar refused to return a handle. */
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

  /** Orders that ended while the registrar was being asked for a handle. */
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

  // Usually there are none, and this query runs often.
  private boolean anyUnreleased() {
    return jdbc.sql("select exists (select 1 from order_contact_handle where released_at is null)")
        .query(Boolean.class)
        .single();
  }

  /**
   * Locks a handle, so that it is not given to another order before the transaction ends.
   *
   * @return whether it is still unneeded
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
