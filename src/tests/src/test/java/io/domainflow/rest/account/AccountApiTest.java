package io.domainflow.rest.account;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.StoredText;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators manage reseller accounts over REST. */
@DomainflowTest
@ExtendWith(OutputCaptureExtension.class)
class AccountApiTest {

  private static final String ACCOUNTS = "/api/v1/accounts";

  private final Caller admin;
  private final Caller billing;
  private final Registrations registrations;
  private final JdbcClient jdbc;

  @Autowired
  AccountApiTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.admin = new Caller(port, "admin");
    this.billing = new Caller(port, "billing");
    this.registrations = new Registrations(port);
    this.jdbc = jdbc;
  }

  @Test
  void addsShowsChangesAndRemovesAnAccount() {
    String name = freshAccount();

    Answer added =
        admin.post(
            ACCOUNTS,
            "{'name': '%s', 'system': 'OTE', 'login': 'acme!robot', 'password': 'canary'}"
                .formatted(name));

    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    assertThat(added.response().headers().firstValue("Location")).hasValue(ACCOUNTS + "/" + name);
    assertThat(added.body().toString())
        .isEqualTo(
            ("{'name':'%s','system':'OTE','login':'acme!robot','clientAddress':null,"
                    + "'quotaSoft':300,'quotaHard':500,'nameservers':[],'adminContact':null,"
                    + "'techContact':null,'billingContact':null,'renewalMode':'AUTOEXPIRE',"
                    + "'transferLock':true,'registrantChangeMode':'WAIT_WITHOUT_LOCK',"
                    + "'registrantChangePolicy':'2016',"
                    + "'drift':{'nameservers':'TASK','contacts':'TASK','transferLock':'TASK',"
                    + "'privacy':'TASK','renewalMode':'TASK'},'automaticRestore':true,'transferOutFourEyes':false,"
                    + "'designatedAgent':null,'source':'REST','setByConfiguration':[]}")
                .formatted(name)
                .replace('\'', '"'));
    assertThat(admin.get(ACCOUNTS).body()).contains(added.body());

    Answer changed =
        admin.patch(
            ACCOUNTS + "/" + name,
            "{'clientAddress': '192.0.2.7:80', 'quotaSoft': 100, 'quotaHard': 200,"
                + " 'nameservers': ['NS1.example.net'], 'techContact': 'P-ABC1',"
                + " 'renewalMode': 'AUTORENEW', 'transferLock': false,"
                + " 'registrantChangeMode': 'ASK', 'designatedAgent': {'termsVersion': '2026-1'},"
                + " 'drift': {'renewalMode': 'MEND', 'privacy': 'ADOPT'}, 'automaticRestore': false,"
                + " 'transferOutFourEyes': true}");

    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    JsonNode now = admin.get(ACCOUNTS + "/" + name).body();
    assertThat(now).isEqualTo(changed.body());
    assertThat(now.get("clientAddress").asText()).isEqualTo("192.0.2.7:80");
    assertThat(now.get("nameservers").get(0).asText()).isEqualTo("ns1.example.net");
    assertThat(now.get("registrantChangeMode").asText()).isEqualTo("ASK");
    assertThat(now.at("/drift/renewalMode").asText()).isEqualTo("MEND");
    assertThat(now.at("/drift/privacy").asText()).isEqualTo("ADOPT");
    assertThat(now.at("/drift/contacts").asText()).isEqualTo("TASK");
    assertThat(now.get("automaticRestore").asBoolean()).isFalse();
    assertThat(now.get("transferOutFourEyes").asBoolean()).isTrue();
    assertThat(now.at("/designatedAgent/attestedBy").asText()).isEqualTo("admin");
    assertThat(now.at("/designatedAgent/attestedAt").asText()).startsWith("20");
    assertThat(now.get("login").asText()).isEqualTo("acme!robot");

    JsonNode back =
        admin
            .patch(
                ACCOUNTS + "/" + name,
                "{'quotaSoft': null, 'quotaHard': null, 'renewalMode': null, 'techContact': null,"
                    + " 'designatedAgent': null, 'drift': {'renewalMode': null},"
                    + " 'automaticRestore': null, 'transferOutFourEyes': null}")
            .body();
    assertThat(back.get("quotaHard").asInt()).isEqualTo(500);
    assertThat(back.get("renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(back.get("techContact").isNull()).isTrue();
    assertThat(back.get("designatedAgent").isNull()).isTrue();
    assertThat(back.get("transferLock").asBoolean()).isFalse();
    assertThat(back.at("/drift/renewalMode").asText()).isEqualTo("TASK");
    assertThat(back.at("/drift/privacy").asText()).isEqualTo("ADOPT");
    assertThat(back.get("automaticRestore").asBoolean()).isTrue();
    assertThat(back.get("transferOutFourEyes").asBoolean()).isFalse();

    assertThat(admin.delete(ACCOUNTS + "/" + name).status()).isEqualTo(204);
    assertThat(admin.get(ACCOUNTS + "/" + name).status()).isEqualTo(404);
    assertThat(admin.delete(ACCOUNTS + "/" + name).status()).isEqualTo(404);
    assertThat(admin.patch(ACCOUNTS + "/" + name, "{'quotaSoft': 1}").status()).isEqualTo(404);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Answer refused =
        admin.post(
            ACCOUNTS,
            "{'name': 'Main Account', 'system': 'PROD', 'login': 'a!b!c', 'clientAddress': 'home',"
                + " 'quotaSoft': 600, 'nameservers': ['no host'], 'renewalMode': 1,"
                + " 'transferLock': 'yes', 'drift': {'contacts': 'HIDE', 'registrantDetails': 'TASK'}, 'automaticRestore': 1,"
                + " 'designatedAgent': {}, 'color': 'red'}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:account-rejected");
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactlyInAnyOrder(
            "name",
            "system",
            "login",
            "password",
            "clientAddress",
            "quotaSoft",
            "nameservers[0]",
            "renewalMode",
            "transferLock",
            "drift.contacts",
            "drift.registrantDetails",
            "automaticRestore",
            "designatedAgent.termsVersion",
            "color");
  }

  @Test
  void acceptsThePolicyThatIsNotInForceOnTheSandboxOnly() {
    for (String system : List.of("LIVE", "OTE")) {
      String name = freshAccount();
      String account =
          "{'name': '%s', 'system': '%s', 'login': 'acme', 'password': 'x' %s}"
              .formatted(name, system, "%s");

      Answer refused =
          admin.post(ACCOUNTS, account.formatted(", 'registrantChangePolicy': 'CORD'"));

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("registrantChangePolicy");
      assertThat(refused.body().at("/errors/0/message").asText())
          .contains("must be 2016 for an account on " + system)
          .contains("CORD is not in force");
      assertThat(admin.get(ACCOUNTS + "/" + name).status()).isEqualTo(404);

      assertThat(admin.post(ACCOUNTS, account.formatted("")).status()).isEqualTo(201);
      assertThat(admin.patch(ACCOUNTS + "/" + name, "{'registrantChangePolicy': 'CORD'}").status())
          .isEqualTo(400);
      assertThat(admin.get(ACCOUNTS + "/" + name).body().get("registrantChangePolicy").asText())
          .isEqualTo("2016");
      admin.delete(ACCOUNTS + "/" + name);
    }

    String name =
        add(
            "'system': 'SANDBOX', 'login': 'test.user', 'password': 'test.passw0rd',"
                + " 'registrantChangePolicy': 'CORD'");
    assertThat(admin.get(ACCOUNTS + "/" + name).body().get("registrantChangePolicy").asText())
        .isEqualTo("CORD");
    assertThat(
            admin
                .patch(ACCOUNTS + "/" + name, "{'registrantChangePolicy': null}")
                .body()
                .get("registrantChangePolicy")
                .asText())
        .isEqualTo("2016");
    assertThat(
            admin
                .patch(ACCOUNTS + "/" + name, "{'registrantChangePolicy': '2027'}")
                .body()
                .at("/errors/0/message")
                .asText())
        .isEqualTo("must be 2016 or CORD");
    admin.delete(ACCOUNTS + "/" + name);
  }

  @Test
  void refusesASecondAccountOfAName() {
    Answer refused =
        admin.post(
            ACCOUNTS,
            "{'name': 'sandbox', 'system': 'LIVE', 'login': 'other', 'password': 'canary'}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:account-exists");
    assertThat(admin.get(ACCOUNTS + "/sandbox").body().get("system").asText()).isEqualTo("SANDBOX");
  }

  @Test
  void acceptsTheSameLoginOnTwoSystems() {
    String live = add("'system': 'LIVE', 'login': 'acme', 'password': 'one'");
    String ote = add("'system': 'OTE', 'login': 'acme', 'password': 'two'");

    admin.delete(ACCOUNTS + "/" + live);
    admin.delete(ACCOUNTS + "/" + ote);
  }

  @Test
  void neverSendsAPasswordWithAnotherLoginOrToAnotherSystem() {
    String name = add("'system': 'OTE', 'login': 'acme', 'password': 'canary'");

    Answer login = admin.patch(ACCOUNTS + "/" + name, "{'login': 'acme!robot'}");
    Answer system = admin.patch(ACCOUNTS + "/" + name, "{'system': 'LIVE', 'password': 'x'}");

    assertThat(login.status()).isEqualTo(400);
    assertThat(login.body().at("/errors/0/field").asText()).isEqualTo("password");
    assertThat(system.status()).isEqualTo(400);
    assertThat(system.body().at("/errors/0/message").asText()).contains("add another account");
    assertThat(
            admin
                .patch(ACCOUNTS + "/" + name, "{'login': 'acme!robot', 'password': 'new'}")
                .status())
        .isEqualTo(200);
    admin.delete(ACCOUNTS + "/" + name);
  }

  @Test
  void leavesToTheConfigurationWhatItSets() {
    String path = ACCOUNTS + "/sandbox";
    JsonNode before = admin.get(path).body();
    assertThat(before.get("source").asText()).isEqualTo("CONFIGURATION");
    assertThat(before.get("setByConfiguration"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "designatedAgent", "login", "password", "quotaHard", "quotaSoft", "system");

    Answer refused = admin.patch(path, "{'password': 'canary', 'designatedAgent': null}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("errors"))
        .extracting(error -> error.get("field").asText() + " " + error.get("code").asText())
        .containsExactlyInAnyOrder("password CONFIGURED", "designatedAgent CONFIGURED");
    assertThat(admin.delete(path).body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:account-configured");

    Answer changed = admin.patch(path, "{'registrantChangeMode': 'LOCK_AT_ONCE'}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().get("registrantChangeMode").asText()).isEqualTo("LOCK_AT_ONCE");
    assertThat(admin.patch(path, "{'registrantChangeMode': null}").body()).isEqualTo(before);
  }

  @Test
  void neverShowsOrWritesAPasswordInTheClear(CapturedOutput log) {
    String first = "canary-" + UUID.randomUUID();
    String second = "canary-" + UUID.randomUUID();
    String name = add("'system': 'SANDBOX', 'login': 'test.user', 'password': '" + first + "'");
    List<Answer> answers =
        List.of(
            admin.patch(ACCOUNTS + "/" + name, "{'password': '" + second + "'}"),
            admin.patch(ACCOUNTS + "/" + name, "{'password': '" + second + "', 'color': 1}"),
            admin.post(ACCOUNTS, "{'name': '" + name + "', 'password': '" + first + "'}"),
            admin.post(ACCOUNTS, "{'password': ['" + first + "'"),
            admin.get(ACCOUNTS),
            admin.get(ACCOUNTS + "/" + name),
            admin.get("/engine-rest/history/user-operation"));

    assertThat(answers)
        .extracting(answer -> answer.response().body())
        .noneMatch(body -> body.contains(first) || body.contains(second));
    assertThat(StoredText.tablesWith(first, jdbc)).isEmpty();
    assertThat(StoredText.tablesWith(second, jdbc)).isEmpty();
    assertThat(log.getAll()).contains("account " + name + " was changed by admin");
    assertThat(log.getAll()).doesNotContain(first).doesNotContain(second);
    admin.delete(ACCOUNTS + "/" + name);
  }

  @Test
  void keepsAnAccountWhileItsOrdersAreOpen() {
    String name = add("'system': 'SANDBOX', 'login': 'test.user', 'password': 'test.passw0rd'");
    String reference = place(freshName("ca"), name);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    Answer refused = admin.delete(ACCOUNTS + "/" + name);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().get("type").asText())
        .isEqualTo("urn:domainflow:problem:account-in-use");
    assertThat(refused.body().get("detail").asText()).contains("1 open order;");

    registrations.cancel(reference);
    assertThat(admin.delete(ACCOUNTS + "/" + name).status()).isEqualTo(204);
    assertThat(registrations.get(reference).get("account").asText()).isEqualTo(name);
    Answer late =
        billing.postExactly(
            "/api/v1/orders",
            Registrations.order("R-" + UUID.randomUUID(), freshName("com"), "")
                .replace("\"sandbox\"", "\"" + name + "\""));
    assertThat(late.status()).isEqualTo(400);
  }

  @Test
  void defaultsHoldForOrdersThatNameNone() {
    String name =
        add(
            "'system': 'SANDBOX', 'login': 'test.user', 'password': 'test.passw0rd',"
                + " 'nameservers': ['ns8.example.net', 'ns9.example.net'],"
                + " 'renewalMode': 'AUTODELETE', 'transferLock': false");
    String plain = freshName("com");
    String own = freshName("com");

    registrations.awaitStatus(
        registrations.placeChanged(
            plain,
            "",
            order ->
                order
                    .replace("\"sandbox\"", "\"" + name + "\"")
                    .replace("\"nameservers\": [\"ns1.example.net\", \"ns2.example.net\"]", "")
                    .replaceAll(",\\s*}$", "}")),
        "COMPLETED");
    registrations.awaitStatus(
        registrations.placeChanged(
            own,
            ", 'renewalMode': 'AUTOEXPIRE', 'transferLock': true",
            order -> order.replace("\"sandbox\"", "\"" + name + "\"")),
        "COMPLETED");

    JsonNode bought = bought(plain);
    assertThat(bought.get("NAMESERVER0").asText()).isEqualTo("ns8.example.net");
    assertThat(bought.get("NAMESERVER1").asText()).isEqualTo("ns9.example.net");
    assertThat(bought.get("RENEWALMODE").asText()).isEqualTo("AUTODELETE");
    assertThat(bought.path("TRANSFERLOCK").asText("0")).isEqualTo("0");
    JsonNode asOrdered = bought(own);
    assertThat(asOrdered.get("NAMESERVER0").asText()).isEqualTo("ns1.example.net");
    assertThat(asOrdered.get("RENEWALMODE").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(asOrdered.get("TRANSFERLOCK").asText()).isEqualTo("1");
    admin.delete(ACCOUNTS + "/" + name);
  }

  private JsonNode bought(String domain) {
    return registrations.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("AddDomain"))
        .findFirst()
        .orElseThrow()
        .get("parameters");
  }

  private String place(String domain, String account) {
    return registrations.placeChanged(
        domain, "", order -> order.replace("\"sandbox\"", "\"" + account + "\""));
  }

  private String add(String members) {
    String name = freshAccount();
    Answer added = admin.post(ACCOUNTS, "{'name': '" + name + "', " + members + "}");
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return name;
  }

  private static String freshAccount() {
    return "test-" + UUID.randomUUID().toString().substring(0, 13);
  }
}
