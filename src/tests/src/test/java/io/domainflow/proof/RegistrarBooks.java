package io.domainflow.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.domainflow.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registrar's executed commands and its state, all read at the same time. */
final class RegistrarBooks {

  /** The commands that must not be carried out twice. */
  private static final Set<String> ONLY_ONCE =
      Set.of(
          "AddDomain",
          "AddDomainApplication",
          "TransferDomain",
          "TradeDomain",
          "RenewDomain",
          "PayDomainRenewal",
          "RestoreDomain",
          "DeleteDomain",
          "PushDomain");

  /** The first name server that an update gives a name. */
  static final String NEW_SERVER = "ns1.update.example";

  private final Map<String, List<JsonNode>> ledger = new HashMap<>();
  private final Map<String, JsonNode> names = new HashMap<>();
  private final Map<String, JsonNode> deleted = new HashMap<>();
  private final Map<String, JsonNode> transfers = new HashMap<>();
  private final Map<String, JsonNode> trades = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();
  private final Map<String, String> towns = new HashMap<>();
  private final Map<String, Integer> contacts = new HashMap<>();
  private final List<JsonNode> events = new ArrayList<>();

  RegistrarBooks(Caller admin) {
    JsonNode all = admin.get("/sandbox/export").body();
    for (JsonNode entry : all.get("ledger")) {
      ledger
          .computeIfAbsent(
              key(entry.path("account").asText(), entry.path("domain").asText()),
              key -> new ArrayList<>())
          .add(entry);
    }
    read(all.get("names"), names);
    read(all.get("deleted"), deleted);
    read(all.get("transfers"), transfers);
    read(all.get("trades"), trades);
    for (JsonNode contact : all.get("contacts")) {
      String person = contact.at("/fields/LASTNAME").asText();
      persons.put(contact.get("handle").asText(), person);
      towns.put(contact.get("handle").asText(), contact.at("/fields/CITY").asText());
      contacts.merge(person, 1, Integer::sum);
    }
    all.get("events").forEach(events::add);
  }

  private static void read(JsonNode rows, Map<String, JsonNode> byName) {
    rows.forEach(row -> byName.put(row.get("domain").asText(), row));
  }

  private static String key(String login, String domain) {
    return login + " " + domain;
  }

  private List<JsonNode> entries(FaultTrial trial) {
    return ledger.getOrDefault(key(trial.login(), trial.domain()), List.of());
  }

  /** The number of executed commands that must not be repeated. */
  int onlyOnce(FaultTrial trial) {
    return (int) entries(trial).stream().filter(RegistrarBooks::isOnlyOnce).count();
  }

  private static boolean isOnlyOnce(JsonNode entry) {
    String command = entry.get("command").asText();
    return command.equals("ModifyDomain")
        ? entry.get("parameters").has("OWNERCONTACT0")
        : ONLY_ONCE.contains(command)
            && !entry.at("/parameters/ACTION").asText().equalsIgnoreCase("CANCEL");
  }

  /** The final cost of a trial. */
  BigDecimal spent(FaultTrial trial) {
    return entries(trial).stream()
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The number of contacts of an order's person. */
  int contacts(FaultTrial trial) {
    return contacts.getOrDefault(trial.person(), 0);
  }

  private JsonNode name(FaultTrial trial) {
    return names.getOrDefault(trial.domain(), MissingNode.getInstance());
  }

  boolean isInItsAccount(FaultTrial trial) {
    return name(trial).path("account").asText().equals(trial.login())
        && name(trial).path("status").asText().equals("ACTIVE");
  }

  boolean belongsToThePerson(FaultTrial trial) {
    String owner = name(trial).at("/contacts/OWNER/0").asText();
    return isInItsAccount(trial) && trial.person().equals(persons.get(owner));
  }

  boolean isDeleted(FaultTrial trial) {
    return deleted.containsKey(trial.domain()) && !names.containsKey(trial.domain());
  }

  /** Whether the name is no longer in an account of the registrar. */
  boolean isGone(FaultTrial trial) {
    return name(trial).path("account").isNull();
  }

  boolean hasAuthCode(FaultTrial trial) {
    return isInItsAccount(trial) && !name(trial).path("auth").asText().isEmpty();
  }

  boolean isOnHold(FaultTrial trial) {
    return name(trial).path("statuses").toString().contains("\"clientHold\"");
  }

  boolean isLocked(FaultTrial trial) {
    return isInItsAccount(trial) && name(trial).path("transferLock").asBoolean();
  }

  /** Whether an update has given the name other name servers and the lock. */
  boolean isSetUpAnew(FaultTrial trial) {
    return isLocked(trial) && name(trial).path("nameservers").toString().contains(NEW_SERVER);
  }

  /** Whether the name's registrant lives in the town of the order's person. */
  boolean livesThere(FaultTrial trial) {
    String owner = name(trial).at("/contacts/OWNER/0").asText();
    return isInItsAccount(trial) && trial.person().equals(towns.get(owner));
  }

  boolean isToExpire(FaultTrial trial) {
    return isInItsAccount(trial) && name(trial).path("renewalMode").asText().equals("AUTOEXPIRE");
  }

  boolean isToRenewOnce(FaultTrial trial) {
    return isInItsAccount(trial)
        && name(trial).path("renewalMode").asText().startsWith("RENEWONCE");
  }

  /** The date until which a name is paid. */
  LocalDate paidUntil(FaultTrial trial) {
    return Instant.parse(name(trial).at("/renewal/paidUntil").asText())
        .atOffset(ZoneOffset.UTC)
        .toLocalDate();
  }

  boolean transferIsOff(FaultTrial trial) {
    return transfers.get(trial.domain()).get("status").asText().equals("FAILED");
  }

  boolean changeIsOff(FaultTrial trial) {
    return trades.get(trial.domain()).get("status").asText().equals("FAILED");
  }

  boolean hasSentMailsAgain(FaultTrial trial) {
    return entries(trial).stream()
        .map(entry -> entry.get("command").asText())
        .anyMatch(Set.of("ResendDomainTransferConfirmationEmails", "ResendNotification")::contains);
  }

  /** Whether the event for the beginning of a transfer has been deleted. */
  boolean eventIsGone(FaultTrial trial) {
    return events.stream()
        .noneMatch(
            event ->
                !event.path("deleted").asBoolean()
                    && event.get("data").asText().equals("domain:" + trial.domain())
                    && event.get("subclass").asText().equals("TRANSFER_PENDING"));
  }
}
