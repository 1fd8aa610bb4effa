package io.domainflow.callback;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.Announcement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists what was sent to endpoints, for people, and sends it again. */
@Repository
public class Deliveries {

  private static final String SELECT =
      """
      select d.*, v.type, v.occurred_at, v.body
      from webhook_delivery d join webhook_event v on v.id = d.event_id
      where d.endpoint_id = :endpoint
      """;

  private static final String SEND_AGAIN =
      """
      update webhook_delivery d set state = 'PENDING', tries = 0, next_try_at = :now,
        finished_at = null
      where d.endpoint_id = :endpoint
      """;

  private final JdbcClient jdbc;
  private final EventOutbox outbox;
  private final RelaySignal bell;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, EventOutbox outbox, RelaySignal bell, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * The deliveries to an endpoint, newest first.
   *
   * @param state null for all
   * @param before position of the last delivery of the previous page; null for the first page
   * @param most maximum number of deliveries
   */
  @Transactional(readOnly = true)
  public List<Delivery> page(
      UUID endpoint, Delivery.@Nullable State state, @Nullable Long before, int most) {
    List<Row> rows =
        jdbc.sql(
                SELECT
                    + """
                    and (:state::text is null or d.state = :state)
                    and (:before::bigint is null or d.seq < :before)
                    order by d.seq desc limit :most
                    """)
            .param("endpoint", endpoint)
            .param("state", state == null ? null : state.name())
            .param("before", before)
            .param("most", most)
            .query((row, n) -> Row.of(row))
            .list();
    Map<UUID, List<Delivery.Try>> tries = tries(rows.stream().map(Row::id).toList());
    return rows.stream().map(row -> row.with(tries.getOrDefault(row.id(), List.of()))).toList();
  }

  /** A delivery to an endpoint. */
  @Transactional(readOnly = true)
  public Optional<Delivery> find(UUID endpoint, UUID id) {
    return jdbc.sql(SELECT + "and d.id = :id")
        .param("endpoint", endpoint)
        .param("id", id)
        .query((row, n) -> Row.of(row))
        .optional()
        .map(row -> row.with(tries(List.of(id)).getOrDefault(id, List.of())));
  }

  /**
   * Sends a delivery again now, under the same id, whatever its state.
   *
   * @return false if there is none
   */
  @Transactional
  public boolean sendAgain(UUID endpoint, UUID id) {
    bell.ringAfterCommit();
    return jdbc.sql(SEND_AGAIN + "and d.id = :id")
            .param("endpoint", endpoint)
            .param("id", id)
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /**
   * Sends again, now, all events since that time that have not arrived.
   *
   * @param since null for all stored events
   * @return how many
   */
  @Transactional
  public int sendAgainSince(UUID endpoint, @Nullable Instant since) {
    bell.ringAfterCommit();
    return jdbc.sql(
            SEND_AGAIN
                + """
                and d.state <> 'DELIVERED' and (:since::timestamptz is null or exists (
                  select 1 from webhook_event v where v.id = d.event_id and v.occurred_at >= :since))
                """)
        .param("endpoint", endpoint)
        .param("since", utc(since))
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Sends a test event to an endpoint. */
  @Transactional
  public Delivery test(WebhookEndpoint endpoint) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("webhook", endpoint.id().toString());
    UUID event =
        outbox.announceTo(
            endpoint.id(),
            new Announcement(Set.of(endpoint.owner()), EventType.WEBHOOK_TEST.text(), data));
    return jdbc.sql(SELECT + "and d.event_id = :event")
        .param("endpoint", endpoint.id())
        .param("event", event)
        .query((row, n) -> Row.of(row))
        .single()
        .with(List.of());
  }

  /** The number of deliveries to an endpoint in a state. */
  public int count(UUID endpoint, Delivery.State state) {
    return jdbc.sql(
            "select count(*) from webhook_delivery where endpoint_id = :endpoint and state = :state")
        .param("endpoint", endpoint)
        .param("state", state.name())
        .query(Integer.class)
        .single();
  }

  private Map<UUID, List<Delivery.Try>> tries(List<UUID> deliveries) {
    Map<UUID, List<Delivery.Try>> tries = new HashMap<>();
    jdbc.sql("select * from webhook_try where delivery_id = any(:ids) order by delivery_id, number")
        .param("ids", deliveries.toArray(UUID[]::new))
        .query(
            row -> {
              tries
                  .computeIfAbsent(
                      row.getObject("delivery_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Delivery.Try(
                          instant(row, "at"),
                          row.getInt("millis"),
                          row.getObject("status", Integer.class),
                          row.getString("error")));
            });
    return tries;
  }

  /** A delivery whose tries are still to be read. */
  private record Row(
      UUID id,
      long position,
      UUID eventId,
      String type,
      Instant occurredAt,
      String body,
      Delivery.State state,
      @Nullable Instant nextTryAt,
      @Nullable Instant finishedAt) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          row.getLong("seq"),
          row.getObject("event_id", UUID.class),
          row.getString("type"),
          instant(row, "occurred_at"),
          row.getString("body"),
          Delivery.State.valueOf(row.getString("state")),
          instantOrNull(row, "next_try_at"),
          instantOrNull(row, "finished_at"));
    }

    Delivery with(List<Delivery.Try> tries) {
      return new Delivery(
          id, position, eventId, type, occurredAt, body, state, nextTryAt, finishedAt, tries);
    }
  }
}
