package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.Registrations;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides orders that are tried and then placed, with their set-up at the registrar. */
abstract class DryRunStage {

  static final String DRY_RUN = "/api/v1/orders?dryRun=true";
  private static final Set<String> OTHERS = Set.of("REGISTRAR", "REGISTRANT", "PRIOR_REGISTRANT");
  static final String PREMIUM =
      "'owner': 'FREE', 'class': 'PREMIUM_STORY', 'price': '900.00', 'renewalPrice': '450.00'";
  static final String ICANN = "'registrantChangeBy': 'ICANN-TRADE'";
  static final String ENOUGH = ", 'acceptPrice': {'amount': '9999.00', 'currency': 'EUR'}";
  static final String LITTLE = ", 'acceptPrice': {'amount': '0.01', 'currency': 'EUR'}";
  private static final String ADA =
      "'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
          + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone': '+49.301234567',"
          + " 'email': 'ada@example.net'}";

  final Registrations stories;
  final Caller billing;
  private final Caller consenting;
  private final Caller admin;
  private final JdbcClient database;
  private final ProcessEngine engine;

  /** The orders of a test by subject. */
  private final Map<String, String> orders = new LinkedHashMap<>();

  DryRunStage(int port, JdbcClient database, ProcessEngine engine) {
    this.engine = engine;
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

  /** Tries all orders, then places them: the previews come true, and have changed nothing. */
  void assertThatPreviewsComeTrue() {
    tried(Registrations.order("D-" + UUID.randomUUID(), freshName("com"), ""));
    Map<String, JsonNode> previews = new LinkedHashMap<>();
    JobExecutor timers =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    // A timer that fires between the two readings would leave its own traces.
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

  /** The order, once it no longer continues automatically. */
  private JsonNode settled(String reference) {
    return stories.await(reference, order -> !order.get("status").asText().equals("IN_PROGRESS"));
  }

  /** The content of every table, and the changes at the registrar. */
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
      // The count of calls to the registrar continues; the engine updates its own rows.
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
    // Contacts that are no longer needed are deleted in the background.
    everything.remove("order_contact_handle");
    // So are charges of earlier orders looked for; the ledger shows what a dry run would buy.
    everything.keySet().removeAll(Set.of("booking", "figures_charged"));
    // All calls to the registrar are logged for analysts; the ledger has the changes.
    everything.remove("registrar_call");
    // The use of a token is recorded.
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

  Answer tried(String order) {
    return whoMay(order).post(DRY_RUN, order);
  }

  /** Consents are accepted only from a client that may send them. */
  private Caller whoMay(String order) {
    return order.contains("'consents'") ? consenting : billing;
  }

  void register(String what, String domain, String more) {
    String order = Registrations.order("D-" + UUID.randomUUID(), domain, more);
    orders.put(
        what, more.contains("period") ? order.replaceFirst("\"period\": \"1Y\",", "") : order);
  }

  void transfer(String what, String domain, String more) {
    plain(what, "TRANSFER", domain, more);
  }

  void change(String what, String domain, String more) {
    plain(what, "CHANGE_REGISTRANT", domain, ", " + ADA + more);
  }

  void renew(String what, String domain, LocalDate expires, String more) {
    plain(
        "renew: " + what,
        "RENEW",
        domain,
        ", 'expires': '%s' %s".formatted(expires, more)
            + (more.contains("period") ? "" : ", 'period': '1Y'"));
  }

  void restore(String what, String domain, String more) {
    plain("restore: " + what, "RESTORE", domain, more);
  }

  void plain(String what, String operation, String domain, String more) {
    if (!operation.equals("TRANSFER")) {
      stories.give(domain, more.contains("'consents'") ? Clients.CONSENTING_LOGIN : "billing");
    }
    orders.put(what, plainOrder(operation, domain, more));
  }

  static String plainOrder(String operation, String domain, String more) {
    return "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s' %s}"
        .formatted("D-" + UUID.randomUUID(), operation, domain, more);
  }

  String set(String tld, String setup) {
    String domain = freshName(tld);
    stories.registry("{'domain': '%s', %s}".formatted(domain, setup));
    return domain;
  }

  String ours(String zone) {
    return set("com", "'owner': 'OURS', 'expires': 'P700D', 'zone': {%s}".formatted(zone));
  }

  String ourPremium(String expires) {
    return set(
        "com",
        "'owner': 'OURS', 'expires': '%s', 'class': 'PREMIUM_STORY', 'price': '90.00'"
            .formatted(expires));
  }

  String deleted(String tld) {
    String domain = set(tld, "'owner': 'OURS', 'expires': '-P50D'");
    stories.happen(domain, "DELETED_ELSEWHERE");
    return domain;
  }

  String deletedEarly(String tld) {
    String domain = set(tld, "'owner': 'OURS', 'expires': 'P200D'");
    stories.happen(domain, "DELETED_ELSEWHERE");
    return domain;
  }

  void hold(String domain) {
    assertThat(
            admin
                .put(
                    "/api/v1/domains/" + domain + "/hold",
                    "{'kind': 'UDRP', 'reference': 'D2026-1'}")
                .status())
        .isEqualTo(200);
  }

  static String proofFrom(String side, String more) {
    return "{'side': '%s', 'basis': 'agreement', 'textVersion': '3', 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'%s}"
        .formatted(side, more);
  }

  LocalDate in(String period) {
    return Instant.parse(stories.now())
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .plus(Period.parse(period));
  }
}
