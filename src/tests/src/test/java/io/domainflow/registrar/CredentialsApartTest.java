package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.domainflow.DomainflowTest;
import io.domainflow.account.Accounts;
import io.domainflow.account.Quota;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.build.BuildSize;
import io.domainflow.cnr.CnrDialect;
import io.domainflow.cnr.CnrProperties;
import io.domainflow.cnr.probe.CnrProbe;
import io.domainflow.ispapi.IspapiDialect;
import io.domainflow.ispapi.probe.IspapiProbe;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarStub.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Commands of nine accounts on all six systems at the same time, most of them with the same login,
 * while passwords change: each goes to its own system under its own login, always, and to no other
 * platform.
 */
@DomainflowTest
class CredentialsApartTest {

  private static final Logger log = LoggerFactory.getLogger(CredentialsApartTest.class);
  private static final int COMMANDS = BuildSize.choose(1_000, 10_000, 10_000);
  private static final int THREADS = 8;
  private static final int PASSWORD_CHANGES = 20;

  private static final Map<String, ResellerAccount> ACCOUNTS = new LinkedHashMap<>();

  static {
    add("apart-live1", RegistrarSystem.LIVE, "acme");
    add("apart-ote1", RegistrarSystem.OTE, "acme");
    add("apart-live2", RegistrarSystem.LIVE, "acme!robot");
    add("apart-ote2", RegistrarSystem.OTE, "other");
    add("apart-box", RegistrarSystem.SANDBOX, "acme");
    add("apart-cnrlive", RegistrarSystem.CNR_LIVE, "acme");
    add("apart-cnrote1", RegistrarSystem.CNR_OTE, "acme");
    add("apart-cnrote2", RegistrarSystem.CNR_OTE, "acme:robot");
    add("apart-cnrbox", RegistrarSystem.CNR_SANDBOX, "acme");
  }

  // The name that is asked for says whose command it is, and which password it may have at least.
  private static final Pattern COMMAND =
      Pattern.compile("DOMAIN=(apart-[a-z]+\\d?)-v(\\d+)-n(\\d+)\\.com");

  private final Queue<String> crossed = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> versions = new ConcurrentHashMap<>();

  private final Accounts accounts;
  private final CommandJournal journal;
  private final List<IspapiProbe<?, ?>> probes;
  private final ObjectProvider<CnrProbe<?, ?>> cnrProbes;
  private final Clock clock;
  private final AccountThrottle throttle;
  private final Environment environment;
  private Level levelBefore;

  @Autowired
  CredentialsApartTest(
      Accounts accounts,
      CommandJournal journal,
      List<IspapiProbe<?, ?>> probes,
      ObjectProvider<CnrProbe<?, ?>> cnrProbes,
      Clock clock,
      AccountThrottle throttle,
      Environment environment) {
    this.throttle = throttle;
    this.accounts = accounts;
    this.journal = journal;
    this.probes = probes;
    this.cnrProbes = cnrProbes;
    this.clock = clock;
    this.environment = environment;
  }

  private static void add(String name, RegistrarSystem system, String login) {
    ResellerAccount usual = ResellerAccount.of(name, system, login);
    // as many commands as in no real hour; what holds an account back is another test's matter
    ACCOUNTS.put(
        name,
        new ResellerAccount(
            name,
            system,
            login,
            null,
            new Quota(1_000_000, 1_000_000),
            usual.defaults(),
            usual.registrantChangeMode(),
            usual.registrantChangePolicy(),
            usual.keeping(),
            null));
  }

  @BeforeEach
  void store() {
    ACCOUNTS.forEach(
        (name, account) -> {
          versions.put(name, new AtomicInteger(1));
          accounts.insert(account, password(name, 1));
        });
    levelBefore = clientLog().getLevel();
    clientLog().setLevel(Level.WARN);
  }

  @AfterEach
  void remove() {
    ACCOUNTS.keySet().forEach(accounts::delete);
    clientLog().setLevel(levelBefore);
  }

