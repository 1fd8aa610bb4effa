package io.domainflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.account.Platform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stories do and see at the registrar, over HTTP only: the names, mails and charges in the
 * sandbox, its faults and its clock.
 */
abstract class RegistrarSteps {

  private static final Pattern OURS = Pattern.compile("\"domain\": *\"([^\"]+)\"");
  private static final Set<String> PAID =
      Set.of(
          "AddDomain",
          "AddDomainApplication",
          "TransferDomain",
          "TradeDomain",
          "RenewDomain",
          "PayDomainRenewal",
          "RestoreDomain");

  private final Caller admin;
  private final Platform platform;
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  RegistrarSteps(int port, Platform platform) {
    this.admin = new Caller(port, "admin");
    this.platform = platform;
  }

  /** The account of the demo on the platform of these stories. */
  public String account() {
    return accountHere("sandbox");
  }

  /** Whether these stories run at CentralNic Reseller. */
  public boolean atCnr() {
    return platform == Platform.CNR;
  }

  /** The platform of these stories. */
  public Platform platform() {
    return platform;
  }

  /** The account on the platform of these stories that replaces one of the demo. */
  public String accountHere(String account) {
    return platform == Platform.CNR ? account.replace("sandbox", "cnr") : account;
  }

  /** Sets up a name; one in the account is assigned to the caller who places the orders. */
  public void registry(String json) {
    registryExactly(json.replace('\'', '"'));
  }

  /** Assigns a name to an owner. */
  public void give(String domain, String owner) {
    Answer given = tryToGive(domain, owner, "sandbox");
    assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
  }

  private Answer tryToGive(String domain, String owner, String account) {
    owners.put(domain, owner);
    return admin.put(
        "/api/v1/domains/" + domain + "/owner?account=" + accountHere(account),
        "{'owner': '%s', 'reason': 'was his before'}".formatted(owner));
  }

  /** Assigns a name to the caller that orders for it, unless an order prevents that. */
  void isOf(String domain, String owner, String account) {
    if (!owner.equals(owners.get(domain))) {
      tryToGive(domain, owner, account);
    }
  }

  /** The same as {@link #registry}, with JSON as it is. */
  public void registryExactly(String json) {
    Answer set = admin.postExactly("/sandbox/registry", registryHere(json));
    assertThat(set.status()).as(set.body().toString()).isBetween(200, 299);
    Matcher ours = OURS.matcher(json);
    while (json.contains("\"OURS\"") && ours.find()) {
      tryToGive(ours.group(1), "billing", json.contains("test.user2") ? "sandbox2" : "sandbox");
    }
  }

  private String registryHere(String names) {
    return platform == Platform.CNR
        ? names.replace("\"domain\"", "\"platform\": \"CNR\", \"domain\"")
        : names;
  }

  /** The time of the sandbox, and therefore of everything else. */
  public String now() {
    return admin.get("/sandbox/clock").body().get("now").asText();
  }

  /** The calls that match a query, such as those for a name or since a time. */
  public List<JsonNode> requests(String query) {
    List<JsonNode> entries = new ArrayList<>();
    admin.get("/sandbox/requests?" + query).body().forEach(entries::add);
    return entries;
  }

  /** The commands that changed something for this name, oldest first. */
  public List<JsonNode> ledger(String domain) {
    List<JsonNode> entries = new ArrayList<>();
    admin.get("/sandbox/ledger?domain=" + domain).body().forEach(entries::add);
    return entries;
  }

  /** The commands that had to be paid for. */
  public List<JsonNode> bought(String domain) {
    return ledger(domain).stream()
        .filter(entry -> PAID.contains(entry.get("command").asText()))
        .toList();
  }

  /** The contacts that the registrar has, with their data. */
  public List<JsonNode> contacts() {
    List<JsonNode> contacts = new ArrayList<>();
    admin.get("/sandbox/export").body().get("contacts").forEach(contacts::add);
    return contacts;
  }

  /** Makes something happen to a name that nobody here requested. */
  public void happen(String domain, String what) {
    control(
        "/sandbox/happen",
        "{'platform': '%s', 'domain': '%s', 'what': '%s'}".formatted(platform, domain, what));
  }

  /** The same, with the account or registrar concerned. */
  public void happen(String domain, String what, String to) {
    control(
        "/sandbox/happen",
        "{'platform': '%s', 'domain': '%s', 'what': '%s', 'to': '%s'}"
            .formatted(platform, domain, what, to));
  }

  /** The mails of the registrar about a name, oldest first. */
  public List<JsonNode> mails(String domain) {
    List<JsonNode> mails = new ArrayList<>();
    for (JsonNode mail : admin.get("/sandbox/mailbox").body()) {
      if (mail.get("domain").asText().equals(domain)) {
        mails.add(mail);
      }
    }
    return mails;
  }

  /** Follows a link in a mail. */
  public void follow(JsonNode mail, String link) {
    URI address = URI.create(mail.at("/links/" + link).asText());
    control(
        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()),
        "");
  }

  /** Resets everything to the initial state. */
  public void startOver() {
    control("/sandbox/reset", "");
  }

  /** Adds the second account, which the demo has only on one platform. */
  public void addSecondAccount() {
    if (platform != Platform.CNR) {
      return;
    }
    Answer added =
        admin.post(
            "/api/v1/accounts",
            "{'name': '%s', 'system': 'CNR_SANDBOX', 'login': 'test.user2', 'password':"
                    .formatted(accountHere("sandbox2"))
                + " 'test.passw0rd2', 'quotaSoft': 1000000, 'quotaHard': 1000000}");
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
  }

  /** Removes the second account. */
  public void removeSecondAccount() {
    if (platform == Platform.CNR) {
      Answer removed = admin.delete("/api/v1/accounts/" + accountHere("sandbox2"));
      assertThat(removed.status()).as(removed.body().toString()).isEqualTo(204);
    }
  }

  /** Sets up an account at the registrar. */
  public Answer account(String json) {
    return admin.post(
        "/sandbox/accounts",
        platform == Platform.CNR ? json.replace("'login'", "'platform': 'CNR', 'login'") : json);
  }

  public void fault(String json) {
    control("/sandbox/faults", json);
  }

  public void profile(String name) {
    control("/sandbox/profile", "{'name': '%s'}".formatted(name));
  }

  /** Removes all faults, and ends the pauses that the registrar may have requested. */
  public void registrarIsWellAgain() {
    noFaults();
    advance("PT2H");
  }

  public void noFaults() {
    admin.delete("/sandbox/faults");
  }

  /** Delays new rows in the registrar's lists by this time, such as {@code PT10M}. */
  public void listsLate(String by) {
    control("/sandbox/lists", "{'late': '%s'}".formatted(by));
  }

  /** Moves the clock, with all work due on the way. */
  public void advance(String duration) {
    control("/sandbox/clock", "{'advance': '%s'}".formatted(duration));
  }

  private void control(String path, String json) {
    Answer answer = admin.post(path, json);
    assertThat(answer.status()).as(path + ": " + answer.body()).isBetween(200, 299);
  }
}
