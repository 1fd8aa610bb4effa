package io.domainflow.process.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.build.BothReadings;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Section;
import io.domainflow.process.accountcheck.AccountChecks;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Handles names whose settings somebody changes in the registrar's panel. */
@DomainflowTest
@TestPropertySource(properties = "domainflow.account-check.enabled=true")
class DriftProcessTest {

  private static final NameSettings PANEL =
      new NameSettings(
          List.of(new Nameserver("ns1.panel.example"), new Nameserver("ns2.panel.example")),
          null,
          null,
          null,
          Map.of());
  private static final NameSettings THIEF =
      new NameSettings(
          List.of(new Nameserver("ns1.thief.example"), new Nameserver("ns2.thief.example")),
          null,
          null,
          null,
          Map.of());
  private static final NameSettings UNLOCKED = new NameSettings(null, false, null, null, Map.of());
  private static final NameSettings IN_PUBLIC = new NameSettings(null, null, false, null, Map.of());

  /** The sections that are checked in turn. */
  private static final List<Section> PLANTED =
      List.of(
          Section.NAMESERVERS,
          Section.TRANSFER_LOCK,
          Section.PRIVACY,
          Section.CONTACTS,
          Section.RENEWAL_MODE);

  private final int port;
  private final AccountChecks checks;
  private final RegistrarGateway gateway;
  private final JdbcClient jdbc;

  @Autowired
  DriftProcessTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    this.port = port;
    this.checks = new AccountChecks(port);
    this.gateway = gateway;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void begin() {
    checks.begin("A");
  }

  @AfterEach
  void putEverythingBack() {
    checks.registrations().noFaults();
    rules("null");
    checks.begin("A");
  }

