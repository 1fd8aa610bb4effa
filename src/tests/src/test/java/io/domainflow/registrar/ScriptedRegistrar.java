package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.ispapi.IspapiDialect;
import io.domainflow.ispapi.probe.IspapiProbe;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.registrar.RegistrarStub.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * A registrar over HTTP whose answers a test scripts per command, and the gateway to it with a
 * separate account. Commands without a script are unknown.
 */
public final class ScriptedRegistrar implements AutoCloseable {

  private static final String LOGIN = "acme!robot";

  private final String account = "scripted-" + UUID.randomUUID();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Map<String, String>> sent = new CopyOnWriteArrayList<>();
  private final RegistrarStub stub = new RegistrarStub(this::reply);
  private final Accounts accounts;
  private final RegistrarGateway gateway;

  /** Starts one whose gateway uses the beans of an application. */
  public ScriptedRegistrar(ApplicationContext application) {
    this(application, application.getBean(AccountThrottle.class), application.getBean(Clock.class));
  }

  /** The same with the test's own throttle and clock. */
  ScriptedRegistrar(ApplicationContext application, AccountThrottle throttle, Clock clock) {
    accounts = application.getBean(Accounts.class);
    RegistrarProperties properties =
        new RegistrarProperties(
            stub.url(),
            stub.url(),
            stub.url(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ZERO,
            Duration.ofMinutes(5));
    IspapiDialect dialect =
        new IspapiDialect(
            LineProtocolHttp.create(properties.connectTimeout()),
            probes(application),
            properties,
            application.getEnvironment());
    Dialects dialects = new Dialects(List.of(dialect), accounts);
    gateway =
        new RegistrarGateway(
            new RegistrarConnection(dialects, accounts, throttle, properties, event -> {}, clock),
            application.getBean(CommandJournal.class),
            new DatabaseRetry(),
            dialects,
            properties,
            clock);
    accounts.insert(ResellerAccount.of(account, RegistrarSystem.LIVE, LOGIN), "secret");
  }

  private static List<IspapiProbe<?, ?>> probes(ApplicationContext application) {
    List<IspapiProbe<?, ?>> probes = new ArrayList<>();
    application.getBeansOfType(IspapiProbe.class).values().forEach(probes::add);
    return probes;
  }

  public String account() {
    return account;
  }

  public RegistrarGateway gateway() {
    return gateway;
  }

  /** Reads as a probe does. */
  public Reader reader() {
    return gateway.reader(account);
  }

  /**
   * Scripts the answer from now on.
   *
   * @param command name of the command; for StatusObjectLog with the number of the entry
   * @param properties lines such as {@code PROPERTY[STATUS][0]=ACTIVE}
   */
  public void answer(String command, int code, String description, String... properties) {
    String lines = Arrays.stream(properties).map(line -> line + "\n").collect(Collectors.joining());
    replies.put(
        command,
        new Reply(
            200,
            "[RESPONSE]\nCODE=%d\nDESCRIPTION=%s\n%sEOF\n".formatted(code, description, lines)));
  }

  /** The parameters of every command that arrived, oldest first. */
  public List<Map<String, String>> sent() {
    return sent;
  }

  /** The names of the commands that arrived, oldest first. */
  public List<String> commands() {
    return sent.stream().map(command -> command.get("COMMAND")).toList();
  }

  private Reply reply(Map<String, String> form) {
    Map<String, String> command =
        form.get("s_command")
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    sent.add(command);
    String name = command.get("COMMAND");
    String key = command.containsKey("LOGINDEX") ? name + " " + command.get("LOGINDEX") : name;
    return replies.getOrDefault(key, Reply.code(545, "Object not found"));
  }

  @Override
  public void close() {
    stub.close();
    accounts.delete(account);
  }
}
