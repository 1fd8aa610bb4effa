package io.domainflow.proof;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.domainflow.Caller;
import io.domainflow.Clients;
import io.domainflow.TestDatabase;
import io.domainflow.registrar.ForkedApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the machine cost of an order: processor time of the application and of PostgreSQL,
 * statements and transactions as PostgreSQL counts them, orders per second, waiting times of
 * callers and memory in use; for comparison also the bare engine, in the same minutes: with as many
 * external tasks, with the diagram of a registration, and with its calls of the registrar. The
 * application, the database and the bare engine each run in a separate process; the simulated
 * registrar runs in this one. It prints figures and asserts nothing; run with {@code mvn test
 * -Dtest=CostBenchmark}, {@code -Dorders=200} for fewer, at most 1,500, {@code
 * -Donly.registrations=true}, {@code -Djava.options="-Xmx400m"} for another machine, {@code
 * -Dsettings=name=value,…} for other settings.
 */
class CostBenchmark {

  private static final Logger log = LoggerFactory.getLogger(CostBenchmark.class);

  private static final int ORDERS = Integer.getInteger("orders", 1_000);
  private static final int WARM_UP = Integer.getInteger("warm.up", 600);
  private static final boolean ONLY_REGISTRATIONS = Boolean.getBoolean("only.registrations");
  private static final List<String> JAVA_OPTIONS =
      List.of(System.getProperty("java.options", "-Xmx1g").split(" "));
  private static final int COUNTED = 50;
  private static final int CALLERS = 4;
  private static final int REGISTRAR_MS = 200;

  private final List<String> figures = new ArrayList<>();
  private MeasuredPostgres postgres;
  private JdbcClient jdbc;

  /** The cost of one order. */
  private record Cost(double perSecond, double application, double database) {

    @Override
    public String toString() {
      return "%.1f ms in the application and %.1f ms in PostgreSQL, %.1f a second"
          .formatted(application, database, perSecond);
    }
  }

  @Test
  void printsFigures(@TempDir Path work) throws Exception {
    try (MeasuredPostgres server = new MeasuredPostgres(work);
        StandaloneRegistrar registrar = new StandaloneRegistrar(REGISTRAR_MS)) {
      postgres = server;
      ofBareEngine("the bare engine, 5 external tasks", BareEngine.Work.CHAIN, registrar);
      ofBareEngine(
          "the bare engine, the diagram of a registration", BareEngine.Work.DIAGRAM, registrar);
      ofBareEngine("the same with 7 calls of the registrar", BareEngine.Work.CALLS, registrar);
      ofOrders(registrar, work);
    } finally {
      Figures.write("cost", figures.toArray(String[]::new));
    }
  }

  private void ofBareEngine(String what, BareEngine.Work work, StandaloneRegistrar registrar)
      throws Exception {
    String name = "bare_" + work.name().toLowerCase(Locale.ROOT);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(
        List.of(
            "-Dlogging.level.root=error",
            "-cp",
            System.getProperty("java.class.path"),
            BareEngine.class.getName(),
            postgres.create(name),
            TestDatabase.USERNAME,
            work.name(),
            String.valueOf(REGISTRAR_MS),
            String.valueOf(registrar.port())));
    Process bare =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (PrintStream orders =
            new PrintStream(bare.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(bare.getInputStream(), StandardCharsets.UTF_8))) {
      awaitLine(answers, "ready");
      orders.println(WARM_UP);
      awaitLine(answers, "done");
      Cost cost =
          costOf(
              bare.toHandle(),
              ORDERS,
              () -> {
                orders.println(ORDERS);
                awaitLine(answers, "done");
              });
      note("%s: %s".formatted(what, cost));
      count(
          what,
          name,
          () -> {
            orders.println(COUNTED);
            awaitLine(answers, "done");
          });
    } finally {
      bare.destroy();
      bare.waitFor();
    }
  }

  // at once: the whole takes ten minutes
  private void note(String figure) {
    log.info(figure);
    figures.add(figure);
  }

