package io.domainflow.process.accountcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * The steps of the stories around the check of accounts, told over HTTP only. They begin with both
 * accounts in order and nothing found.
 */
public final class AccountChecks {

  private final Registrations registrations;
  private final Caller operator;
  private final Caller admin;

  public AccountChecks(int port) {
    this.registrations = new Registrations(port);
    this.operator = new Caller(port, "operator");
    this.admin = new Caller(port, "admin");
  }

  public Registrations registrations() {
    return registrations;
  }

  public Caller operator() {
    return operator;
  }

  public Caller admin() {
    return admin;
  }

  public void begin(String profile) {
    registrations.startOver();
    registrations.profile(profile);
    for (String login : List.of("test.user", "test.user2")) {
      account(login, "'renewalMode': 'AUTOEXPIRE'");
    }
  }

  /** Sets up an account at the registrar as given. */
  void account(String login, String members) {
    Answer answer = registrations.account("{'login': '%s', %s}".formatted(login, members));
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
  }

  /** Leaves an account this many euros to spend, on credit if the registrar states the credit. */
  void moneyLeft(String login, int euros) {
    int credit = isAtCnr() ? 0 : 90;
    account(login, "'balance': %d, 'creditLimit': %d".formatted(euros - credit, credit));
  }

  /** Names of the first account that renew automatically; the second account's end with -2. */
  void renewingNames(String account, int number) {
    registrations.registry(
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    "{'domain': 'name-%03d%s', 'account': '%s'}"
                        .formatted(i, account.equals("test.user") ? ".com" : "-2.com", account))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** Moves the clock to a minute before five. */
  void toTheNextCheck() {
    Instant now = Instant.parse(registrations.now());
    Instant five = now.atZone(ZoneOffset.UTC).with(LocalTime.of(5, 0)).toInstant();
    boolean today = five.isAfter(now.plusSeconds(120));
    Instant next = today ? five : five.plus(Duration.ofDays(1));
    registrations.advance(Duration.between(now, next).minusSeconds(60).toString());
  }

  public void nextDay() {
    registrations.advance("P1D");
  }

  /** The account on the platform of these stories that replaces one of the demo. */
  public String here(String account) {
    return registrations.accountHere(account);
  }

  /** The system of these accounts. */
  RegistrarSystem system() {
    return isAtCnr() ? RegistrarSystem.CNR_SANDBOX : RegistrarSystem.SANDBOX;
  }

  private boolean isAtCnr() {
    return registrations.platform() == Platform.CNR;
  }

  /** Tasks about findings that operators see, by the account's name. */
  public List<JsonNode> tasks(String account) {
    List<JsonNode> tasks = new ArrayList<>();
    operator
        .get(
            "/engine-rest/task?processDefinitionKey=AccountFindingProcess"
                + "&processVariables=account_eq_"
                + here(account))
        .body()
        .forEach(tasks::add);
    return tasks;
  }

  JsonNode onlyTask(String account) {
    assertThat(tasks(account)).hasSize(1);
    return tasks(account).get(0);
  }

  public String form(JsonNode task, String field) {
    return registrations.form(task.get("id").asText()).at("/" + field + "/value").asText();
  }

  public void decide(JsonNode task, String decision) {
    Answer answer = registrations.decide(task.get("id").asText(), decision);
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
  }

  /** Waits until only this many tasks of the account are left. */
  void awaitTasks(String account, int number) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(tasks(account)).hasSize(number);
              assertThat(instances("AccountFindingProcess", account)).isEqualTo(number);
            });
  }

  /** How many instances of a process about this account are running. */
  int instances(String process, String account) {
    return admin
        .get(
            "/engine-rest/process-instance/count?processDefinitionKey="
                + process
                + "&variables=account_eq_"
                + here(account))
        .body()
        .get("count")
        .asInt();
  }

  /** The dates that the registrar states for a name that it does not renew. */
  List<String> statedOfNamesThatEnd(String profile) {
    if (isAtCnr()) {
      return profile.equals("A")
          ? List.of("created", "expires", "paidUntil", "failure")
          : List.of("created", "expires", "failure");
    }
    return List.of("created", "expires", "paidUntil", "failure", "accounting", "finalization");
  }

  /** How often a command was sent; accounts on the other platform do not count. */
  public long calls(String command, String since) {
    return requests(since).stream()
        .filter(request -> request.get("command").asText().equals(command))
        .count();
  }

  /** How many parts of lists of names were requested: each takes two commands on one platform. */
  public long partsOfLists(String since) {
    long calls = calls("QueryDomainList", since);
    return isAtCnr() ? calls / 2 : calls;
  }

  /** All requests on the platform of these stories. */
  List<JsonNode> requests(String since) {
    return registrations.requests("since=" + since).stream()
        .filter(request -> request.path("platform").asText().equals("CNR") == isAtCnr())
        .toList();
  }
}
