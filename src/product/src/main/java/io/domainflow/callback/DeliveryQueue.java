package io.domainflow.callback;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pending deliveries, shared by all nodes. A node reserves what it tries; if it dies, another
 * one takes over when the reservation ends.
 */
@Repository
class DeliveryQueue {

  /** Longer than any try takes. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Concurrent tries per endpoint. */
  static final int MOST_AT_ONE_ENDPOINT = 2;

  // Longer than a receiver needs that only stores an event and answers.
  private static final Duration LONG = Duration.ofSeconds(1);

  // Those tried longest ago come first.
  private static final String CLAIM =
      """
      with due as (
        select next.id from (
          select e.id from webhook_endpoint e
          where e.open and :hanging = (e.failing_since is not null or e.slow
            or exists (select 1 from webhook_delivery x
              where x.endpoint_id = e.id and x.lease is not null
                and x.leased_until > :now and x.leased_until <= :untilOfLong))
          order by e.last_tried_at nulls first) e
        cross join lateral (
          select d.id from webhook_delivery d
          where d.endpoint_id = e.id and d.state = 'PENDING' and d.next_try_at <= :now
            and (d.lease is null or d.leased_until <= :now) and d.id <> all(:inWork)
          order by d.next_try_at, d.seq
          limit greatest(0, :mostThere - (select count(*) from webhook_delivery x
            where x.endpoint_id = e.id and x.lease is not null and x.leased_until > :now))
          for update skip locked) next
        limit :most)
      update webhook_delivery d set lease = :node, leased_until = :until
      from due, webhook_endpoint e, webhook_event v
      where d.id = due.id and e.id = d.endpoint_id and v.id = d.event_id
      returning d.id, e.id as endpoint_id, e.url, v.id as event_id, v.body
      """;

  private final JdbcClient jdbc;
  private final Endpoints endpoints;
  private final EndpointEscalation desk;
  private final Clock clock;

