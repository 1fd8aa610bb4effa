package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Resettable;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.progress.SuspensionPlan.HoldChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that are suspended or cancelled at the end of their period, in the database. */
@Repository
public class Suspensions implements Resettable {

  private final JdbcClient jdbc;
  private final Clock clock;

  Suspensions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The stored suspension of a name in an account; empty if there is none, or if the name has since
   * arrived in the account again and so counts as a different name.
   */
  public Optional<Suspension> find(String account, DomainName domain) {
    return Optional.ofNullable(find(account, List.of(domain)).get(domain.ascii()));
  }

  /** The same for several names in an account, by their ASCII form. */
  public Map<String, Suspension> find(String account, Collection<DomainName> domains) {
    Map<String, Suspension> found = new HashMap<>();
    jdbc.sql(
            """
            select * from domain_suspension s
            where account = :account and domain = any(:domains)
              and not exists (
                select 1 from provisioning_order o
                where o.account = s.account and o.domain = s.domain
                  and o.operation in ('REGISTER', 'TRANSFER') and o.status = 'COMPLETED'
                  and o.created_at > s.since)
            """)
        .param("account", account)
        .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
        .query(
            row -> {
              found.put(row.getString("domain"), suspension(row));
            });
    return found;
  }

  /**
   * Records that an order has set the renewal mode of its name. The state before the first such
   * order is kept; a name that was put on hold stays on hold.
   */
  public void remember(
      ProvisioningOrder order, Suspension.Kind kind, @Nullable RenewalMode modeBefore) {
    jdbc.sql(
            """
            insert into domain_suspension (account, domain, kind, since, mode_before, mode_set,
              order_id)
            values (:account, :domain, :kind, :now, :before, :set, :order)
            on conflict (account, domain) do update
            set kind = excluded.kind, mode_before = excluded.mode_before,
                mode_set = excluded.mode_set, order_id = excluded.order_id,
                since = case when domain_suspension.kind = excluded.kind
                  then domain_suspension.since else excluded.since end
            """)
        .param("account", order.content().account())
        .param("domain", order.content().domain().ascii())
        .param("kind", kind.name())
        .param("now", utc(clock.instant()))
        .param("before", name(modeBefore))
        .param("set", order.content().as(SuspensionOrder.class).renewalMode().name())
        .param("order", order.id())
        .update();
  }

  /** Records whether Domainflow put the name on hold. */
  public void held(String account, DomainName domain, boolean held) {
    jdbc.sql(
            """
            update domain_suspension set hold_set = :held
            where account = :account and domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("held", held)
        .update();
  }

  /** Deletes the record of a name that was reactivated, deleted or registered anew. */
  public void forget(String account, DomainName domain) {
    jdbc.sql("delete from domain_suspension where account = :account and domain = :domain")
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /** Records the plan of an order, replacing an earlier one. */
  public void plan(UUID order, SuspensionPlan plan) {
    jdbc.sql(
            """
            insert into order_suspension (order_id, mode_before, mode_found, take_back,
              hold_change)
            values (:order, :before, :found, :takeBack, :hold)
            on conflict (order_id) do update
            set mode_before = excluded.mode_before, mode_found = excluded.mode_found,
                take_back = excluded.take_back, hold_change = excluded.hold_change,
                hold_refusal = null
            """)
        .param("order", order)
        .param("before", name(plan.modeBefore()))
        .param("found", name(plan.modeFound()))
        .param("takeBack", plan.takeBack())
        .param("hold", plan.holdChange() == null ? null : plan.holdChange().name())
        .update();
  }

  /**
   * The plan of an order.
   *
   * @throws IllegalStateException if there is none
   */
  public SuspensionPlan plan(UUID order) {
    return jdbc.sql("select * from order_suspension where order_id = :order")
        .param("order", order)
        .query((row, n) -> plan(row))
        .optional()
        .orElseThrow(() -> new IllegalStateException("nothing is planned for order " + order));
  }

  /** Records that the registrar refused to put the name on hold. */
  public void holdRefused(UUID order, String words) {
    jdbc.sql("update order_suspension set hold_refusal = :words where order_id = :order")
        .param("order", order)
        .param("words", words)
        .update();
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from domain_suspension").update();
  }

  private static Suspension suspension(ResultSet row) throws SQLException {
    return new Suspension(
        Suspension.Kind.valueOf(row.getString("kind")),
        instant(row, "since"),
        modeOrNull(row, "mode_before"),
        RenewalMode.valueOf(row.getString("mode_set")),
        row.getBoolean("hold_set"));
  }

  private static SuspensionPlan plan(ResultSet row) throws SQLException {
    String hold = row.getString("hold_change");
    return new SuspensionPlan(
        modeOrNull(row, "mode_before"),
        modeOrNull(row, "mode_found"),
        row.getBoolean("take_back"),
        hold == null ? null : HoldChange.valueOf(hold),
        row.getString("hold_refusal"));
  }

  private static @Nullable RenewalMode modeOrNull(ResultSet row, String column)
      throws SQLException {
    String mode = row.getString(column);
    return mode == null ? null : RenewalMode.valueOf(mode);
  }

  private static @Nullable String name(@Nullable RenewalMode mode) {
    return mode == null ? null : mode.name();
  }
}
