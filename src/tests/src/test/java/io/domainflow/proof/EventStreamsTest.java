package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.ListingRegistrar;
import io.domainflow.WaitingTransfers;
import io.domainflow.account.Accounts;
import io.domainflow.account.Quota;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.BuildSize;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Random streams of events, one for each name: repeated, in any order, before the order waits,
 * during its check, of unknown classes, for names nobody waits for, lost. A small model computes
 * after each watch which orders must be notified: no others are, none twice, and in the end every
 * listed event is in the inbox once, with its result.
 */
@DomainflowTest
class EventStreamsTest {

  private static final String ACCOUNT = "streams";
  private static final ListingRegistrar REGISTRAR = new ListingRegistrar();

  /** Below the maximum that one step notifies, so that the model can ignore that limit. */
  private static final int IN_ONE_WATCH = 450;

  private final Random random = new Random(20260105);
  private final Accounts accounts;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final WaitingTransfers transfers;

  @Autowired
  EventStreamsTest(
      Accounts accounts,
      RepositoryService repository,
      RuntimeService runtime,
      JdbcClient jdbc,
      Clock clock) {
    this.accounts = accounts;
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transfers = new WaitingTransfers(jdbc, repository, runtime, ACCOUNT);
  }

  @DynamicPropertySource
  static void registrar(DynamicPropertyRegistry properties) {
    properties.add("domainflow.ispapi.ote-url", REGISTRAR::url);
  }

  private record Event(String id, String type, String domain) {}

  @Test
  void losesNothingAndTellsNothingTwice() {
    accounts.save(account(), "secret");
    // Only the events notify orders here.
    REGISTRAR.refuse("QueryDomainList", 541);
    int streams = BuildSize.choose(200, 1_000, 10_000);
    List<Event> listings = listings(streams);
    Model model = new Model(streams);
    long start = System.nanoTime();
    int watches = 0;
    int told = 0;
    for (int from = 0; from < listings.size(); from += IN_ONE_WATCH) {
      List<Event> part = listings.subList(from, Math.min(from + IN_ONE_WATCH, listings.size()));
      REGISTRAR.loseEvents();
      part.forEach(
          event -> REGISTRAR.event(event.id(), event.type(), "X", "domain:" + event.domain()));
      model.ordersArrive(from + IN_ONE_WATCH >= listings.size() ? 1 : 0.2);
      Set<String> expected = model.watched(part);

      watch();
      watches++;
      told += expected.size();

      assertThat(new TreeSet<>(transfers.looking())).isEqualTo(new TreeSet<>(model.looking));
      model.someLooksEnd(0.7);
    }
    while (!model.looking.isEmpty()) {
      REGISTRAR.loseEvents();
      model.someLooksEnd(1);
      told += model.watched(List.of()).size();
      watch();
      watches++;
      assertThat(new TreeSet<>(transfers.looking())).isEqualTo(new TreeSet<>(model.looking));
    }

    Map<String, String> inbox = inbox();
    Map<String, String> outcomes = model.outcomes();
    Figures.write(
        "event-streams",
        "%d streams: %d listings of %d events in %d watches, %d looks; %s"
            .formatted(
                streams,
                listings.size(),
                outcomes.size(),
                watches,
                told,
                Figures.seconds(Duration.ofNanos(System.nanoTime() - start))),
        "lost 0, told twice 0, told for nothing 0; became of them: " + counts(outcomes));
    assertThat(inbox).isEqualTo(outcomes);
  }

  /** An account whose quota many watches do not exhaust. */
  private static ResellerAccount account() {
    ResellerAccount plain = ResellerAccount.of(ACCOUNT, RegistrarSystem.OTE, "streams.user");
    return new ResellerAccount(
        plain.name(),
        plain.system(),
        plain.login(),
        null,
        new Quota(1_000_000, 1_000_000),
        plain.defaults(),
        plain.registrantChangeMode(),
        plain.registrantChangePolicy(),
        plain.keeping(),
        null);
  }

  /** The registrar's lists, in order: some events for each name, some of them repeated later. */
  private List<Event> listings(int streams) {
    TreeMap<Double, Event> byTime = new TreeMap<>();
    int number = 0;
    for (int stream = 0; stream < streams; stream++) {
      int events = 1 + random.nextInt(4);
      for (int i = 0; i < events; i++) {
        String type = random.nextInt(10) == 0 ? "DOMAIN_" + random.nextInt(5) : "DOMAIN_TRANSFER";
        Event event = new Event(Integer.toString(1_000_000 + number++), type, name(stream));
        // None for a lost event.
        int times =
            random.nextInt(20) == 0 ? 0 : random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
        for (int time = 0; time < times; time++) {
          byTime.put(random.nextDouble(), event);
        }
      }
    }
    return new ArrayList<>(byTime.values());
  }

  private static String name(int stream) {
    return "stream-" + stream + ".com";
  }

  private void watch() {
    runtime.startProcessInstanceByMessage("Msg_AccountToWatch", ACCOUNT);
    WatchByHand.await(runtime);
  }

  private Map<String, String> inbox() {
    Map<String, String> inbox = new TreeMap<>();
    jdbc.sql("select id, coalesce(handling, 'OPEN') as became from registrar_event")
        .query(
            row -> {
              inbox.put(row.getString("id"), row.getString("became"));
            });
    return inbox;
  }

  private static Map<String, Integer> counts(Map<String, String> outcomes) {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return counts;
  }

  /** The expected behaviour. */
  private final class Model {

    private final List<String> toCome = new ArrayList<>();
    private final Map<String, String> processes = new HashMap<>();
    private final Set<String> looking = new HashSet<>();
    private final Map<String, Set<String>> open = new HashMap<>();
    private final Set<String> handled = new HashSet<>();

    /** Creates the model; every tenth name has no order. */
    Model(int streams) {
      for (int stream = 0; stream < streams; stream++) {
        if (stream % 10 != 0) {
          toCome.add(name(stream));
        }
      }
    }

    void ordersArrive(double share) {
      Instant requested = clock.instant();
      toCome.removeIf(
          domain -> {
            boolean comes = random.nextDouble() < share;
            if (comes) {
              processes.put(domain, transfers.waiting(domain, "AT_REGISTRY", requested));
            }
            return comes;
          });
    }

    /** The processes that this watch notifies. */
    Set<String> watched(List<Event> listed) {
      for (Event event : listed) {
        if (!handled.contains(event.id())) {
          open.computeIfAbsent(event.domain(), domain -> new HashSet<>()).add(event.id());
        }
      }
      Set<String> told = new HashSet<>();
      for (String domain : List.copyOf(open.keySet())) {
        String process = processes.get(domain);
        if (process != null && !looking.contains(process)) {
          told.add(process);
          handled.addAll(open.remove(domain));
        }
      }
      looking.addAll(told);
      return told;
    }

    void someLooksEnd(double share) {
      looking.removeIf(
          process -> {
            boolean ends = random.nextDouble() < share;
            if (ends) {
              transfers.check(process);
            }
            return ends;
          });
    }

    Map<String, String> outcomes() {
      Map<String, String> outcomes = new TreeMap<>();
      handled.forEach(event -> outcomes.put(event, "TOLD"));
      open.values().forEach(events -> events.forEach(event -> outcomes.put(event, "OPEN")));
      return outcomes;
    }
  }
}
