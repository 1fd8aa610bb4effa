package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.account.Platform;
import io.domainflow.build.BuildSize;
import io.domainflow.cnr.command.CnrCodecs;
import io.domainflow.registrar.CommandNames;
import io.domainflow.registrar.command.AnswerTransfer;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteEvent;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.Repeatable;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.RevokeAuthCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/**
 * Every command that changes something, under every fault, through whole orders: nothing is bought
 * without the order knowing it, nothing is bought twice, every order ends or waits for a person,
 * and the registrar has the wanted state of every completed order.
 *
 * <p>A seed decides how often a fault occurs, whether the registrar acts before it, which query
 * also fails, the sequence of the orders, and which name another account wants at the same moment.
 * All orders of a seed run at the same time.
 */
@DomainflowTest
@TestPropertySource(
    properties = {"domainflow.worker.concurrency=16", "domainflow.transfer-watch.enabled=true"})
abstract class FaultMatrix {

  /** Commands sent without the order's name: the fault may affect any order. */
  private static final Set<Class<?>> WITHOUT_NAME =
      Set.of(CreateContact.class, DeleteContact.class, DeleteEvent.class);

  /**
   * {@link LeavingUnderFaultsTest} covers the first. The second is sent, if at all, days after its
   * order has been completed, by a step that is retried like all others.
   */
  private static final Set<String> NOT_WHILE_AN_ORDER_IS_OPEN =
      Set.of(AnswerTransfer.class.getSimpleName(), RevokeAuthCode.class.getSimpleName());

  private static final Set<Class<?>> PURCHASES =
      Set.of(RegisterDomain.class, RequestTransfer.class, RenewDomain.class, RestoreDomain.class);

  private static final List<String> READINGS = BuildSize.readings();

  private static final int MOST_HALF_DAYS = 20;

  /** Until then all events are deleted that a transfer waits for. */
  private static final int HALF_DAYS_WITH_EVENTS = BuildSize.choose(2, 6, 6);

  private final FaultedOrders orders;
  private final TrialVerdicts verdicts;
  private final Collection<FaultedOrder> ways;
  private final Caller admin;
  private final Platform platform;
  private int trials;
  private int struck;

  FaultMatrix(int port, Platform platform) {
    this.platform = platform;
    this.orders = new FaultedOrders(port, platform);
    this.verdicts = new TrialVerdicts(orders, platform);
    this.ways = orders.of(commands());
    this.admin = new Caller(port, "admin");
  }

  private Set<String> commands() {
    Set<String> commands = new TreeSet<>(CommandNames.of(Mutation.class));
    commands.addAll(CommandNames.of(Repeatable.class));
    commands.removeAll(NOT_WHILE_AN_ORDER_IS_OPEN);
    if (platform == Platform.CNR) {
      commands.retainAll(
          CnrCodecs.ALL.commands().stream().map(Class::getSimpleName).collect(Collectors.toSet()));
      // There it is unknown whether a contact was created for an order, so none is deleted.
      commands.remove(DeleteContact.class.getSimpleName());
    }
    return commands;
  }

  /** A fault of a command, under the registrar's name of the command. */
  private record Fault(String command, String kind, int times, String domain) {

    String key() {
      return command + " " + kind + " " + domain;
    }
  }

  @AfterEach
  void putTheRegistrarBack() {
    admin.delete("/sandbox/faults");
    admin.post("/sandbox/profile", "{'name': 'A'}");
    admin.post("/sandbox/lists", "{'late': 'PT0S'}");
  }

  @Test
  void buysNothingTwiceAndLosesNothingUnderAnyFault() {
    int seeds = BuildSize.choose(1, 1, 20);
    long start = System.nanoTime();
    for (String reading : READINGS) {
      control("/sandbox/profile", "{'name': '" + reading + "'}");
      for (int seed = 1; seed <= seeds; seed++) {
        run(reading, seed, ways, FaultKinds::faults, "PT0S");
      }
    }

    conclude(
        platform == Platform.CNR ? "fault-matrix-cnr" : "fault-matrix",
        "%d commands in %d ways x %d faults x %d seeds x %d readings of the registrar"
            .formatted(
                commands().size(), ways.size(), FaultKinds.ofMutations(), seeds, READINGS.size()),
        start);
  }

  /** The answers to purchases are lost, and their evidence is listed only later. */
  final void buysNothingTwiceWhileListsAreLate(String figures) {
    long start = System.nanoTime();
    List<FaultedOrder> purchases = ways.stream().filter(FaultMatrix::isPurchase).toList();
    for (String reading : READINGS) {
      control("/sandbox/profile", "{'name': '" + reading + "'}");
      run(reading, 1, purchases, way -> FaultKinds.LOST_ANSWERS, "PT30M");
    }
    conclude(
        figures,
        "%d ways to buy x %d faults x %d readings of the registrar, lists 30 minutes late"
            .formatted(purchases.size(), FaultKinds.LOST_ANSWERS.size(), READINGS.size()),
        start);
  }

  private static boolean isPurchase(FaultedOrder way) {
    return PURCHASES.contains(way.command());
  }

