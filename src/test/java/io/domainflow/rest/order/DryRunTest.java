package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an order would do, asked before it is placed: it is true, and leaves no trace. */
@DomainflowTest
class DryRunTest {

  private static final String DRY_RUN = "/api/v1/orders?dryRun=true";
  private static final Set<String> OTHERS = Set.of("REGISTRAR", "REGISTRANT", "PRIOR_REGISTRANT");
  private static final String PREMIUM =
      "'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '900.00', 'renewalPrice': '450.00'";
  private static final String ICANN = "'registrantChangeBy': 'ICANN-TRADE'";
  private static final String ENOUGH = ", 'acceptPrice': {'amount': '9999.00', 'currency': 'EUR'}";
  private static final String LITTLE = ", 'acceptPrice': {'amount': '0.01', 'currency': 'EUR'}";
  private static final String ADA =
      "'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
          + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";

  private final int port;
  private final Registrations stories;
  private final Caller billing;
  private final Caller consenting;
  private final Caller admin;
  private final JdbcClient database;
  private final ProcessEngine engine;

  /** The orders of a test, by what they are about. */
  private final Map<String, String> orders = new LinkedHashMap<>();

  @Autowired
  DryRunTest(@LocalServerPort int port, JdbcClient database, ProcessEngine engine) {
    this.engine = engine;
    this.port = port;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.consenting = new Clients(port).consenting();
    this.admin = new Caller(port, "admin");
    this.database = database;
  }

  @BeforeEach
  void beginAnew() {
    stories.startOver();
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.startOver();
    stories.profile("A");
  }