  DeliveryQueue(JdbcClient jdbc, Endpoints endpoints, EndpointEscalation desk, Clock clock) {
    this.jdbc = jdbc;
    this.endpoints = endpoints;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Whether anything can be reserved: a query that runs while nothing happens must be cheap,
   * however many deliveries wait for paused endpoints.
   */
  boolean hasDue() {
    return jdbc.sql(
            """
            select exists (select 1 from webhook_endpoint e
              cross join lateral (
                select 1 from webhook_delivery d
                where d.endpoint_id = e.id and d.state = 'PENDING' and d.next_try_at <= :now
                  and (d.lease is null or d.leased_until <= :now)
                limit 1) due
              where e.open)
            """)
        .param("now", utc(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  /**
   * Reserves deliveries that are due.
   *
   * @param node who reserves them
   * @param hanging whether to reserve deliveries to endpoints that block threads, or to the others;
   *     see {@link Claimed}
   * @param inWork what the node is working on, which is not reserved again, whatever the clock says
   */
  List<Claimed> claim(UUID node, boolean hanging, int most, Collection<UUID> inWork) {
    if (most <= 0) {
      return List.of();
    }
    Instant now = clock.instant();
    return jdbc.sql(CLAIM)
        .param("now", utc(now))
        .param("until", utc(now.plus(LEASE)))
        .param("node", node)
        .param("hanging", hanging)
        .param("untilOfLong", utc(now.plus(LEASE).minus(LONG)))
        // one is enough to see whether it works again
        .param("mostThere", hanging ? 1 : MOST_AT_ONE_ENDPOINT)
        .param("most", most)
        .param("inWork", inWork.toArray(UUID[]::new))
        .query((row, n) -> claimed(row, hanging))
        .list();
  }

  /**
   * Records the result of an attempt, unless the node's reservation has ended and another node has
   * it by now.
   */
  @Transactional
  void record(UUID node, Claimed delivery, TryOutcome outcome) {
    Optional<WebhookEndpoint> endpoint = endpoints.lock(delivery.endpoint());
    if (endpoint.isEmpty()) {
      return;
    }
    Optional<Integer> triesBefore = heldTries(node, delivery);
    if (triesBefore.isEmpty()) {
      return;
    }
    int tries = triesBefore.get() + 1;
    boolean last = tries >= DeliverySchedule.TRIES;
    if (outcome.delivered()) {
      finish(delivery, Delivery.State.DELIVERED);
    } else if (last) {
      finish(delivery, Delivery.State.EXHAUSTED);
    } else {
      tryAgainAt(
          delivery, clock.instant().plus(DeliverySchedule.waitAfter(tries, outcome.retryAfter())));
    }
    keep(delivery, outcome);
    tried(delivery, outcome);
    if (outcome.delivered()) {
      succeeded(endpoint.get());
    } else {
      failed(endpoint.get(), outcome, last);
    }
  }

  /** Releases a delivery that was reserved and not tried. */
  void release(UUID node, Claimed delivery) {
    jdbc.sql(
            """
            update webhook_delivery set lease = null, leased_until = null
            where id = :id and lease = :node
            """)
        .param("id", delivery.id())
        .param("node", node)
        .update();
  }

  /** When the next delivery becomes due after this time. */
  Optional<Instant> nextDueAfter(Instant now) {
    return jdbc.sql(
            """
            select min(greatest(d.next_try_at, d.leased_until)) as next
            from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
            where d.state = 'PENDING' and e.open
              and greatest(d.next_try_at, d.leased_until) > :now
            """)
        .param("now", utc(now))
        .query((row, n) -> Optional.ofNullable(instantOrNull(row, "next")))
        .single();
  }

  /** How many deliveries are due by then, or being tried by this node. */
  int unfinishedAt(UUID node, Instant now) {
    return jdbc.sql(
            """
            select count(*) from webhook_delivery d
            join webhook_endpoint e on e.id = d.endpoint_id
            where d.state = 'PENDING' and e.open and d.next_try_at <= :now
              and (d.lease is null or d.leased_until <= :now or d.lease = :node)
            """)
        .param("now", utc(now))
        .param("node", node)
        .query(Integer.class)
        .single();
  }

  // The present number: somebody may have asked meanwhile to send it again.
  private Optional<Integer> heldTries(UUID node, Claimed delivery) {
    return jdbc.sql(
            "select tries from webhook_delivery where id = :id and lease = :node for update")
        .param("id", delivery.id())
        .param("node", node)
        .query(Integer.class)
        .optional();
  }

  private void finish(Claimed delivery, Delivery.State state) {
    jdbc.sql(
            """
            update webhook_delivery set state = :state, tries = tries + 1, next_try_at = null,
              lease = null, leased_until = null, finished_at = :now
            where id = :id
            """)
        .param("state", state.name())
        .param("now", utc(clock.instant()))
        .param("id", delivery.id())
        .update();
  }

  private void tryAgainAt(Claimed delivery, Instant next) {
    jdbc.sql(
            """
            update webhook_delivery set tries = tries + 1, next_try_at = :next,
              lease = null, leased_until = null
            where id = :id
            """)
        .param("next", utc(next))
        .param("id", delivery.id())
        .update();
  }

  private void keep(Claimed delivery, TryOutcome outcome) {
    jdbc.sql(
            """
            insert into webhook_try (delivery_id, number, at, millis, status, error)
            select :id, coalesce(max(number), 0) + 1, :at, :millis, :status, :error
            from webhook_try where delivery_id = :id
            """)
        .param("id", delivery.id())
        .param("at", utc(outcome.at()))
        .param("millis", outcome.took().toMillis())
        .param("status", outcome.status())
        .param("error", outcome.error())
        .update();
  }

  private void tried(Claimed delivery, TryOutcome outcome) {
    jdbc.sql("update webhook_endpoint set last_tried_at = :at, slow = :slow where id = :id")
        .param("at", utc(outcome.at()))
        .param("slow", outcome.took().compareTo(LONG) > 0)
        .param("id", delivery.endpoint())
        .update();
  }

  private void succeeded(WebhookEndpoint endpoint) {
    if (endpoint.failingSince() == null) {
      return;
    }
    jdbc.sql(
            """
            update webhook_endpoint set failing_since = null, last_error = null where id = :id
            """)
        .param("id", endpoint.id())
        .update();
    desk.close(endpoint.id());
  }

  private void failed(WebhookEndpoint endpoint, TryOutcome outcome, boolean last) {
    jdbc.sql(
            """
            update webhook_endpoint set failing_since = coalesce(failing_since, :at),
              last_error = :error where id = :id
            """)
        .param("at", utc(outcome.at()))
        .param("error", outcome.error())
        .param("id", endpoint.id())
        .update();
    if (outcome.gone()) {
      endpoints.disable(endpoint.id(), "The receiver answered 410: it no longer wants events.");
    }
    if (outcome.gone() || last) {
      desk.ask(endpoint);
    }
  }

  private static Claimed claimed(ResultSet row, boolean hanging) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        row.getObject("endpoint_id", UUID.class),
        row.getString("url"),
        row.getObject("event_id", UUID.class),
        row.getString("body"),
        hanging);
  }
}
