package io.domainflow.process.transferwatch;

import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.Accounts;
import io.domainflow.order.progress.OrdersAwaitingRegistry;
import io.domainflow.process.order.RegistryUpdateSignal;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.command.ReadEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the registrar's events, each once. In the same transaction it notifies all orders that
 * wait for the event's name, whatever the event's class. An event for which no order waits stays
 * open for a day: it may have been faster than the order.
 */
@Repository
class EventInbox {

  private static final Logger log = LoggerFactory.getLogger(EventInbox.class);

  private static final Duration OPEN_FOR = Duration.ofDays(1);
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  /** A step must not take forever; the next watch notifies the others. */
  private static final int MOST_TOLD = 500;

  private static final String NOT_TOLD =
      """
      update registrar_event
      set handled_at = :now,
          handling = case when class = any(:known) then 'NOBODY_WAITS' else 'UNKNOWN_CLASS' end
      where handled_at is null and
      """;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final OrdersAwaitingRegistry waits;
  private final RegistryUpdateSignal news;
  private final Clock clock;
  private final RegistrarCodes codes;

  EventInbox(
      JdbcClient jdbc,
      Accounts accounts,
      OrdersAwaitingRegistry waits,
      RegistryUpdateSignal news,
      Clock clock,
      RegistrarCodes codes) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.waits = waits;
    this.news = news;
    this.clock = clock;
    this.codes = codes;
  }

  private record Open(String id, String domain) {}

  /** Stores events; to be called in a transaction. Known events change nothing. */
  void take(String account, List<ReadEvents.Event> events) {
    // Locked against the account's removal; without the account there is nobody to store them for.
    if (events.isEmpty() || accounts.findForOrder(account).isEmpty()) {
      return;
    }
    Set<String> unknown = new HashSet<>();
    for (ReadEvents.Event event : events) {
      ReceivedEvent received = ReceivedEvent.of(event);
      if (store(account, received) && !codes.documentedEvents().contains(received.type())) {
        unknown.add(received.type());
      }
    }
    if (!unknown.isEmpty()) {
      log.info("account {}: events of unknown classes: {}", account, unknown);
    }
    jdbc.sql(NOT_TOLD + "account = :account and domain is null")
        .param("account", account)
        .param("known", codes.documentedEvents().toArray(String[]::new))
        .param("now", utc(clock.instant()))
        .update();
  }

  // An event that is listed again after its deletion has to be deleted again.
  private boolean store(String account, ReceivedEvent event) {
    return jdbc.sql(
            """
            insert into registrar_event
              (account, id, class, subclass, domain, happened_at, received_at)
            values (:account, :id, :class, :subclass, :domain, :happened, :now)
            on conflict (account, id) do update set deleted_at = null
            where registrar_event.deleted_at is not null
            returning xmax = 0
            """)
        .param("account", account)
        .param("id", event.id())
        .param("class", event.type())
        .param("subclass", event.subtype())
        .param("domain", event.domain())
        .param("happened", event.at() == null ? null : utc(event.at()))
        .param("now", utc(clock.instant()))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Notifies all that wait for the name of an open event; to be called in a transaction. An order
   * that several events concern is notified once.
   */
  void handOver(String account) {
    List<Open> open = open(account);
    if (open.isEmpty()) {
      return;
    }
    Map<String, String> processes =
        waits.processes(account, open.stream().map(Open::domain).distinct().toList());
    Set<String> concerned =
        processes.entrySet().stream()
            .filter(process -> news.tell(process.getValue()))
            .limit(MOST_TOLD)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!concerned.isEmpty()) {
      jdbc.sql(
              """
              update registrar_event set handling = 'TOLD', handled_at = :now
              where account = :account and id = any(:ids)
              """)
          .param("account", account)
          .param("now", utc(clock.instant()))
          .param(
              "ids",
              open.stream()
                  .filter(event -> concerned.contains(event.domain()))
                  .map(Open::id)
                  .toArray(String[]::new))
          .update();
    }
  }

  // Locked, so that two watches of an account do not report the same event.
  private List<Open> open(String account) {
    return jdbc.sql(
            """
            select id, domain from registrar_event
            where account = :account and handled_at is null
            order by received_at, id for update
            """)
        .param("account", account)
        .query((row, n) -> new Open(row.getString("id"), row.getString("domain")))
        .list();
  }

  /**
   * Closes events for which nobody has waited within a day, and removes those that were handled
   * long ago.
   */
  void tidy() {
    Instant now = clock.instant();
    jdbc.sql(NOT_TOLD + "received_at < :before")
        .param("known", codes.documentedEvents().toArray(String[]::new))
        .param("now", utc(now))
        .param("before", utc(now.minus(OPEN_FOR)))
        .update();
    // An event that the registrar still lists would be stored as a new one.
    jdbc.sql("delete from registrar_event where handled_at < :before and deleted_at is not null")
        .param("before", utc(now.minus(KEPT_FOR)))
        .update();
  }

  /** Stored events that are still to be deleted at the registrar, oldest first. */
  List<String> undeleted(String account, int most) {
    return jdbc.sql(
            """
            select id from registrar_event where account = :account and deleted_at is null
            order by happened_at, id limit :most
            """)
        .param("account", account)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Records that an event is deleted at the registrar. */
  void deleted(String account, String id) {
    jdbc.sql("update registrar_event set deleted_at = :now where account = :account and id = :id")
        .param("account", account)
        .param("id", id)
        .param("now", utc(clock.instant()))
        .update();
  }

  void removeAll() {
    jdbc.sql("delete from registrar_event").update();
  }
}
