package io.domainflow.order.progress;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The setup of transferred names in the database. */
@Repository
public class TransferSetups {

  private final JdbcClient jdbc;
  private final Clock clock;

  TransferSetups(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The setup of an order's name. */
  public TransferSetup get(UUID order) {
    return jdbc.sql("select * from order_transfer_setup where order_id = :order")
        .param("order", order)
        .query((row, n) -> setup(row))
        .optional()
        .orElse(TransferSetup.NOT_BEGUN);
  }

  /**
   * Records the outcome for the transfer lock and the name servers.
   *
   * @param refusal the registrar's message; null if it did not refuse
   * @param pending whether the registry has yet to execute the change
   */
  public void settings(UUID order, @Nullable String refusal, boolean pending) {
    jdbc.sql(
            """
            insert into order_transfer_setup (order_id, settings_refusal, settings_pending)
            values (:order, :refusal, :pending)
            on conflict (order_id) do update
            set settings_refusal = :refusal, settings_pending = :pending
            """)
        .param("order", order)
        .param("refusal", refusal)
        .param("pending", pending)
        .update();
  }

  /** Records that the registrar has accepted the order's contacts. */
  public void contactsReplaced(UUID order) {
    contacts(order, now(), null);
  }

  /** Records the registrar's refusal of the order's contacts. */
  public void contactsRefused(UUID order, String words) {
    contacts(order, null, words);
  }

  private void contacts(UUID order, @Nullable OffsetDateTime replacedAt, @Nullable String refusal) {
    jdbc.sql(
            """
            insert into order_transfer_setup (order_id, contacts_replaced_at, contacts_refusal)
            values (:order, :replaced, :refusal)
            on conflict (order_id) do update
            set contacts_refusal = :refusal,
                contacts_replaced_at =
                  coalesce(:replaced, order_transfer_setup.contacts_replaced_at)
            """)
        .param("order", order)
        .param("replaced", replacedAt)
        .param("refusal", refusal)
        .update();
  }

  /**
   * Records the result of reading the name back.
   *
   * @param differences what differs from the order, one text each
   * @param tradeCreatedAt since when a change of registrant is under way; null if not stated
   */
  public void readBack(
      UUID order,
      List<String> differences,
      boolean withoutContacts,
      boolean tradePending,
      @Nullable Instant tradeCreatedAt) {
    jdbc.sql(
            """
            insert into order_transfer_setup
              (order_id, differences, without_contacts, trade_pending, trade_created_at)
            values (:order, :differences, :withoutContacts, :pending, :created)
            on conflict (order_id) do update
            set differences = :differences, without_contacts = :withoutContacts,
                trade_pending = :pending, trade_created_at = :created
            """)
        .param("order", order)
        .param("differences", differences.toArray(String[]::new))
        .param("withoutContacts", withoutContacts)
        .param("pending", tradePending)
        .param("created", utc(tradeCreatedAt))
        .update();
  }

  private static TransferSetup setup(ResultSet row) throws SQLException {
    return new TransferSetup(
        row.getString("settings_refusal"),
        row.getBoolean("settings_pending"),
        instantOrNull(row, "contacts_replaced_at"),
        row.getString("contacts_refusal"),
        Arrays.asList((String[]) row.getArray("differences").getArray()),
        row.getBoolean("without_contacts"),
        row.getBoolean("trade_pending"),
        instantOrNull(row, "trade_created_at"));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }
}
