package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.RegistrarCaller;
import io.domainflow.Registrations;
import io.domainflow.WaitingTransfers;
import io.domainflow.build.BuildSize;
import io.domainflow.proof.CountingDataSource.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the cost of watching thousands of transfers of one account at the sandbox: calls,
 * statements, time. A few of them end, and exactly their orders are notified.
 */
@DomainflowTest
@Import(StatementBudgetTest.Counting.class)
class TransferWatchTest {

  private static final int NAMES = BuildSize.choose(1_000, 10_000, 10_000);
  private static final int IN_ONE_CALL = 250;
  private static final int ENDING = 50;

  /** Each call is counted in the quota: 8 % above the 100 and 172 measured for 4 and 40 calls. */
  private static final int MOST_STATEMENTS = (92 + 2 * NAMES / IN_ONE_CALL) * 108 / 100;

  private final int port;
  private final Registrations registrations;
  private final WaitingTransfers transfers;
  private final RuntimeService runtime;
  private final CountingDataSource database;
  private final Clock clock;

  @Autowired
  TransferWatchTest(
      @LocalServerPort int port,
      RepositoryService repository,
      RuntimeService runtime,
      JdbcClient jdbc,
      DataSource database,
      Clock clock) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.transfers = new WaitingTransfers(jdbc, repository, runtime, "sandbox");
    this.runtime = runtime;
    this.database = (CountingDataSource) database;
    this.clock = clock;
  }

  private record Watched(long calls, List<String> statements, Duration duration) {}

  @Test
  void servesThousandsOfNamesWithFewCalls() {
    Set<String> ending = transferringNames();

    Watched quiet = watch();
    assertThat(transfers.looking()).isEmpty();
    registrations.advance("PT1H");
    Watched telling = watch();

    Figures.write(
        "transfer-watch",
        "%d transfers of one account, %d of them not as noted: %d list calls"
            .formatted(NAMES, 0, quiet.calls()),
        "a watch in which nothing is new: %d statements, %s"
            .formatted(quiet.statements().size(), Figures.seconds(quiet.duration())),
        "a watch that tells %d orders: %d statements, %s"
            .formatted(ENDING, telling.statements().size(), Figures.seconds(telling.duration())));
    assertThat(quiet.calls()).isEqualTo(NAMES / IN_ONE_CALL);
    assertThat(quiet.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    assertThat(telling.calls()).isEqualTo(NAMES / IN_ONE_CALL);
    assertThat(new TreeSet<>(transfers.looking())).isEqualTo(ending);
  }

  /** Creates the names, and returns the processes of those that end within the hour. */
  private Set<String> transferringNames() {
    registrations.startOver();
    registrations.account(
        "{'login': 'test.user', 'balance': '1000000.00', 'softQuota': 1000000,"
            + " 'hardQuota': 1000000}");
    // The events of the first profile would notify a second time.
    registrations.profile("B");
    for (int from = 0; from < NAMES; from += IN_ONE_CALL) {
      registrations.registry(
          IntStream.range(from, from + IN_ONE_CALL)
              .mapToObj(TransferWatchTest::atAnotherRegistrar)
              .collect(Collectors.joining(",", "[", "]")));
    }
    RegistrarCaller caller = new RegistrarCaller(port);
    IntStream.range(0, NAMES)
        .forEach(i -> caller.call("COMMAND=TransferDomain\nDOMAIN=" + name(i) + "\nAUTH=secret1"));
    Instant requested = clock.instant().minus(Duration.ofHours(1));
    transfers.rows("bulk", NAMES - ENDING, "AT_REGISTRY", requested);
    return IntStream.range(NAMES - ENDING, NAMES)
        .mapToObj(i -> transfers.waiting(name(i), "AT_REGISTRY", requested))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(int number) {
    return "bulk-" + number + ".com";
  }

  private static String atAnotherRegistrar(int number) {
    String next =
        number < NAMES - ENDING
            ? ""
            : ", 'next': [{'command': 'TransferDomain', 'after': 'PT1H', 'outcome': 'FAILED'}]";
    return "{'domain': '%s', 'owner': 'OTHER_REGISTRAR', 'authCode': 'secret1'%s}"
        .formatted(name(number), next);
  }

  private Watched watch() {
    String before = registrations.now();
    database.reset();
    long start = System.nanoTime();
    new Caller(port, "admin")
        .post(
            "/engine-rest/message",
            "{'messageName': 'Msg_AccountToWatch', 'businessKey': 'sandbox'}");
    WatchByHand.await(runtime);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    List<String> statements =
        database.transactions().stream()
            .filter(t -> t.thread().equals("registrar-call"))
            .map(Transaction::statements)
            .flatMap(List::stream)
            .toList();
    long calls =
        registrations.requests("since=" + before).stream()
            .filter(request -> request.get("command").asText().equals("QueryDomainList"))
            .count();
    return new Watched(calls, statements, duration);
  }
}