  @Test
  void neverCrossAccountsOrSystems() throws Exception {
    try (Systems systems = new Systems()) {
      RegistrarGateway gateway = gateway(systems);
      List<Runnable> work = new ArrayList<>();
      List<String> names = List.copyOf(ACCOUNTS.keySet());
      for (int i = 0; i < COMMANDS; i++) {
        String name = names.get(i % names.size());
        int number = i;
        work.add(() -> ask(gateway, name, number));
      }
      for (int i = 0; i < PASSWORD_CHANGES; i++) {
        String name = names.get(i % names.size());
        work.add(() -> changePassword(name));
      }
      Collections.shuffle(work, new Random(7));

      long start = System.nanoTime();
      inParallel(work);
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();

      assertThat(crossed).isEmpty();
      assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(names);
      assertThat(seen.values().stream().mapToInt(AtomicInteger::get).sum()).isEqualTo(COMMANDS);
      log.info(
          "{} commands of {} accounts on 6 systems, {} password changes in between: {} crossed,"
              + " in {} ms",
          COMMANDS,
          names.size(),
          PASSWORD_CHANGES,
          crossed.size(),
          millis);
    }
  }

  private void ask(RegistrarGateway gateway, String name, int number) {
    String domain = "%s-v%d-n%d.com".formatted(name, versions.get(name).get(), number);
    assertThat(gateway.reader(name).domain(DomainName.of(domain))).isEmpty();
  }

  /** From now on, a new command must use the new password. */
  private void changePassword(String name) {
    AtomicInteger version = versions.get(name);
    synchronized (version) {
      int next = version.get() + 1;
      accounts.update(ACCOUNTS.get(name), password(name, next));
      version.set(next);
    }
  }

  private static void inParallel(List<Runnable> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      work.forEach(task -> running.add(threads.submit(task)));
      for (Future<?> task : running) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** A stub for each system. */
  private final class Systems implements AutoCloseable {

    private final Map<RegistrarSystem, RegistrarStub> stubs = new EnumMap<>(RegistrarSystem.class);

    Systems() {
      for (RegistrarSystem system : RegistrarSystem.values()) {
        stubs.put(system, new RegistrarStub(form -> reply(system, form)));
      }
    }

    URI url(RegistrarSystem system) {
      return stubs.get(system).url();
    }

    @Override
    public void close() {
      stubs.values().forEach(RegistrarStub::close);
    }
  }

  /**
   * Distinguishes two systems of the first platform at one address; the second platform has none.
   */
  private static String entity(RegistrarSystem system) {
    return switch (system) {
      case LIVE -> "54cd";
      case OTE, SANDBOX -> "1234";
      case CNR_LIVE, CNR_OTE, CNR_SANDBOX -> null;
    };
  }

  private Reply reply(RegistrarSystem system, Map<String, String> form) {
    Matcher command = COMMAND.matcher(form.get("s_command"));
    if (!command.find()) {
      crossed.add("unknown command");
      return Reply.code(500, "Invalid command name");
    }
    String name = command.group(1);
    ResellerAccount account = ACCOUNTS.get(name);
    String password = form.get("s_pw");
    boolean own =
        account.system() == system
            && Objects.equals(form.get("s_entity"), entity(system))
            && form.get("s_login").equals(account.login())
            && password.startsWith("pw-" + name + "-v")
            && Integer.parseInt(password.substring(("pw-" + name + "-v").length()))
                >= Integer.parseInt(command.group(2));
    if (!own) {
      crossed.add(name + " on " + system + " as " + form.get("s_login") + " with " + password);
    }
    seen.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
    return Reply.code(545, "Object not found");
  }

  private static String password(String name, int version) {
    return "pw-" + name + "-v" + version;
  }

  private RegistrarGateway gateway(Systems systems) {
    RegistrarProperties properties =
        new RegistrarProperties(
            systems.url(RegistrarSystem.LIVE),
            systems.url(RegistrarSystem.OTE),
            systems.url(RegistrarSystem.SANDBOX),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));
    CnrProperties cnr =
        new CnrProperties(
            systems.url(RegistrarSystem.CNR_LIVE),
            systems.url(RegistrarSystem.CNR_OTE),
            systems.url(RegistrarSystem.CNR_SANDBOX));
    HttpClient http = LineProtocolHttp.create(properties.connectTimeout());
    Dialects dialects =
        new Dialects(
            List.of(
                new IspapiDialect(http, probes, properties, environment),
                new CnrDialect(http, cnrProbes, cnr, environment, Clock.systemUTC())),
            accounts);
    return new RegistrarGateway(
        new RegistrarConnection(dialects, accounts, throttle, properties, event -> {}, clock),
        journal,
        new DatabaseRetry(),
        dialects,
        properties,
        clock);
  }

  private static ch.qos.logback.classic.Logger clientLog() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(LineProtocolClient.class);
  }
}