  @BothReadings
  void saysWhatARegistrationWouldDo(String profile) {
    stories.profile(profile);
    register("free", freshName("com"), "");
    register("free for two years", freshName("net"), ", 'period': '2Y'");
    register("taken", set("com", "'owner': 'OTHER_REGISTRAR'"), "");
    register("ours already", set("com", "'owner': 'OURS'"), "");
    register("premium, nobody has agreed", set("com", PREMIUM), "");
    register("premium, agreed to less", set("com", PREMIUM), LITTLE);
    register("premium, agreed", set("com", PREMIUM), ENOUGH);
    register("premium for two years", set("com", PREMIUM), ENOUGH + ", 'period': '2Y'");
    register("a trademark notice", set("com", "'owner': 'FREE', 'claims': true"), "");
    register("premium with a notice", set("com", PREMIUM + ", 'claims': true"), ENOUGH);
    register("additional fields missing", freshName("ca"), "");
    register(
        "additional fields given",
        freshName("ca"),
        ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}");

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatATransferWouldDo(String profile) {
    stories.profile(profile);
    String elsewhere = "'owner': 'OTHER_REGISTRAR', 'age': 'P900D'";
    String code = ", 'authCode': 'secret1'";
    transfer("with the right code", set("com", elsewhere), code);
    transfer("with the wrong code", set("com", elsewhere), ", 'authCode': 'not-the-one'");
    transfer("without a code", set("com", elsewhere), "");
    transfer("locked", set("com", elsewhere + ", 'transferLock': true"), code);
    transfer("too young", set("com", "'owner': 'OTHER_REGISTRAR', 'age': 'P10D'"), code);
    transfer("a name that is free", freshName("com"), code);
    transfer("a name that is here", set("com", "'owner': 'OURS'"), code);
    transfer("in another account", set("com", "'owner': 'OTHER_ACCOUNT'"), code);
    transfer("a price that is too high", set("com", elsewhere), code + LITTLE);
    transfer("a price that is agreed to", set("com", elsewhere), code + ENOUGH);
    transfer("a period that is not offered", set("com", elsewhere), code + ", 'period': '2Y'");
    transfer(
        "premium", set("com", elsewhere + ", 'class': 'PREMIUM_STORY', 'price': '90.00'"), code);
    transfer(
        "confirmed by mail",
        set("com", elsewhere + ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}"),
        code);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatAChangeOfRegistrantWouldDo(String profile) {
    stories.profile(profile);
    String both = ", 'consents': [%s, %s]".formatted(proofFrom("NEW", ""), proofFrom("PRIOR", ""));
    String atOnce = ", 'registrantChangeMode': 'LOCK_AT_ONCE'";
    String later = ", 'registrantChangeMode': 'WAIT_THEN_LOCK'";
    String optOut =
        ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK', 'consents': [%s, %s]"
            .formatted(proofFrom("NEW", ""), proofFrom("PRIOR", ", 'optOutOfLock': true"));
    change("no consent at all", ours(ICANN), atOnce);
    change("consents of both", ours(ICANN), atOnce + both);
    change("the prior registrant is asked", ours(ICANN), later + both);
    change("opted out of the lock", ours(ICANN), optOut);
    change("nobody has chosen", ours(ICANN), ", 'registrantChangeMode': 'ASK'");
    change(
        "no opting out is recorded",
        ours(ICANN),
        ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK'" + both);
    change("it costs something", ours(ICANN + ", 'tradePrice': '30.00'"), atOnce + both);
    change(
        "the cost is agreed to", ours(ICANN + ", 'tradePrice': '30.00'"), atOnce + both + ENOUGH);
    change("changed by an update", ours("'registrantChangeBy': 'UPDATE'"), "");
    String ca = set("ca", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'UPDATE'}");
    change("an update that lacks additional fields", ca, "");
    change(
        "an update that has them, and one too many",
        set("it", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'UPDATE'}"),
        ", 'additionalFields': {'X-IT-ACCEPT-LIABILITY-TAC': '1'}");
    change(
        "a trade that lacks additional fields",
        set("se", "'owner': 'OURS', 'zone': {'registrantChangeBy': 'TRADE'}"),
        ", 'additionalFields': {'X-NICSE-DISCLOSE': '1'}");
    change("changed at the registry only", ours("'registrantChangeBy': 'REGISTRY'"), "");
    change("not in the account", freshName("com"), atOnce);
    change("of another account", set("com", "'owner': 'OTHER_ACCOUNT'"), atOnce);
    change("expired", set("com", "'owner': 'OURS', 'expires': '-P46D'"), atOnce + both);
    String running = ours(ICANN);
    stories.happen(running, "TRADE_REQUESTED_ELSEWHERE");
    change("another change is running", running, atOnce + both);
    String disputed = ours(ICANN);
    hold(disputed);
    change("disputed", disputed, atOnce + both);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatARenewalOrARestoreWouldDo(String profile) {
    stories.profile(profile);
    renew("in time", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), "");
    renew("another date", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P21D"), "");
    renew("agreed", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), ENOUGH);
    renew("agreed to less", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), LITTLE);
    renew("premium", ourPremium("P20D"), in("P20D"), "");
    renew("not in the account", freshName("com"), in("P20D"), "");
    renew(
        "too far ahead",
        set("com", "'owner': 'OURS', 'expires': 'P3500D'"),
        in("P3500D"),
        ", 'period': '9Y'");
    renew(
        "too early, paid beforehand",
        set("com", "'owner': 'OURS', 'expires': 'P300D', 'zone': {'explicitRenewal': false}"),
        in("P300D"),
        "");
    renew("deleted", deleted("com"), in("-P50D"), "");
    restore("deleted, nobody has agreed", deleted("com"), "");
    restore("deleted, agreed", deleted("com"), ENOUGH);
    restore("deleted in its period", deletedEarly("com"), ENOUGH);
    restore("not deleted", set("com", "'owner': 'OURS'"), ENOUGH);
    restore("never there", freshName("com"), ENOUGH);

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysWhatTheEndOfANameWouldBring(String profile) {
    stories.profile(profile);
    String unconfirmed = set("com", "'owner': 'OURS'");
    plain("delete, not confirmed", "DELETE", unconfirmed, "");
    String confirmed = set("com", "'owner': 'OURS'");
    plain("delete, confirmed", "DELETE", confirmed, ", 'confirmDomain': '%s'".formatted(confirmed));
    String gone = freshName("com");
    plain("delete what is not there", "DELETE", gone, ", 'confirmDomain': '%s'".formatted(gone));
    String disputed = set("com", "'owner': 'OURS'");
    hold(disputed);
    plain("delete, disputed", "DELETE", disputed, ", 'confirmDomain': '%s'".formatted(disputed));
    String leaving = set("com", "'owner': 'OURS', 'age': 'P900D'");
    stories.happen(leaving, "OUTGOING_REQUESTED");
    plain("delete, leaving", "DELETE", leaving, ", 'confirmDomain': '%s'".formatted(leaving));
    plain("suspend", "SUSPEND", set("com", "'owner': 'OURS'"), "");
    plain("suspend, still resolving", "SUSPEND", set("com", "'owner': 'OURS'"), ", 'hold': false");
    plain("suspend what is not there", "SUSPEND", freshName("com"), "");
    plain("cancel", "CANCEL", set("com", "'owner': 'OURS'"), "");
    plain("cancel what is not there", "CANCEL", set("com", "'owner': 'OTHER_ACCOUNT'"), "");
    String suspended = set("com", "'owner': 'OURS'");
    stories.awaitStatus(stories.placePlain("SUSPEND", suspended, ""), "COMPLETED");
    plain("reactivate", "UNSUSPEND", suspended, "");

    assertThatPreviewsComeTrue();
  }

  @BothReadings
  void saysThatTheCreditDoesNotReach(String profile) {
    stories.profile(profile);
    stories.account("{'login': 'test.user', 'balance': '1.00', 'creditLimit': '0.00'}");
    register("free", freshName("com"), "");
    renew("in time", set("com", "'owner': 'OURS', 'expires': 'P20D'"), in("P20D"), "");
    register("taken all the same", set("com", "'owner': 'OTHER_REGISTRAR'"), "");

    assertThatPreviewsComeTrue();
  }

  @Test
  void refusesWhatTheOrderItselfWouldBeRefusedFor() {
    String domain = freshName("ca");
    String reference = stories.place(domain);
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String same = Registrations.order(reference, domain, "");

    Answer incomplete = tried("{'operation': 'REGISTER', 'surplus': 1}");
    Answer placed = billing.post("/api/v1/orders", "{'operation': 'REGISTER', 'surplus': 1}");
    Answer busy = tried(Registrations.order("D-" + UUID.randomUUID(), domain, ""));
    Answer other = tried(same.replace("1Y", "2Y"));
    Answer nothing = tried(plainOrder("UNSUSPEND", set("com", "'owner': 'OURS'"), ""));
    Answer repeated = tried(same);
    Answer neither = billing.post("/api/v1/orders?dryRun=yes", same);
    Answer reader = new Caller(port, "analyst").postExactly(DRY_RUN, same);

    assertThat(incomplete.status()).isEqualTo(400);
    assertThat(incomplete.body().get("errors")).isEqualTo(placed.body().get("errors"));
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.body().get("type").asText()).endsWith(":name-busy");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body().get("type").asText()).endsWith(":reference-used");
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(nothing.body().at("/errors/0/code").asText()).isEqualTo("NOT_SUSPENDED");
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(
            billing
                .get(repeated.body().at("/order/href").asText())
                .body()
                .get("reference")
                .asText())
        .isEqualTo(reference);
    assertThat(repeated.body().at("/order/status").asText()).isEqualTo("WAITING");
    assertThat(repeated.body().at("/warnings/0").asText()).contains("was placed before");
    assertThat(neither.status()).isEqualTo(400);
    assertThat(neither.body().at("/errors/0/field").asText()).isEqualTo("dryRun");
    assertThat(reader.status()).isEqualTo(403);
  }

  @Test
  void placesTheOrderThatIsExplicitlyNoDryRun() {
    String reference = "D-" + UUID.randomUUID();

    Answer placed =
        billing.postExactly(
            "/api/v1/orders?dryRun=false", Registrations.order(reference, freshName("com"), ""));

    assertThat(placed.status()).isEqualTo(202);
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void saysNothingWhileTheRegistrarCannotBeAsked() {
    stories.fault("{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 100}");
    String order = Registrations.order("D-" + UUID.randomUUID(), freshName("com"), "");

    Answer away = tried(order);

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body().get("type").asText()).endsWith(":registrar-unavailable");
    assertThat(away.body().get("detail").asText())
        .contains("Nothing was stored, changed or bought", "Send it again later");
    stories.noFaults();
    assertThat(tried(order).status()).isEqualTo(200);
  }

  /** Tries all orders, then places them: what was said comes true, and was only said. */
  private void assertThatPreviewsComeTrue() {
    tried(Registrations.order("D-" + UUID.randomUUID(), freshName("com"), ""));
    Map<String, JsonNode> previews = new LinkedHashMap<>();
    JobExecutor timers =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    // One that fires between the two looks would leave traces of its own.
    stories.advance("PT1S");
    timers.shutdown();
    try {
      Map<String, String> before = everything();
      orders.forEach(
          (what, order) -> {
            Answer answer = tried(order);
            assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(200);
            previews.put(what, answer.body());
          });
      assertThat(everything()).isEqualTo(before);
    } finally {
      timers.start();
    }

    Map<String, String> references = new LinkedHashMap<>();
    orders.forEach(
        (what, order) -> {
          Answer answer = stories.placeRaw(order);
          assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(202);
          references.put(what, answer.body().get("reference").asText());
        });
    SoftAssertions all = new SoftAssertions();
    references.forEach(
        (what, reference) -> assertTrue(all, what, previews.get(what), settled(reference)));
    all.assertAll();
  }

  private void assertTrue(SoftAssertions all, String what, JsonNode preview, JsonNode order) {
    String both = what + ": " + preview + " and then " + order;
    all.assertThat(preview.get("dryRun").asBoolean()).as(both).isTrue();
    if (!preview.get("wouldEnd").isNull()) {
      all.assertThat(order.at("/failure/reason").asText())
          .as(both)
          .isEqualTo(preview.at("/wouldEnd/reason").asText());
      all.assertThat(order.at("/failure/message").asText())
          .as(both)
          .isEqualTo(preview.at("/wouldEnd/message").asText());
    } else if (!preview.get("questions").isEmpty()) {
      JsonNode first = preview.at("/questions/0");
      for (String member : List.of("code", "who", "what")) {
        all.assertThat(order.at("/waitingFor/" + member).asText())
            .as(both)
            .isEqualTo(first.get(member).asText());
      }
    } else {
      all.assertThat(order.get("status").asText()).as(both).isIn("COMPLETED", "WAITING");
      all.assertThat(OTHERS).as(both).contains(order.at("/waitingFor/who").asText("REGISTRAR"));
      BigDecimal price = new BigDecimal(preview.at("/price/amount").asText("0"));
      all.assertThat(charged(order.get("domain").asText())).as(both).isEqualByComparingTo(price);
      all.assertThat(preview.get("steps")).as(both).isNotEmpty();
    }
  }

  private BigDecimal charged(String domain) {
    return stories.ledger(domain).stream()
        .map(entry -> new BigDecimal(entry.get("charged").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The order, once it does not go on by itself at present. */
  private JsonNode settled(String reference) {
    return stories.await(reference, order -> !order.get("status").asText().equals("IN_PROGRESS"));
  }

  /** Every table, and what was done at the registrar. */
  private Map<String, String> everything() {
    Map<String, String> everything = new TreeMap<>();
    List<String> tables =
        database
            .sql(
                "select table_name from information_schema.tables"
                    + " where table_schema = 'public' and table_type = 'BASE TABLE'")
            .query(String.class)
            .list();
    for (String table : tables) {
      // The count of what was asked of the registrar goes on; the engine's own rows are touched.
      boolean ours = !table.startsWith("act_") && !table.equals("registrar_usage");
      everything.put(
          table,
          database
              .sql(
                  (ours
                          ? "select md5(string_agg(t::text, '|' order by t::text))"
                          : "select count(*)")
                      + " from \""
                      + table
                      + "\" t")
              .query(String.class)
              .optional()
              .orElse("nothing"));
    }
    // Contacts that nobody needs any more are deleted in the background.
    everything.remove("order_contact_handle");
    // What the registrar was asked is kept for analysts, whoever asked; the ledger has what
    // changed.
    everything.remove("registrar_call");
    // That a token is in use is noted.
    everything.remove("api_client_token");
    List<JsonNode> ledger = new ArrayList<>();
    admin
        .get("/sandbox/ledger")
        .body()
        .forEach(
            entry -> {
              if (!entry.get("command").asText().equals("DeleteContact")) {
                ledger.add(entry);
              }
            });
    everything.put("ledger", ledger.toString());
    return everything;
  }

  private Answer tried(String order) {
    return whoMay(order).post(DRY_RUN, order);
  }

  /** Consents are taken from a client that may send them alone. */
  private Caller whoMay(String order) {
    return order.contains("'consents'") ? consenting : billing;
  }

  private void register(String what, String domain, String more) {
    String order = Registrations.order("D-" + UUID.randomUUID(), domain, more);
    orders.put(
        what, more.contains("period") ? order.replaceFirst("\"period\": \"1Y\",", "") : order);
  }

  private void transfer(String what, String domain, String more) {
    plain(what, "TRANSFER", domain, more);
  }

  private void change(String what, String domain, String more) {
    plain(what, "CHANGE_REGISTRANT", domain, ", " + ADA + more);
  }

  private void renew(String what, String domain, LocalDate expires, String more) {
    plain(
        "renew: " + what,
        "RENEW",
        domain,
        ", 'expires': '%s' %s".formatted(expires, more)
            + (more.contains("period") ? "" : ", 'period': '1Y'"));
  }

  private void restore(String what, String domain, String more) {
    plain("restore: " + what, "RESTORE", domain, more);
  }

  private void plain(String what, String operation, String domain, String more) {
    if (!operation.equals("TRANSFER")) {
      stories.give(domain, more.contains("'consents'") ? Clients.CONSENTING_LOGIN : "billing");
    }
    orders.put(what, plainOrder(operation, domain, more));
  }

  private static String plainOrder(String operation, String domain, String more) {
    return "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
        .formatted("D-" + UUID.randomUUID(), operation, domain, more);
  }

  private String set(String tld, String setup) {
    String domain = freshName(tld);
    stories.registry("{'domain': '%s', %s}".formatted(domain, setup));
    return domain;
  }

  private String ours(String zone) {
    return set("com", "'owner': 'OURS', 'expires': 'P700D', 'zone': {%s}".formatted(zone));
  }

  private String ourPremium(String expires) {
    return set(
        "com",
        "'owner': 'OURS', 'expires': '%s', 'class': 'PREMIUM_STORY', 'price': '90.00'"
            .formatted(expires));
  }

  private String deleted(String tld) {
    String domain = set(tld, "'owner': 'OURS', 'expires': '-P50D'");
    stories.happen(domain, "DELETED_ELSEWHERE");
    return domain;
  }

  private String deletedEarly(String tld) {
    String domain = set(tld, "'owner': 'OURS', 'expires': 'P200D'");
    stories.happen(domain, "DELETED_ELSEWHERE");
    return domain;
  }

  private void hold(String domain) {
    assertThat(
            admin
                .put(
                    "/api/v1/domains/" + domain + "/hold",
                    "{'kind': 'UDRP', 'reference': 'D2026-1'}")
                .status())
        .isEqualTo(200);
  }

  private static String proofFrom(String side, String more) {
    return "{'side': '%s', 'basis': 'agreement', 'textVersion': '3', 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'%s}"
        .formatted(side, more);
  }

  private LocalDate in(String period) {
    return Instant.parse(stories.now())
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .plus(Period.parse(period));
  }
}
