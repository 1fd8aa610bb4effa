package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.build.BuildSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Changes of registrant are confirmed by the prior registrant while somebody records a dispute over
 * the name.
 */
class RegistrantChangeDisputeRaceTest extends RegistrantChangeRace {

  private static final String DISPUTED = "FAILED with DISPUTE_HOLD";

  @Autowired
  RegistrantChangeDisputeRaceTest(@LocalServerPort int port) {
    super(port);
  }

  /** The prior registrant confirms while somebody records a dispute. */
  @Test
  void isWithdrawnForADisputeUnlessItWasFaster() {
    stories.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    int races = 0;
    for (String profile : BuildSize.readings()) {
      stories.profile(profile);
      races += raceWithDisputes(profile);
    }

    Figures.write(
        "registrant-change-and-dispute",
        "%d changes of registrant confirmed while a dispute is noted, %d readings of the registrar"
            .formatted(races, BuildSize.readings().size()),
        "ends: "
            + ends
            + ", cancelled at the registrar: "
            + cancelled
            + ", cancelled too late: "
            + tooLate,
        "not as the registrar says: " + problems.size());
    assertThat(problems).isEmpty();
    assertThat(ends.keySet()).isSubsetOf("COMPLETED", DISPUTED);
  }

  private int raceWithDisputes(String profile) {
    List<Race> races = new ArrayList<>();
    for (int i = 0; i < BuildSize.choose(12, 48, 200); i++) {
      races.add(new Race(freshName("com"), null, Way.BY_MAIL, true, Duration.ZERO));
    }
    List<Race> placed = place(races);
    placed.forEach(race -> stories.awaitWaitingFor(race.reference(), "CONFIRMATION"));
    stories.advance("P4D");
    Map<String, JsonNode> mails = mails();

    // All at once and mixed: for some names the dispute is much earlier, for others the
    // confirmation.
    List<Runnable> mixed = new ArrayList<>();
    for (Race race : placed) {
      mixed.add(() -> answer(race, mails.get(race.domain())));
      mixed.add(
          () ->
              admin.put(
                  "/api/v1/domains/" + race.domain() + "/hold",
                  "{'kind': 'UDRP', 'reference': 'D2026-0001'}"));
    }
    Collections.shuffle(mixed, random);
    List<Future<?>> doings = new ArrayList<>();
    mixed.forEach(doing -> doings.add(mailReaders.submit(doing)));
    awaitAll(doings);
    placed.forEach(
        race ->
            stories.await(
                race.reference(),
                order -> List.of("COMPLETED", "FAILED").contains(order.get("status").asText())));

    Map<String, String> registrants = registrants();
    Map<String, List<JsonNode>> ledger = ledger();
    for (Race race : placed) {
      judge(profile, race, registrants.get(race.domain()), ledger.get(race.domain()), DISPUTED);
      boolean asked =
          !admin
              .get(
                  "/engine-rest/task?taskDefinitionKey=Task_SettleDisputedChange"
                      + "&processInstanceBusinessKey="
                      + race.reference())
              .body()
              .isEmpty();
      if (asked != registrants.get(race.domain()).equals("ada@example.net")) {
        problems.add(profile + ": an operator is asked: " + asked + ", " + race);
      }
    }
    return placed.size();
  }
}
