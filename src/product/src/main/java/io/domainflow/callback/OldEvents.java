package io.domainflow.callback;

import static io.domainflow.database.DatabaseTime.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes events that nobody will ask for, with the record of their deliveries. */
@Component
class OldEvents {

  private static final Logger log = LoggerFactory.getLogger(OldEvents.class);

  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  OldEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Deletes events that are finished for all endpoints. Deliveries still to be tried are kept;
   * those that only wait for a paused or disabled endpoint are not.
   */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void remove() {
    int removed =
        jdbc.sql(
                """
                delete from webhook_event v
                where v.occurred_at < :before and not exists (
                  select 1 from webhook_delivery d
                  join webhook_endpoint e on e.id = d.endpoint_id
                  where d.event_id = v.id and d.state = 'PENDING' and e.open)
                """)
            .param("before", utc(clock.instant().minus(KEPT)))
            .update();
    if (removed > 0) {
      log.info("{} events of webhooks that are older than {} were deleted", removed, KEPT);
    }
  }
}
