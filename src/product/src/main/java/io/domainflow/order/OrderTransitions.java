package io.domainflow.order;

import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Announcement;
import io.domainflow.model.Announcements;
import io.domainflow.owner.Callers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Changes the status of orders. Each change is recorded as an event and announced once, in the
 * transaction of the step that causes it. Automatic retries show in the order's status; they are
 * recorded once per outage and not announced, because nobody has to act, and receivers would need a
 * second message when the retry succeeds.
 */
@Repository
class OrderTransitions {

  /**
   * What can interrupt a step. The order's actual wait is still the one before the interruption.
   */
  private static final String[] INTERRUPTIONS =
      WaitingFor.INTERRUPTIONS.stream().map(Enum::name).toArray(String[]::new);

  private final JdbcClient jdbc;
  private final Announcements announcements;
  private final Callers callers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final RowMapper<ProvisioningOrder> mapper;

  OrderTransitions(
      JdbcClient jdbc,
      Announcements announcements,
      Callers callers,
      ApplicationEventPublisher events,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.announcements = announcements;
    this.callers = callers;
    this.events = events;
    this.clock = clock;
    this.mapper = new OrderRowMapper(json);
  }

  /** Records and announces an order that was just stored. */
  void placed(ProvisioningOrder order) {
    jdbc.sql(
            """
            insert into order_event (order_id, at, kind, by) values (:id, :now, 'PLACED', :login)
            """)
        .param("id", order.id())
        .param("now", utc(order.createdAt()))
        .param("login", order.login())
        .update();
    announce("order.created", order);
    events.publishEvent(new OrderPlaced(order.content().operation()));
  }

  /** Announces that the cost of an order differs from the price it stated. */
  void priceCorrected(ProvisioningOrder order) {
    announce("order.price_corrected", order);
  }

  /** Announces that the outcome of an ended order has changed. */
  void outcomeCorrected(ProvisioningOrder order) {
    announce("order.outcome_corrected", order);
  }

  /**
   * Sets the order to waiting, from now on or still. Setting the same wait again after attempts or
   * checks does not start a new one.
   *
   * @param insteadOfTask whether to set it even while a person has a task for the order
   */
  void waiting(UUID id, WaitingFor waitingFor, boolean insteadOfTask) {
    lock(id);
    jdbc.sql(
            """
            with before as (
              select id,
                case when waiting_who = :who and waiting_code = :code then null
                  else waiting_who end as waited_for
              from provisioning_order
              where id = :id and status in ('IN_PROGRESS', 'WAITING')
                and (:insteadOfTask or waiting_task_id is null)),
            latest as (
              select kind, who, code from order_event where order_id = :id order by id desc limit 1),
            begun as (
              select min(at) as at from order_event
              where order_id = :id and kind = 'WAITING' and who = :who and code = :code
                and id > coalesce((
                  select max(id) from order_event
                  where order_id = :id and (kind = 'IN_PROGRESS' and code is null
                    or kind = 'WAITING' and (who <> :who or code <> :code)
                      and code <> all(:interruptions))), 0)),
            changed as (
              update provisioning_order o
              set status = 'WAITING', waiting_who = :who, waiting_code = :code,
                  waiting_what = :what, waiting_until = :until, waiting_task_id = :task,
                  waiting_since = coalesce(begun.at, :now), %s,
                  updated_at = :now
              from before cross join begun where o.id = before.id
              returning o.*),
            noted as (
              insert into order_event (order_id, at, kind, who, code, text)
              select id, :now, 'WAITING', :who, :code, :what from before
              where not exists (
                select 1 from latest where kind = 'WAITING' and who = :who and code = :code)
              returning order_id)
            select changed.* from changed join noted on noted.order_id = changed.id
            """
                .formatted(addWait("before.waited_for")))
        .param("insteadOfTask", insteadOfTask)
        .param("id", id)
        .param("who", waitingFor.who().name())
        .param("code", waitingFor.code().name())
        .param("what", waitingFor.what())
        .param("until", utc(waitingFor.until()))
        .param("task", waitingFor.taskId())
        .param("interruptions", INTERRUPTIONS)
        .param("now", utc(clock.instant()))
        .query(mapper)
        .optional()
        .filter(order -> !WaitingFor.TRIED_AGAIN.contains(waitingFor.code()))
        .ifPresent(order -> announce("order.waiting", order));
  }

