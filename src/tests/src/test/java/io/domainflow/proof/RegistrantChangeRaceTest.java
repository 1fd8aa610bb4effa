package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.build.BuildSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Changes of registrant are decided in the same seconds in which their time ends: by the prior
 * registrant during a check, by the registry in the second of the deadline, and by the registry
 * during the cancellation.
 */
class RegistrantChangeRaceTest extends RegistrantChangeRace {

  private static final int BATCHES = 4;
  private static final Duration AROUND = Duration.ofSeconds(4);

  private static final String NOT_CONFIRMED = "FAILED with NOT_CONFIRMED_IN_TIME";
  private static final String DECLINED = "FAILED with PRIOR_REGISTRANT_DECLINED";

  private final RuntimeService runtime;

  @Autowired
  RegistrantChangeRaceTest(@LocalServerPort int port, RuntimeService runtime) {
    super(port);
    this.runtime = runtime;
  }

  @Test
  void endsOnceAndAsTheRegistrarDecided() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int races = 0;
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      for (boolean events : List.of(true, false)) {
        races += run(profile + (events ? ", events" : ""), events);
      }
    }

    Figures.write(
        "registrant-change-race",
        "%d changes of registrant decided within %d s of their deadline or cancellation, %d readings of the registrar, with and without events"
            .formatted(races, AROUND.toSeconds(), BuildSize.readings().size()),
        "ends: "
            + ends
            + ", cancelled at the registrar: "
            + cancelled
            + ", cancelled too late: "
            + tooLate,
        "not as the registrar says: " + problems.size());
    assertThat(problems).isEmpty();
    assertThat(ends).containsOnlyKeys("COMPLETED", NOT_CONFIRMED, DECLINED);
  }

  private int run(String batch, boolean events) {
    String begun = stories.now();
    List<Race> races = place();
    Map<String, Instant> deadlines = new HashMap<>();
    for (Race race : races) {
      String until =
          stories
              .awaitWaitingFor(race.reference(), "CONFIRMATION")
              .at("/waitingFor/until")
              .asText();
      deadlines.put(race.domain(), Instant.parse(until));
    }
    Instant first = deadlines.values().stream().min(Instant::compareTo).orElseThrow();
    Instant last = deadlines.values().stream().max(Instant::compareTo).orElseThrow();

    advanceTo(first.minus(Duration.ofDays(1)));
    Map<String, JsonNode> mails = mails();
    races.stream()
        .filter(race -> race.way() == Way.AT_CANCELLATION)
        .forEach(race -> stories.follow(mails.get(race.domain()), "confirm"));
    advanceTo(first.minus(AROUND));
    answerMails(races, deadlines, last.plus(AROUND), mails, events);
    stories.advance("P3D");

    judge(batch, races, begun);
    return races.size();
  }

  private List<Race> place() {
    List<Race> races = new ArrayList<>();
    int names = BuildSize.choose(24, 80, 200) / BATCHES;
    for (int i = 0; i < names; i++) {
      Way way = Way.of(i);
      long seconds = random.nextLong(2 * AROUND.toSeconds() + 1) - AROUND.toSeconds();
      Race race =
          new Race(freshName("com"), null, way, random.nextInt(4) > 0, Duration.ofSeconds(seconds));
      races.add(race);
    }
    return place(races);
  }

  /** The prior registrants answer while the time of their changes ends, and orders check. */
  private void answerMails(
      List<Race> races,
      Map<String, Instant> deadlines,
      Instant until,
      Map<String, JsonNode> mails,
      boolean events) {
    List<Future<?>> answers = new ArrayList<>();
    Set<Race> answered = new HashSet<>();
    for (Instant now = now(); now.isBefore(until); now = now()) {
      for (Race race : races) {
        if (race.way() == Way.BY_MAIL
            && !now.isBefore(deadlines.get(race.domain()).plus(race.offset()))
            && answered.add(race)) {
          answers.add(mailReaders.submit(() -> answer(race, mails.get(race.domain()))));
        }
      }
      if (events) {
        admin.post(
            "/engine-rest/message",
            "{'messageName': 'Msg_AccountToWatch', 'businessKey': 'sandbox'}");
      }
      stories.advance("PT1S");
    }
    awaitAll(answers);
    WatchByHand.await(runtime);
  }

  private void judge(String batch, List<Race> races, String begun) {
    Map<String, String> registrants = registrants();
    Map<String, List<JsonNode>> ledger = ledger();
    for (Race race : races) {
      judge(batch, race, registrants.get(race.domain()), ledger.get(race.domain()), NOT_CONFIRMED);
    }
    List<JsonNode> late =
        stories.requests("since=" + begun).stream()
            .filter(request -> request.get("command").asText().equals("TradeDomain"))
            .filter(request -> request.get("code").asInt() != 200)
            .toList();
    tooLate += late.size();
    // The cancellation of a change that has ended since the check is refused, without effect.
    if (late.size() > races.size() / 10) {
      problems.add(batch + ": cancelled without a look: " + late);
    }
  }

  private void advanceTo(Instant instant) {
    Instant now = now();
    if (now.isBefore(instant)) {
      stories.advance(Duration.between(now, instant).toString());
    }
  }

  private Instant now() {
    return Instant.parse(stories.now());
  }
}
