package io.domainflow.proof;

import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Places the order of a trial, whose name it prepares at the registrar, and later answers, cancels
 * or approves it.
 */
final class TrialOrders {

  /** The price of a premium name, and of a change of registrant. */
  private static final String PRICE = ", 'acceptPrice': {'amount': '9.00', 'currency': 'EUR'}";

  private static final String EXPIRING = "'renewalMode': 'AUTOEXPIRE'";
  private static final int DAYS_LEFT = 30;

  /** The ways in which a change of registrant is carried out. */
  enum Course {
    AT_ONCE,
    BY_SCRIPT,
    BY_MAIL
  }

  private final Caller shop;
  private final Caller admin;
  private final Caller approver;
  private final Registrations stories;

  private final Platform platform;

  TrialOrders(int port, Platform platform, Caller shop) {
    this.platform = platform;
    this.shop = shop;
    this.admin = new Caller(port, "admin");
    this.approver = new Caller(port, "approver");
    this.stories = new Registrations(port, platform);
  }

  /** The order as its caller reads it. */
  JsonNode get(FaultTrial trial) {
    return shop.get("/api/v1/orders/" + trial.reference()).body();
  }

  void register(FaultTrial trial) {
    register(trial, "", "ns1.example.net");
  }

  void registerWithUnknownNameserver(FaultTrial trial) {
    register(trial, "", "ns1.unknown.example");
  }

  void apply(FaultTrial trial) {
    set(trial, "'owner': 'FREE', 'class': 'PREMIUM_A', 'price': '9.00', 'currency': 'EUR'");
    register(trial, PRICE, "ns1.example.net");
  }

  /** The registry decides later; until then the name is free for further applications. */
  void applyInAPhase(FaultTrial trial) {
    set(
        trial,
        "'owner': 'FREE', 'class': 'EAP', 'price': '9.00', 'currency': 'EUR', 'next':"
            + " [{'command': 'AddDomainApplication', 'after': 'P1D', 'outcome': 'SUCCESSFUL'}]");
    register(trial, PRICE, "ns1.example.net");
  }

  private void register(FaultTrial trial, String more, String nameserver) {
    accepted(
        trial,
        shop.postExactly(
            "/api/v1/orders",
            order(trial.reference(), trial.domain(), more)
                .replace("\"Example\"", '"' + trial.person() + '"')
                .replace("\"account\": \"sandbox\"", "\"account\": \"" + trial.account() + '"')
                .replace("ns1.example.net", nameserver)));
  }

  void transfer(FaultTrial trial, String after) {
    transfer(trial, after, "");
  }

  void transferByMail(FaultTrial trial) {
    transfer(trial, "PT1H", ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}");
  }

  private void transfer(FaultTrial trial, String after, String more) {
    set(
        trial,
        "'owner': 'OTHER_REGISTRAR', 'next': [{'command': 'TransferDomain', 'after': '%s',"
                .formatted(after)
            + " 'outcome': 'SUCCESSFUL'}]"
            + more);
    place(trial, "TRANSFER", ", 'authCode': 'secret1'");
  }

  /** Uses a name that is already in the account and has no usable contacts. */
  void takeOverWithoutContacts(FaultTrial trial) {
    ours(trial, "'expires': 'P200D', 'registrant': null, 'transferLock': true, " + EXPIRING);
    place(trial, "TRANSFER", ", 'authCode': 'secret1'" + registrant(trial));
  }

  void giveContacts(FaultTrial trial) {
    done(trial, stories.decide(get(trial).at("/waitingFor/taskId").asText(), "START_CHANGE"));
  }

  void change(FaultTrial trial) {
    // In reading B the mails are sent after days.
    int courses = trial.reading().equals("A") ? 3 : 2;
    change(trial, Course.values()[trial.chance() % courses]);
  }