  private void rules(String drift) {
    Answer answer =
        checks
            .admin()
            .patch("/api/v1/accounts/" + checks.here("sandbox"), "{'drift': %s}".formatted(drift));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private String registered() {
    return registered("");
  }

  private String registered(String more) {
    String domain = Registrations.freshName("com");
    checks.registrations().awaitStatus(checks.registrations().place(domain, more), "COMPLETED");
    return domain;
  }

  private String ofAnotherRegistrant() {
    String domain = Registrations.freshName("com");
    String reference =
        checks
            .registrations()
            .placeChanged(domain, "", order -> order.replace("\"Ada\"", "\"Eve\""));
    checks.registrations().awaitStatus(reference, "COMPLETED");
    return domain;
  }

  /** Changes a name in the registrar's panel, a while after it was read here. */
  private void panel(String domain, NameSettings settings) {
    gateway.ensure(
        checks.here("sandbox"), new UpdateDomain(DomainName.of(domain), settings, false));
  }

  private ReadDomain.Result atRegistrar(String domain) {
    return gateway.ask(checks.here("sandbox"), new ReadDomain(DomainName.of(domain)));
  }

  private NameSettings adminOf(String domain) {
    return new NameSettings(
        null,
        null,
        null,
        null,
        Map.of(ContactRole.ADMIN, List.of(atRegistrar(domain).ownerContact())));
  }

  private JsonNode section(String domain, String section) {
    return checks
        .operator()
        .get("/api/v1/domains/" + domain + "?account=" + checks.here("sandbox"))
        .body()
        .at(section.isEmpty() ? "/sections" : "/sections/" + section);
  }

  private List<JsonNode> tasks() {
    List<JsonNode> tasks = new ArrayList<>();
    checks
        .operator()
        .get("/engine-rest/task?processDefinitionKey=DriftProcess&maxResults=500")
        .body()
        .forEach(tasks::add);
    return tasks;
  }

  private JsonNode task(String domain) {
    List<JsonNode> found =
        tasks().stream().filter(task -> task.get("name").asText().contains(domain)).toList();
    assertThat(found).as(domain).hasSize(1);
    return found.get(0);
  }

  private void noTask(String domain) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(tasks()).noneMatch(task -> task.get("name").asText().contains(domain)));
  }

  /** Waits until nothing runs for a name. */
  private void settled(String domain) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        checks
                            .admin()
                            .get(
                                "/engine-rest/process-instance/count?processDefinitionKey="
                                    + "DriftProcess&variables=domain_eq_"
                                    + domain)
                            .body()
                            .get("count")
                            .asInt())
                    .isZero());
  }

  @BothReadings
  void eachSectionBecomesATaskAndIsSettled(String profile) {
    checks.registrations().profile(profile);
    String servers = registered();
    String lock = registered();
    String privacy = registered(", 'privacy': true");
    String contacts = registered();
    NameSettings other = adminOf(ofAnotherRegistrant());
    assertThat(atRegistrar(privacy).privacy()).contains(true);
    checks.registrations().advance("PT1M");
    panel(servers, PANEL);
    panel(lock, UNLOCKED);
    panel(privacy, IN_PUBLIC);
    panel(contacts, other);

    checks.nextDay();

    assertThat(tasks()).hasSize(4);
    assertThat(task(servers).get("name").asText()).isEqualTo("Settle drift: " + servers);
    assertThat(checks.form(task(servers), "differences"))
        .startsWith("name servers: wanted ")
        .contains("ns1.panel.example, ns2.panel.example");
    assertThat(checks.form(task(lock), "differences"))
        .startsWith("transfer lock: wanted locked ")
        .contains("is open");
    assertThat(checks.form(task(privacy), "differences")).startsWith("privacy: wanted on ");
    assertThat(checks.form(task(contacts), "differences"))
        .startsWith("contacts: different from what is wanted here ")
        .doesNotContain(other.contacts().get(ContactRole.ADMIN).get(0));
    assertThat(section(servers, "nameservers/differs").asBoolean()).isTrue();

    checks.decide(task(servers), "MEND");
    settled(servers);
    assertThat(atRegistrar(servers).nameservers()).doesNotContainAnyElementsOf(PANEL.nameservers());
    assertThat(section(servers, "nameservers/differs").asBoolean(true)).isFalse();

    checks.decide(task(privacy), "ADOPT");
    noTask(privacy);
    assertThat(atRegistrar(privacy).privacy()).contains(false);
    assertThat(section(privacy, "privacy/wanted").asBoolean(true)).isFalse();

    checks.decide(task(lock), "LEAVE");
    noTask(lock);
    panel(contacts, adminOf(contacts));
    checks.nextDay();
    assertThat(tasks()).as("one is as ordered again, one is left").isEmpty();
    assertThat(atRegistrar(lock).transferLocked()).contains(false);

    panel(lock, PANEL);
    checks.nextDay();
    assertThat(checks.form(task(lock), "differences")).contains("name servers", "transfer lock");
  }

  @BothReadings
  void onlyWhatTheFormHasShownIsTakenOver(String profile) {
    checks.registrations().profile(profile);
    String domain = registered();
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks.nextDay();
    assertThat(checks.form(task(domain), "differences")).contains("ns1.panel.example");

    panel(domain, THIEF);
    refresh(domain);

    Answer refused = checks.registrations().decide(task(domain).get("id").asText(), "ADOPT");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().toString()).contains("changed again");
    assertThat(section(domain, "nameservers/differs").asBoolean()).isTrue();

    panel(domain, PANEL);
    refresh(domain);
    checks.decide(task(domain), "ADOPT");
    noTask(domain);
    assertThat(section(domain, "nameservers/differs").asBoolean(true)).isFalse();
  }

  private void refresh(String domain) {
    checks.registrations().advance("PT1M");
    Answer read =
        checks
            .operator()
            .post("/api/v1/domains/" + domain + "/refresh?account=" + checks.here("sandbox"), "");
    assertThat(read.status()).as("%s", read.body()).isEqualTo(200);
  }

  @Test
  void isSetOrTakenOverWhereTheAccountWantsThat() {
    String domain = registered();
    String refused = registered();
    rules("{'nameservers': 'MEND', 'transferLock': 'ADOPT'}");
    checks.registrations().advance("PT1M");
    panel(domain, PANEL.with(UNLOCKED));
    panel(refused, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_541', 'times': 1000, 'domain': '%s'}"
                .formatted(refused));

    checks.nextDay();

    assertThat(atRegistrar(domain).nameservers()).doesNotContainAnyElementsOf(PANEL.nameservers());
    assertThat(section(domain, "transferLock/wanted").asBoolean(true)).isFalse();
    assertThat(tasks()).hasSize(1);
    assertThat(checks.form(task(refused), "problem")).startsWith("name servers: the registrar");

    String first = task(refused).get("id").asText();
    checks.decide(task(refused), "MEND");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(task(refused).get("id").asText()).as("it is back").isNotEqualTo(first));
    checks.registrations().noFaults();
    checks.decide(task(refused), "MEND");
    settled(refused);
  }

  @Test
  void aDisputedNameIsLeftAsItIs() {
    String domain = registered();
    rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    Answer held =
        checks
            .admin()
            .put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    assertThat(held.status()).as("%s", held.body()).isBetween(200, 299);

    checks.nextDay();

    assertThat(atRegistrar(domain).nameservers()).containsAll(PANEL.nameservers());
    assertThat(checks.form(task(domain), "problem")).contains("dispute");
  }

  @Test
  void whatTheRegistrarTakesAndDoesNotDoBecomesATask() {
    String domain = registered();
    rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_200', 'times': 1000, 'domain': '%s'}"
                .formatted(domain));

    checks.nextDay();

    assertThat(checks.form(task(domain), "problem")).contains("otherwise");
  }

  @Test
  void whatTheAccountCannotPayForBecomesATask() {
    String domain = registered();
    rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    modifyFails(domain, "CODE_546");

    checks.nextDay();
    String first = task(domain).get("id").asText();
    assertThat(checks.form(task(domain), "problem")).contains("credit is used up");
    checks.decide(task(domain), "MEND");

    Awaitility.await()
        .untilAsserted(() -> assertThat(task(domain).get("id").asText()).isNotEqualTo(first));
    assertThat(checks.form(task(domain), "problem")).contains("credit is used up");
  }

  @Test
  void aNameThatCannotBeSetNowHoldsNoOtherUp() {
    Caller billing = new Caller(port, "billing");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.drifted']}".formatted(receiver.url()));
      String later = registered();
      String now = registered();
      rules("{'nameservers': 'MEND'}");
      checks.registrations().advance("PT1M");
      panel(later, PANEL);
      panel(now, PANEL);
      modifyFails(later, "CODE_549");

      checks.nextDay();

      assertThat(atRegistrar(now).nameservers()).doesNotContainAnyElementsOf(PANEL.nameservers());
      assertThat(tasks()).isEmpty();
      Awaitility.await()
          .untilAsserted(() -> assertThat(receiver.received().toString()).contains(now));
      assertThat(receiver.received().toString()).doesNotContain(later);

      checks.registrations().registrarIsWellAgain();
      checks.nextDay();
      assertThat(atRegistrar(later).nameservers()).doesNotContainAnyElementsOf(PANEL.nameservers());
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  private void modifyFails(String domain, String fault) {
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': '%s', 'times': 1000, 'domain': '%s'}"
                .formatted(fault, domain));
  }

  /** The registrar does so with a name whose registrant has not verified the mail address. */
  @Test
  void whatDiffersAgainAfterItWasSetBecomesATask() {
    String domain = registered();
    rules("{'nameservers': 'MEND'}");
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks.nextDay();
    assertThat(tasks()).isEmpty();

    panel(domain, PANEL);
    checks.nextDay();

    assertThat(checks.form(task(domain), "problem")).contains("differs still or again");
    assertThat(atRegistrar(domain).nameservers()).containsAll(PANEL.nameservers());
    checks.decide(task(domain), "MEND");
    settled(domain);
    assertThat(atRegistrar(domain).nameservers()).doesNotContainAnyElementsOf(PANEL.nameservers());
  }

  @Test
  void theTaskOfANameThatAnOrderDeletesIsClosed() {
    String domain = registered();
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks.nextDay();
    assertThat(task(domain)).isNotNull();

    String reference =
        checks
            .registrations()
            .placePlain("DELETE", domain, ", 'confirmDomain': '%s'".formatted(domain));
    checks.registrations().advance("P8D");
    checks.registrations().awaitStatus(reference, "COMPLETED");
    checks.nextDay();

    noTask(domain);
  }

  @Test
  void theOrderOfNameServersDoesNotCount() {
    String domain = registered();
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks.nextDay();
    checks.decide(task(domain), "LEAVE");
    settled(domain);

    panel(
        domain,
        new NameSettings(
            List.of(new Nameserver("ns2.panel.example"), new Nameserver("ns1.panel.example")),
            null,
            null,
            null,
            Map.of()));
    checks.nextDay();

    assertThat(tasks()).isEmpty();
  }

  @Test
  void aNameThatAnOrderIsWorkingOnIsLeftOut() {
    String domain = registered();
    checks.registrations().advance("PT1M");
    panel(domain, PANEL);
    checks
        .registrations()
        .fault(
            "{'command': 'ModifyDomain', 'fault': 'CODE_421', 'times': 1000, 'domain': '%s'}"
                .formatted(domain));
    String reference = checks.registrations().placePlain("SUSPEND", domain, ", 'hold': true");

    checks.nextDay();
    assertThat(tasks()).isEmpty();

    checks.registrations().registrarIsWellAgain();
    checks.registrations().awaitStatus(reference, "COMPLETED");
    checks.nextDay();
    assertThat(checks.form(task(domain), "differences")).startsWith("name servers: wanted ");
  }

  @Test
  void aModeIsTakenOverWhereTheAccountWantsThat() {
    String domain = registered();
    rules("{'renewalMode': 'ADOPT'}");
    checks.registrations().happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");

    checks.nextDay();

    assertThat(section(domain, "renewalMode/wanted").asText()).isEqualTo("AUTORENEW");
    assertThat(checks.tasks("sandbox")).isEmpty();
  }

  @Test
  void itsOwnerIsToldOnceWithoutValues() {
    String domain = registered();
    Caller billing = new Caller(port, "billing");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      Answer added =
          billing.post(
              "/api/v1/webhooks",
              "{'url': '%s', 'types': ['domain.drifted']}".formatted(receiver.url()));
      assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
      checks.registrations().advance("PT1M");
      panel(domain, PANEL);
      checks.nextDay();
      checks.nextDay();

      assertThat(task(domain)).isNotNull();
      Awaitility.await().until(() -> !receiver.received().isEmpty());
      assertThat(receiver.received()).hasSize(1);
      assertThat(receiver.received().get(0).body())
          .contains("\"type\":\"domain.drifted\"", domain, "\"sections\":[\"nameservers\"]")
          .doesNotContain("panel");
      billing.delete("/api/v1/webhooks/" + added.body().get("id").asText());
    }
  }

  /**
   * 200 names, each with one section that was changed in the panel: each is found, and no other. It
   * reads the pages of the list, and makes no call for unchanged names.
   */
  @Test
  void findsWhatWasChangedOfManyNamesAndAsksForThoseOnly() {
    List<String> names = new ArrayList<>();
    List<String> orders = new ArrayList<>();
    StringBuilder setUp = new StringBuilder("[");
    for (int i = 0; i < 200; i++) {
      // Wanted contacts are sealed, and therefore come only from orders.
      boolean ordered = PLANTED.get(i % PLANTED.size()) == Section.CONTACTS;
      String name = ordered ? Registrations.freshName("com") : "many-%03d.com".formatted(i);
      names.add(name);
      if (ordered) {
        orders.add(checks.registrations().place(name));
      } else {
        setUp
            .append(i == 0 ? "" : ",")
            .append(
                "{'domain': '%s', 'account': 'test.user', 'renewalMode': 'AUTOEXPIRE'}"
                    .formatted(name));
      }
    }
    orders.forEach(order -> checks.registrations().awaitStatus(order, "COMPLETED"));
    checks.registrations().registry(setUp.append("]").toString());
    checks.nextDay();
    // The list of CentralNic Reseller contains neither locks nor privacy.
    names.stream().filter(name -> name.startsWith("many-")).forEach(this::refresh);
    int wanted =
        jdbc.sql(
                """
                update domain_section set wanted = present, wanted_since = read_at
                where account = :account and domain like 'many-%' and present is not null
                """)
            .param("account", checks.here("sandbox"))
            .update();
    assertThat(wanted).isGreaterThan(names.size());
    String before = checks.registrations().now();
    checks.nextDay();
    assertThat(checks.calls("StatusDomain", before)).as("nothing was changed").isZero();
    assertThat(tasks()).isEmpty();

    NameSettings otherAdmin = adminOf(ofAnotherRegistrant());
    checks.registrations().advance("PT1M");
    Map<String, Section> planted = new LinkedHashMap<>();
    names.forEach(
        name -> {
          Section section = PLANTED.get(planted.size() % PLANTED.size());
          planted.put(name, section);
          changeInPanel(section, name, otherAdmin);
        });
    before = checks.registrations().now();
    checks.nextDay();

    assertThat(checks.partsOfLists(before)).as("of both accounts").isLessThanOrEqualTo(2);
    assertThat(checks.calls("StatusDomain", before)).isLessThanOrEqualTo(names.size());
    assertThat(tasks()).hasSize(names.size() * 4 / 5);
    assertThat(checks.tasks("sandbox")).as("of renewal modes").isNotEmpty();
    planted.forEach(
        (name, section) -> {
          assertThat(differing(name)).as(name).containsExactly(section.member());
          if (section != Section.RENEWAL_MODE) {
            assertThat(task(name).get("name").asText()).isEqualTo("Settle drift: " + name);
          }
        });
  }

  private void changeInPanel(Section section, String name, NameSettings otherAdmin) {
    switch (section) {
      case NAMESERVERS -> panel(name, PANEL);
      case TRANSFER_LOCK -> panel(name, new NameSettings(null, true, null, null, Map.of()));
      case PRIVACY -> panel(name, new NameSettings(null, null, true, null, Map.of()));
      case CONTACTS -> panel(name, otherAdmin);
      case RENEWAL_MODE ->
          checks.registrations().happen(name, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
      case REGISTRANT_DETAILS -> throw new IllegalArgumentException("nobody looks for it");
    }
  }

  /** The sections reported as different from the wanted ones. */
  private List<String> differing(String domain) {
    return section(domain, "").properties().stream()
        .filter(section -> section.getValue().path("differs").asBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }
}