  /**
   * Lets the order continue; a mere retry of a step is not an event, unless the order was waiting
   * before.
   *
   * @param forGood false if the order may turn out to be still waiting for the same thing
   */
  void inProgress(UUID id, boolean forGood) {
    jdbc.sql(
            """
            with before as (
              select id, waiting_who, waiting_code from provisioning_order
              where id = :id and status = 'WAITING' for no key update),
            changed as (
              update provisioning_order o
              set status = 'IN_PROGRESS', waiting_who = null, waiting_code = null,
                  waiting_what = null, waiting_until = null, waiting_task_id = null,
                  waiting_since = null, %s,
                  updated_at = :now
              from before where o.id = before.id
              returning o.*),
            noted as (
              insert into order_event (order_id, at, kind, who, code)
              select id, :now, 'IN_PROGRESS',
                case when not :forGood then waiting_who end,
                case when not :forGood then waiting_code end
              from before
              where waiting_code <> all(:triedAgain) or 'WAITING' = (
                select kind from order_event
                where order_id = :id and kind in ('WAITING', 'IN_PROGRESS')
                  and (kind = 'IN_PROGRESS' or code <> all(:triedAgain))
                order by id desc limit 1)
              returning order_id)
            select changed.* from changed join noted on noted.order_id = changed.id
            """
                .formatted(addWait("o.waiting_who")))
        .param("id", id)
        .param("forGood", forGood)
        .param("triedAgain", WaitingFor.TRIED_AGAIN.stream().map(Enum::name).toArray(String[]::new))
        .param("now", utc(clock.instant()))
        .query(mapper)
        .optional()
        .ifPresent(order -> announce("order.in_progress", order));
  }

  /**
   * Ends the order and deletes its auth code.
   *
   * @param by the login that ended it; null for its process
   * @return the order without its contents; empty if it had already ended
   */
  Optional<ProvisioningOrder> end(UUID id, OrderStatus status, @Nullable String by) {
    Optional<ProvisioningOrder> ended =
        jdbc.sql(
                """
            with changed as (
              update provisioning_order o
              set status = :status, waiting_who = null, waiting_code = null, waiting_what = null,
                  waiting_until = null, waiting_task_id = null, waiting_since = null, %s,
                  ended_at = :now, updated_at = :now
              where id = :id and status in ('IN_PROGRESS', 'WAITING')
              returning *),
            noted as (
              insert into order_event (order_id, at, kind, text, by)
              select id, :now, :status,
                case :status when 'COMPLETED' then outcome_code
                  when 'FAILED' then failure_message end,
                :by
              from changed),
            forgotten as (
              delete from order_auth_code where order_id in (select id from changed))
            select * from changed
            """
                    .formatted(addWait("o.waiting_who")))
            .param("id", id)
            .param("status", status.name())
            .param("by", by)
            .param("now", utc(clock.instant()))
            .query(mapper)
            .optional();
    ended.ifPresent(order -> announce("order." + status.name().toLowerCase(Locale.ROOT), order));
    return ended;
  }

  /**
   * Adds the duration of a wait that ends now to the total time that the order has waited for
   * people or for the registrar; parts already added count once. A clock that was set back
   * subtracts nothing.
   *
   * @param who SQL expression for whom the order waited; null if no wait ends
   */
  private static String addWait(@Nullable String who) {
    String waited =
        "greatest(0, coalesce(extract(epoch from"
            + " :now - greatest(o.waiting_since, o.waits_added_until)) * 1000, 0))::bigint";
    return """
        waits_added_until = case when %1$s is null then o.waits_added_until else :now end,
        people_ms = o.people_ms + case when %1$s <> 'REGISTRAR' then %2$s else 0 end,
        registrar_ms = o.registrar_ms + case when %1$s = 'REGISTRAR' then %2$s else 0 end"""
        .formatted(who, waited);
  }

  // A statement sees only events that existed when it began: another step that records the same
  // event must have committed before.
  private void lock(UUID id) {
    jdbc.sql("select id from provisioning_order where id = :id for no key update")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  private void announce(String type, ProvisioningOrder order) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", order.id().toString());
    data.put("reference", order.content().reference().text());
    data.put("operation", order.content().operation().name());
    data.put("account", order.content().account());
    data.put("domain", order.content().domain().ascii());
    data.put("status", order.status().name());
    data.put("waitingFor", WaitView.of(order));
    data.put("outcome", order.status() == OrderStatus.COMPLETED ? order.outcome() : null);
    data.put("failure", order.status() == OrderStatus.FAILED ? order.failure() : null);
    data.put("charged", order.charged().name());
    data.put("price", Cost.of(order));
    data.put("metadata", order.content().metadata());
    data.put("href", "/api/v1/orders/" + order.id());
    announcements.announce(
        new Announcement(callers.audience(order.owner(), order.login()), type, data));
  }
}