  void change(FaultTrial trial, Course course) {
    ours(
        trial,
        "'expires': 'P700D', 'zone': {'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '9.00'}"
            + (course == Course.BY_SCRIPT
                ? ", 'next': [{'command': 'TradeDomain', 'after': 'PT1H',"
                    + " 'outcome': 'SUCCESSFUL'}]"
                : ""));
    String consent =
        "{'side': '%s', 'basis': 'agreement', 'textVersion': '3',"
            + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}";
    place(
        trial,
        "CHANGE_REGISTRANT",
        ", 'registrantChangeMode': '%s', 'consents': [%s, %s]"
                .formatted(
                    course == Course.AT_ONCE ? "LOCK_AT_ONCE" : "WAIT_THEN_LOCK",
                    consent.formatted("NEW"),
                    consent.formatted("PRIOR"))
            + PRICE
            + registrant(trial));
  }

  void update(FaultTrial trial) {
    ours(trial, "'expires': 'P700D', 'zone': {'registrantChangeBy': 'UPDATE'}");
    place(trial, "CHANGE_REGISTRANT", registrant(trial));
  }

  /** Orders other name servers, and the lock. */
  void setUpAnew(FaultTrial trial) {
    ours(trial, "'expires': 'P700D', 'transferLock': false");
    place(
        trial,
        "UPDATE",
        ", 'nameservers': ['%s', 'ns2.example.net'], 'transferLock': true"
            .formatted(RegistrarBooks.NEW_SERVER));
  }

  /** Orders another address of the registrant, in a town with a unique name. */
  void moveHouse(FaultTrial trial) {
    ours(trial, "'expires': 'P700D'");
    place(
        trial,
        "UPDATE",
        (", 'registrantDetails': {'street': ['Main Street 2'], 'city': '%s',"
                + " 'postalCode': '14467', 'country': 'DE'}")
            .formatted(trial.person()));
  }

  private static String registrant(FaultTrial trial) {
    return (", 'registrant': {'firstName': 'Ada', 'lastName': '%s', 'street': ['Main Street 1'],"
            + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
            + " 'phone': '+49.301234567', 'email': 'ada@example.net'}")
        .formatted(trial.person());
  }

  void renew(FaultTrial trial, boolean explicit) {
    ours(
        trial,
        "'expires': 'P%dD', %s, 'zone': {'explicitRenewal': %s}"
            .formatted(DAYS_LEFT, EXPIRING, explicit));
    place(
        trial, "RENEW", ", 'period': '1Y', 'expires': '%s'".formatted(today().plusDays(DAYS_LEFT)));
  }

  /** No trial takes as long as the names' remaining period, and none a year. */
  boolean isPaidForAnotherYear(RegistrarBooks books, FaultTrial trial) {
    return books.isInItsAccount(trial) && books.paidUntil(trial).isAfter(today().plusYears(1));
  }

  private LocalDate today() {
    return Instant.parse(stories.now()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Uses a name deleted in the middle of its period, so that it only has to be restored. */
  void restore(FaultTrial trial) {
    ours(
        trial,
        "'expires': 'P200D', 'next': [{'command': 'RestoreDomain', 'after': 'PT1H',"
            + " 'outcome': 'SUCCESSFUL'}]");
    stories.happen(trial.domain(), "DELETED_ELSEWHERE");
    place(trial, "RESTORE", ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
  }

  void delete(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "DELETE", ", 'confirmDomain': '%s'".formatted(trial.domain()));
  }

  void release(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "RELEASE", ", 'target': 'TRANSIT'");
  }

  void approve(FaultTrial trial) {
    String task = get(trial).at("/waitingFor/taskId").asText();
    approver.post("/engine-rest/task/" + task + "/claim", "{'userId': 'approver'}");
    done(
        trial,
        approver.post(
            "/engine-rest/task/" + task + "/submit-form",
            "{'variables': {'decision': {'value': 'APPROVE', 'type': 'String'}}}"));
  }

  /** Uses a name without an auth code. The login has a new token, so an approver is asked first. */
  void leave(FaultTrial trial) {
    ours(trial, "'expires': 'P200D', 'authCode': ''");
    place(trial, "AUTH_CODE", ", 'unlock': false");
  }

  void suspend(FaultTrial trial) {
    ours(trial, "'expires': 'P200D'");
    place(trial, "SUSPEND", "");
  }

  void cancel(FaultTrial trial) {
    done(trial, shop.postExactly("/api/v1/orders/" + trial.reference() + "/cancel", ""));
  }

  void resend(FaultTrial trial) {
    done(trial, shop.postExactly("/api/v1/orders/" + trial.reference() + "/resend", ""));
  }

  private static void done(FaultTrial trial, Answer answer) {
    assertThat(answer.status()).as(trial.text() + ": " + answer.body()).isBetween(200, 299);
  }

  private void place(FaultTrial trial, String operation, String more) {
    accepted(
        trial,
        shop.post(
            "/api/v1/orders",
            "{'reference': '%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                .formatted(trial.reference(), operation, trial.account(), trial.domain(), more)));
  }

  private static void accepted(FaultTrial trial, Answer answer) {
    assertThat(answer.status()).as(trial.text() + ": " + answer.body()).isEqualTo(202);
  }

  private void ours(FaultTrial trial, String members) {
    set(trial, "'owner': 'OURS', " + members);
    stories.give(trial.domain(), Clients.CONSENTING_LOGIN);
  }

  private void set(FaultTrial trial, String members) {
    Answer answer =
        admin.post(
            "/sandbox/registry",
            "{'platform': '%s', 'domain': '%s', %s}".formatted(platform, trial.domain(), members));
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
  }
}
