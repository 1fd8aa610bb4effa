package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Measures the import of a thousand names of an account: its time, and the calls to the registrar.
 */
@DomainflowTest
class NamesImportTest {

  private static final int NAMES = 1_000;

  /** One name in this many has its own contact; the others share one. */
  private static final int OWN_CONTACT = 5;

  private final Registrations registrations;
  private final Caller admin;

  NamesImportTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
  }

  @AfterEach
  void forgetTheNames() {
    registrations.startOver();
  }

  @Test
  void readsAThousandNamesWithAFewCalls() {
    registrations.startOver();
    registrations.registry(
        IntStream.range(0, NAMES)
            .mapToObj(NamesImportTest::name)
            .collect(Collectors.joining(",", "[", "]")));
    String list =
        IntStream.range(0, NAMES)
            .mapToObj(i -> "name-%04d.com".formatted(i))
            .collect(Collectors.joining("\n", "domain\n", "\n"));
    String since = registrations.now();
    long start = System.nanoTime();
    Answer started =
        admin.postAs(
            "/api/v1/accounts/sandbox/import", "text/csv", list.getBytes(StandardCharsets.UTF_8));
    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    String path = started.response().headers().firstValue("Location").orElseThrow();
    Awaitility.await()
        .until(() -> admin.get(path).body().get("state").asText().equals("COMPLETED"));
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    Map<String, Integer> calls = new TreeMap<>();
    for (JsonNode request : registrations.requests("since=" + since)) {
      calls.merge(request.get("command").asText(), 1, Integer::sum);
    }
    int contacts = NAMES / OWN_CONTACT + 1;
    Figures.write(
        "names-import",
        "%d names with %d contacts imported and compared in %s: %.0f names per second, calls %s"
            .formatted(
                NAMES, contacts, Figures.seconds(took), NAMES * 1000.0 / took.toMillis(), calls));
    assertThat(admin.get(path).body().get("findings")).isEmpty();
    assertThat(calls)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("QueryDomainList", NAMES / 250, "StatusContact", contacts));
  }

  private static String name(int i) {
    String registrant =
        "{'firstName': 'Ada', 'lastName': 'Example %d', 'street': ['Main Street 1'], 'city':"
            + " 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
            + " 'email': 'ada@example.net'}";
    return "{'domain': 'name-%04d.com', 'renewalMode': 'AUTOEXPIRE', 'registrant': %s}"
        .formatted(i, registrant.formatted(i % OWN_CONTACT == 0 ? i + 1 : 0));
  }
}
