package io.domainflow.process.update;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Updates run beside other orders: one at a time for the same name, and many beside a single one.
 */
@DomainflowTest
class UpdateBesideOthersTest {

  private static final String SERVERS = ", 'nameservers': ['ns1.example.org', 'ns2.example.org']";
  private static final int MANY = BuildSize.choose(60, 200, 1_000);

  private final Registrations stories;

  UpdateBesideOthersTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
  }

  @Test
  void isRefusedWhileAnotherOrderWorksOnTheName() {
    String transferred = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'transferLock': true}"
            .formatted(transferred));
    String transfer = stories.placeTransfer(transferred, "");
    stories.await(transfer, order -> order.get("status").asText().equals("WAITING"));
    String renewed = here("'expires': 'P100D',");
    stories.fault(
        "{'command': 'RenewDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(renewed));
    String renewal =
        stories.placeRenewal(
            renewed,
            "1Y",
            Instant.parse(stories.now())
                .plus(Duration.ofDays(100))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString(),
            "");
    stories.await(renewal, order -> order.get("status").asText().equals("WAITING"));
    String changed = here("");
    String change = stories.placeChange(changed, ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK'");
    stories.await(change, order -> order.get("status").asText().equals("WAITING"));

    assertThat(place("UPDATE", transferred, SERVERS).status())
        .as("it is not yet the caller's")
        .isEqualTo(404);
    assertBusy(changed);
    assertBusy(renewed);

    List.of(transfer, change, renewal).forEach(stories::cancel);
  }

  @Test
  void keepsOtherOrdersFromItsName() {
    String domain =
        here("'next': [{'command': 'ModifyDomain', 'after': 'PT2H', 'outcome': 'SUCCESSFUL'}],");
    String update = stories.placePlain("UPDATE", domain, SERVERS);
    stories.awaitWaitingFor(update, "UPDATE_AT_REGISTRY");

    assertBusy(domain);
    assertThat(place("REVERT", domain, ", 'reverts': '" + update + "'").status()).isEqualTo(400);
    assertThat(place("RENEW", domain, ", 'period': '1Y', 'expires': '2027-01-01'").status())
        .isEqualTo(409);
    assertThat(stories.tryChange("C-" + UUID.randomUUID(), domain, "").status()).isEqualTo(409);

    stories.advance("PT3H");
    stories.awaitStatus(update, "COMPLETED");
    assertThat(place("REVERT", domain, ", 'reverts': '" + update + "'").status()).isEqualTo(202);
  }

  /** Of simultaneous orders one is accepted, and the name gets its settings. */
  @Test
  void isOneOfAllThatComeAtTheSameMoment() throws Exception {
    String domain = here("");
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Integer> taken = new ArrayList<>();
    try {
      List<Future<Answer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      callers.submit(
                          () ->
                              place(
                                  "at-once-" + i + domain.replace(".", ""),
                                  "UPDATE",
                                  domain,
                                  ", 'nameservers': ['ns%d.example.org']".formatted(i))))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        int status = answers.get(i).get().status();
        assertThat(status).isIn(202, 409);
        if (status == 202) {
          taken.add(i);
          stories.awaitStatus("at-once-" + i + domain.replace(".", ""), "COMPLETED");
        }
      }
    } finally {
      callers.shutdown();
    }

    // One may end before the next has come.
    assertThat(taken).isNotEmpty();
    assertThat(stories.ledger(domain)).hasSameSizeAs(taken);
  }

  /** A single order precedes the many, and none of them asks the registrar more than necessary. */
  @Test
  void areManyWithoutHoldingUpASingleOrder() throws Exception {
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> freshName("com")).toList();
    names.forEach(name -> stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(name)));
    stories.fault("{'command': 'ModifyDomain', 'fault': 'DELAY_1000', 'times': 100000}");
    String since = stories.now();
    List<String> updates = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> placed =
          names.stream()
              .map(name -> callers.submit(() -> stories.placePlain("UPDATE", name, SERVERS)))
              .toList();
      for (Future<String> each : placed) {
        updates.add(each.get());
      }
    } finally {
      callers.shutdown();
    }

    stories.awaitStatus(stories.place(freshName("com")), "COMPLETED");

    long open = updates.stream().filter(update -> isOpen(stories.get(update))).count();
    assertThat(open).as("of the many").isPositive();
    stories.noFaults();
    updates.forEach(update -> stories.awaitStatus(update, "COMPLETED"));
    assertThat(names).allSatisfy(name -> assertThat(stories.ledger(name)).hasSize(1));
    List<String> sent =
        stories.requests("since=" + since).stream()
            .map(request -> request.get("command").asText())
            .toList();
    assertThat(sent.stream().filter("ModifyDomain"::equals)).hasSize(MANY);
    assertThat(sent).as("three looks at a name, and its change").hasSizeLessThan(MANY * 4 + 20);
  }

  private static boolean isOpen(JsonNode order) {
    return List.of("IN_PROGRESS", "WAITING").contains(order.get("status").asText());
  }

  private void assertBusy(String domain) {
    Answer answer = place("UPDATE", domain, SERVERS);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
  }

  private Answer place(String operation, String domain, String more) {
    return place("U-" + UUID.randomUUID(), operation, domain, more);
  }

  private Answer place(String reference, String operation, String domain, String more) {
    return stories.placeRaw(
        "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(reference, operation, domain, more));
  }

  private String here(String more) {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', %s 'owner': 'OURS'}".formatted(domain, more));
    return domain;
  }
}
