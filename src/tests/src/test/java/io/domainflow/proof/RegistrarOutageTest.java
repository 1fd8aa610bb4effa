package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The registrar is not available for two days (half a day in the short build) while orders wait,
 * half of them with an uncertain purchase: without anybody's help, all are done within 15 minutes
 * of its return.
 */
@DomainflowTest
class RegistrarOutageTest {

  private static final int OUTAGE_HOURS = BuildSize.choose(6, 48, 48);
  private static final String AFTER_RETURN = "PT15M";

  /**
   * However many orders wait, one call in five minutes is tried for the account; twice that is
   * allowed.
   */
  private static final double MOST_REQUESTS_PER_MINUTE = 0.4;

  private final Registrations registrations;
  private final Caller admin;

  @Autowired
  RegistrarOutageTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.noFaults();
  }

  @Test
  void isWaitedOutByEveryOrderWithoutAnIncident() {
    int ofOthers = incidents();
    int orders = BuildSize.choose(4, 4, 50);
    List<String> domains = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      String domain = freshName("com");
      if (i % 2 == 0) {
        fault("AddDomain", "RESET_AFTER", 1, domain);
        fault("StatusDomain", "REFUSE", 1_000_000, domain);
      } else {
        fault("CheckDomains", "REFUSE", 1_000_000, domain);
      }
      domains.add(domain);
      references.add(registrations.place(domain));
    }
    for (int i = 0; i < orders; i++) {
      registrations.awaitWaitingFor(
          references.get(i), i % 2 == 0 ? "OUTCOME_UNKNOWN" : "REGISTRAR_UNREACHABLE");
    }
    fault("*", "REFUSE", 1_000_000, "*");
    List<Integer> triesLeft = triesLeft(references);

    Instant away = Instant.parse(registrations.now());
    for (int hour = 0; hour < OUTAGE_HOURS; hour++) {
      registrations.advance("PT1H");
    }
    int incidents = incidents() - ofOthers;
    assertThat(triesLeft(references)).as("used up none of its tries").isEqualTo(triesLeft);
    Instant back = Instant.parse(registrations.now());
    Map<Instant, Integer> during = perMinute(away.plus(1, ChronoUnit.HOURS));
    registrations.noFaults();
    registrations.advance(AFTER_RETURN);

    Map<Instant, Integer> after = perMinute(back);
    int done = 0;
    for (int i = 0; i < orders; i++) {
      String status = registrations.get(references.get(i)).path("status").asText();
      done += status.equals("COMPLETED") ? 1 : 0;
      assertThat(registrations.ledger(domains.get(i))).hasSize(1);
    }
    int asked = during.values().stream().mapToInt(Integer::intValue).sum();
    double mean = asked / (double) Duration.between(away, back).minusHours(1).toMinutes();
    Figures.write(
        "registrar-outage",
        "%d orders, registrar away for %d h of virtual time: %d incidents, %d done within %s of its return"
            .formatted(orders, OUTAGE_HOURS, incidents, done, AFTER_RETURN),
        "requests per minute: away %.1f on average and %d at most, after the return %d at most"
            .formatted(mean, most(during), most(after)));
    assertThat(incidents).isZero();
    assertThat(done).isEqualTo(orders);
    assertThat(mean).isLessThanOrEqualTo(MOST_REQUESTS_PER_MINUTE);
  }

  /** The number of requests in each minute since a time; the last 100 000 are kept. */
  private Map<Instant, Integer> perMinute(Instant since) {
    Map<Instant, Integer> minutes = new TreeMap<>();
    for (JsonNode request : registrations.requests("since=" + since)) {
      Instant at = Instant.parse(request.get("at").asText());
      minutes.merge(at.truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum);
    }
    return minutes;
  }

  private static int most(Map<Instant, Integer> minutes) {
    return minutes.values().stream().max(Integer::compareTo).orElse(0);
  }

  /** The remaining tries of each step with which these orders ask the registrar. */
  private List<Integer> triesLeft(List<String> orders) {
    return StreamSupport.stream(
            admin.get("/engine-rest/external-task?sortBy=id&sortOrder=asc").body().spliterator(),
            false)
        .filter(step -> orders.contains(step.get("businessKey").asText()))
        .map(step -> step.get("retries").asInt(-1))
        .toList();
  }

  private int incidents() {
    return admin.get("/engine-rest/incident/count").body().get("count").asInt();
  }

  private void fault(String command, String fault, int times, String domain) {
    registrations.fault(
        "{'command': '%s', 'fault': '%s', 'times': %d, 'domain': '%s'}"
            .formatted(command, fault, times, domain));
  }
}