  private void conclude(String figures, String what, long start) {
    Figures.write(
        figures,
        "%s = %d trials, %d calls struck".formatted(what, trials, struck),
        "ends: " + verdicts.ends(),
        "surplus ledger entries: "
            + verdicts.surplus()
            + ", everything else that is not as it should be: "
            + verdicts.problems().size()
            + ", "
            + Figures.seconds(Duration.ofNanos(System.nanoTime() - start)));
    assertThat(verdicts.problems()).isEmpty();
    assertThat(verdicts.surplus()).isZero();
  }

  private void run(
      String reading,
      int seed,
      Collection<FaultedOrder> tried,
      Function<FaultedOrder, List<List<String>>> faultsOf,
      String late) {
    Random random = new Random(seed * 31L + reading.hashCode());
    List<FaultTrial> placed = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Map<String, Integer> mustStrike = new LinkedHashMap<>();
    tried.forEach(
        way -> {
          List<List<String>> kindsOfFaults = faultsOf.apply(way);
          for (List<String> kinds : kindsOfFaults) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            int times = 1 + random.nextInt(3);
            FaultTrial trial =
                FaultTrial.of(
                    "%s %s x %d, %s, seed %d".formatted(way.name(), kind, times, reading, seed),
                    way,
                    reading,
                    random.nextInt(Integer.MAX_VALUE),
                    platform);
            Fault fault =
                new Fault(
                    way.sentAs(),
                    kind,
                    times,
                    WITHOUT_NAME.contains(way.command()) ? "*" : trial.domain());
            if (random.nextInt(3) == 0) {
              faults.add(faultOfALook(trial, kindsOfFaults, random));
            }
            if (isNeverSent(way.command(), reading)) {
              continue;
            }
            trials++;
            faults.add(fault);
            mustStrike.put(fault.key(), times);
            placed.add(trial);
            if (way.sentAs().equals("AddDomain") && random.nextBoolean()) {
              placed.add(trial.rival());
            }
          }
        });
    // The previous reading may have left the lists late.
    control("/sandbox/lists", "{'late': 'PT0S'}");
    orders.begin(placed);
    faults.forEach(this::set);
    Collections.shuffle(placed, random);
    placed.forEach(trial -> orders.of(trial).send().accept(trial));
    goOnUntilAllHaveEnded(placed, late);

    RegistrarBooks books = new RegistrarBooks(admin);
    placed.forEach(trial -> verdicts.judge(trial, books));
    countStruck(mustStrike);
    admin.delete("/sandbox/faults");
  }

  /** In reading B the registrar lists no events, so there is none to delete. */
  private static boolean isNeverSent(Class<?> command, String reading) {
    return command == DeleteEvent.class && reading.equals("B");
  }

  private Fault faultOfALook(FaultTrial trial, List<List<String>> kinds, Random random) {
    List<String> looks = FaultKinds.looks(platform);
    return new Fault(
        looks.get(random.nextInt(looks.size())),
        kinds.get(random.nextInt(kinds.size())).get(0),
        1 + random.nextInt(2),
        trial.domain());
  }

  private void goOnUntilAllHaveEnded(List<FaultTrial> placed, String late) {
    Set<String> withdrawn = new TreeSet<>();
    for (FaultTrial trial : placed) {
      if (orders.of(trial).command() == CancelRegistrantChange.class) {
        withdrawn.add(trial.domain());
      }
    }
    // However busy the machine is, no move of the clock may take longer than a call: at first all
    // orders are active, and failed steps are retried within the first hours.
    placed.forEach(orders::awaitFirstTry);
    // Only now, so that all orders have found their initial state.
    control("/sandbox/lists", "{'late': '" + late + "'}");
    advance("PT10M", 12);
    // On a slower machine, more of the registrar's pauses lie between two tries.
    int halfDays = 0;
    do {
      // The watch that deletes events runs once in each step of the clock, however long.
      if (halfDays < HALF_DAYS_WITH_EVENTS) {
        advance("PT1H", 12);
      } else {
        advance("PT6H", 2);
      }
      orders.confirmByMail(withdrawn);
      halfDays++;
    } while (halfDays <= MOST_HALF_DAYS && placed.stream().anyMatch(verdicts::isUnderWay));
  }

  private void advance(String step, int steps) {
    for (int i = 0; i < steps; i++) {
      control("/sandbox/clock", "{'advance': '" + step + "'}");
    }
  }

  /** A fault occurs less often than possible once the registrar has acted despite it. */
  private void countStruck(Map<String, Integer> faults) {
    Map<String, Integer> left = new LinkedHashMap<>();
    for (JsonNode row : admin.get("/sandbox/faults").body()) {
      Fault fault =
          new Fault(
              row.get("command").asText(),
              row.get("fault").asText(),
              row.get("times").asInt(),
              row.get("domain").asText());
      left.merge(fault.key(), fault.times(), Integer::sum);
    }
    faults.forEach(
        (key, times) -> {
          int unused = left.getOrDefault(key, 0);
          struck += times - unused;
          if (unused == times) {
            verdicts.problem("this fault has struck nothing: " + key);
          }
        });
  }

  private void set(Fault fault) {
    control(
        "/sandbox/faults",
        "{'command': '%s', 'fault': '%s', 'times': %d, 'domain': '%s'}"
            .formatted(fault.command(), fault.kind(), fault.times(), fault.domain()));
  }

  private void control(String path, String json) {
    Answer answer = admin.post(path, json);
    assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 299);
  }
}