  private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(wanted)) {
      line = lines.readLine();
    }
    assertThat(line).as("the bare engine has ended").isNotNull();
  }

  private Cost costOf(ProcessHandle process, int orders, MeasuredPostgres.Load load)
      throws Exception {
    Duration ours = ProcessorTime.of(process);
    Duration theirs = postgres.processorTime();
    long begun = System.nanoTime();
    load.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Cost(
        orders / seconds,
        (double) ProcessorTime.of(process).minus(ours).toMillis() / orders,
        (double) postgres.processorTime().minus(theirs).toMillis() / orders);
  }

  private void ofOrders(StandaloneRegistrar registrar, Path work) throws Exception {
    String name = "ours";
    ForkedApplication application =
        ForkedApplication.asDelivered(
            registrar.port(), postgres.create(name), work, JAVA_OPTIONS, settings());
    jdbc = postgres.client(name);
    try {
      long begun = System.nanoTime();
      application.start();
      note("ready after %.1f s".formatted((System.nanoTime() - begun) / 1e9));
      Caller shop = new Clients(application.port()).consenting();

      work(WARM_UP, number -> register(shop, freshName("com")));
      List<Long> waits = Collections.synchronizedList(new ArrayList<>());
      of(
          "a registration",
          name,
          application,
          number -> waits.add(register(shop, freshName("com"))));
      Collections.sort(waits);
      note(
          "POST of an order under that load: p50 %d ms, p99 %d ms; %d MB resident"
              .formatted(
                  waits.get(waits.size() / 2),
                  waits.get(waits.size() * 99 / 100),
                  ProcessorTime.residentMegabytes(application.process())));

      if (ONLY_REGISTRATIONS) {
        return;
      }
      List<String> ours = registered();
      work(WARM_UP / 4, number -> renew(shop, ours.get(number)));
      of("a renewal", name, application, number -> renew(shop, ours.get(WARM_UP / 4 + number)));

      work(WARM_UP / 4, number -> change(shop, ours.get(number)));
      of(
          "a change of registrant at once",
          name,
          application,
          number -> change(shop, ours.get(WARM_UP / 4 + number)));

      work(WARM_UP / 4, number -> transfer(shop, registrar));
      of(
          "a transfer that its registry carries out at once",
          name,
          application,
          number -> transfer(shop, registrar));

      List<String> unused = ours.subList(WARM_UP / 4 + ORDERS + COUNTED, ours.size());
      of(
          "one of seven operations in turns",
          name,
          application,
          number -> mixed(number, shop, registrar, ours, unused));
      note(
          "%d MB resident at the end"
              .formatted(ProcessorTime.residentMegabytes(application.process())));
    } finally {
      application.kill();
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("spring.datasource.hikari.maximum-pool-size", "10");
    settings.put("domainflow.worker.concurrency", "32");
    settings.put("logging.level.io.domainflow", "warn");
    // otherwise the machine would idle for five minutes, which is no cost of a transfer
    settings.put("domainflow.transfer.first-look", "PT2S");
    String more = System.getProperty("settings", "");
    Stream.of(more.split(","))
        .filter(setting -> !setting.isEmpty())
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> settings.put(setting[0], setting[1]));
    return settings;
  }

  private void of(
      String what, String name, ForkedApplication application, Consumer<Integer> placing)
      throws Exception {
    Cost cost = costOf(application.process(), ORDERS, () -> work(ORDERS, placing));
    note("%s: %s".formatted(what, cost));
    count(what, name, () -> work(COUNTED, number -> placing.accept(ORDERS + number)));
  }

  private void count(String what, String name, MeasuredPostgres.Load load) throws Exception {
    postgres.count(what, name, COUNTED, load).forEach(this::note);
  }

  /** Places orders and waits until they have all ended well. */
  private void work(int orders, Consumer<Integer> placing) throws Exception {
    int before = completed();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> placed = new ArrayList<>();
    for (int number = 0; number < orders; number++) {
      int mine = number;
      placed.add(callers.submit(() -> placing.accept(mine)));
    }
    for (Future<?> each : placed) {
      each.get();
    }
    callers.shutdown();
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> completed() - before >= orders);
  }

  private int completed() {
    return jdbc.sql("select count(*) from provisioning_order where status = 'COMPLETED'")
        .query(Integer.class)
        .single();
  }

  private List<String> registered() {
    return jdbc.sql(
            "select domain from provisioning_order where operation = 'REGISTER' and status ="
                + " 'COMPLETED'")
        .query(String.class)
        .list();
  }

  private static long register(Caller caller, String domain) {
    return place(caller, order("C-" + UUID.randomUUID(), domain, ""));
  }

  /** Each name gets one of them, except that names may have been renewed and changed before. */
  private void mixed(
      int number,
      Caller caller,
      StandaloneRegistrar registrar,
      List<String> registered,
      List<String> unused) {
    switch (number % 7) {
      case 0 -> register(caller, freshName("com"));
      case 1 -> transfer(caller, registrar);
      case 2 -> renew(caller, unused.get(number / 7 * 2));
      case 3 -> change(caller, unused.get(number / 7 * 2 + 1));
      case 4 ->
          placeFor(
              caller,
              registered.get(number),
              "'operation': 'UPDATE', 'nameservers': ['ns1.example.org', 'ns2.example.org']");
      case 5 -> placeFor(caller, registered.get(number), "'operation': 'SUSPEND', 'hold': true");
      default -> placeFor(caller, registered.get(number), "'operation': 'CANCEL'");
    }
  }

  private static void transfer(Caller caller, StandaloneRegistrar registrar) {
    String domain = freshName("com");
    registrar.giveAway(domain);
    placeFor(caller, domain, "'operation': 'TRANSFER', 'authCode': 'secret1'");
  }

  private static void placeFor(Caller caller, String domain, String what) {
    place(
        caller,
        "{'reference': 'C-%s', 'account': 'sandbox', 'domain': '%s', %s}"
            .formatted(UUID.randomUUID(), domain, what)
            .replace('\'', '"'));
  }

  private void renew(Caller caller, String domain) {
    String expires =
        jdbc.sql(
                "select expires_at from provisioning_order where domain = ? and operation ="
                    + " 'REGISTER'")
            .param(domain)
            .query(String.class)
            .single()
            .substring(0, 10);
    placeFor(
        caller, domain, "'operation': 'RENEW', 'period': '1Y', 'expires': '%s'".formatted(expires));
  }

  private static void change(Caller caller, String domain) {
    place(
        caller,
        order(
                "C-" + UUID.randomUUID(),
                domain,
                ", 'registrantChangeMode': 'LOCK_AT_ONCE', " + StatementBudgetTest.FROM_BOTH)
            .replace("REGISTER", "CHANGE_REGISTRANT")
            .replace("Ada", "Eve")
            .replaceAll("\"(period|nameservers)\": (\"1Y\"|\\[[^]]*\\])\\s*,?", ""));
  }

  private static long place(Caller caller, String order) {
    long begun = System.nanoTime();
    Caller.Answer answer = caller.postExactly("/api/v1/orders", order);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
