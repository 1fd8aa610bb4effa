package io.domainflow.callback;

import static io.domainflow.database.DatabaseTime.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.model.Announcement;
import io.domainflow.model.Announcements;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores an event in the transaction that caused it, so that neither exists without the other. If
 * nobody subscribes to it, nothing is written.
 */
@Component
class EventOutbox implements Announcements {

  // One statement, because each step of each order runs it. An endpoint that is just being removed
  // is skipped: otherwise the step would fail once it is gone.
  private static final String WRITE =
      """
      with wanting as (
        select id from webhook_endpoint
        where state <> 'DISABLED' and %s
        for key share skip locked
      ), event as (
        insert into webhook_event (id, type, occurred_at, body)
        select :id, :type, :now, :body where exists (select 1 from wanting)
        returning id
      )
      insert into webhook_delivery (endpoint_id, event_id, state, next_try_at)
      select wanting.id, event.id, 'PENDING', :now from wanting cross join event
      """;

  private static final String FOR_ALL_THAT_WANT_IT =
      WRITE.formatted("owner = any(:audience) and (types is null or :type = any(types))");
  private static final String FOR_ONE = WRITE.formatted("id = :endpoint");

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final RelaySignal bell;
  private final Clock clock;

  EventOutbox(JdbcClient jdbc, ObjectMapper json, RelaySignal bell, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void announce(Announcement announcement) {
    UUID id = UUID.randomUUID();
    if (write(jdbc.sql(FOR_ALL_THAT_WANT_IT), id, announcement) > 0) {
      bell.ringAfterCommit();
    }
  }

  /**
   * Announces an event to one endpoint only, whatever it subscribes to.
   *
   * @return the event; nothing is written if the endpoint is disabled
   */
  @Transactional(propagation = Propagation.MANDATORY)
  UUID announceTo(UUID endpoint, Announcement announcement) {
    UUID id = UUID.randomUUID();
    write(jdbc.sql(FOR_ONE).param("endpoint", endpoint), id, announcement);
    bell.ringAfterCommit();
    return id;
  }

  private int write(JdbcClient.StatementSpec statement, UUID id, Announcement announcement) {
    if (EventType.of(announcement.type()).isEmpty()) {
      throw new IllegalArgumentException("there are no events of type " + announcement.type());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return statement
        .param("id", id)
        .param("audience", announcement.audience().toArray(String[]::new))
        .param("type", announcement.type())
        .param("now", utc(now))
        .param("body", body(announcement, now))
        .update();
  }

  private String body(Announcement announcement, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", announcement.type());
    body.put("timestamp", now);
    body.put("data", announcement.data());
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an announcement has members that are not JSON", e);
    }
  }
}
