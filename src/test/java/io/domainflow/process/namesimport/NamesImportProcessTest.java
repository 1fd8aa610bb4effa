package io.domainflow.process.namesimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.build.BothReadings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stories of NamesImportProcess.bpmn: a reseller who moves here with names in the account. */
@DomainflowTest
class NamesImportProcessTest {

  private static final String HEADER =
      "id,userid,domain,expirydate,nextduedate,status,registrar,donotrenew\n";

  private final Registrations stories;
  private final Imports imports;
  private final Caller admin;
  private final int port;
  private final JdbcClient jdbc;
  private LocalDate today;

  @Autowired
  NamesImportProcessTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.imports = new Imports(port, stories);
    this.admin = new Caller(port, "admin");
    this.port = port;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void begin() {
    stories.startOver();
    stories.addSecondAccount();
    today = Instant.parse(stories.now()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  @AfterEach
  void end() {
    stories.noFaults();
    stories.startOver();
    stories.removeSecondAccount();
  }

  /** The day after a number of days from the beginning, by the clock of the sandbox. */
  private LocalDate day(int days) {
    return today.plusDays(days);
  }

  private static String name(String domain, String members) {
    return "{'domain': '%s', 'account': 'test.user', 'expires': 'P200D', %s}"
        .formatted(domain, members);
  }

  private static String plainName(int i) {
    return name(plain(i), "'renewalMode': 'AUTOEXPIRE'");
  }

  private static String plain(int i) {
    return "name-%03d.com".formatted(i);
  }

  private void registry(List<String> names) {
    stories.registry(String.join(",", names).transform(all -> "[" + all + "]"));
  }

  private void plainNames(int number) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      names.add(plainName(i));
    }
    registry(names);
  }

  /** A separate registrant for each name, as shops create them. */
  private static String registrant(int i) {
    return ("'registrant': {'firstName': 'Ada', 'lastName': 'Example %d', 'street': ['Main Street"
            + " 1'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone':"
            + " '+49.301234567', 'email': 'ada@example.net'}")
        .formatted(i);
  }

  private String row(int id, String domain, int expires, String status, int doNotRenew) {
    return "%d,4,%s,%s,%s,%s,ispapi,%d%n"
        .formatted(id, domain, day(expires), day(expires), status, doNotRenew);
  }

  private String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append(row(i, plain(i), 200, "Active", 0));
    }
    return rows.toString();
  }

  private RegistrarSystem system() {
    return stories.platform() == Platform.CNR
        ? RegistrarSystem.CNR_SANDBOX
        : RegistrarSystem.SANDBOX;
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @BothReadings
  void tellsWhereBillingAndRegistrarDisagree(String profile) {
    stories.profile(profile);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 284; i++) {
      names.add(plainName(i));
    }
    names.add(name("unbilled.com", "'renewalMode': 'AUTORENEW'"));
    names.add(name("other-date.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("next-day.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("late-due.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("left.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("came.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("cancelled.com", "'renewalMode': 'AUTORENEW'"));
    names.add(name("not-wanted.com", "'renewalMode': 'AUTORENEW'"));
    names.add(name("cancelled-well.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("doomed.com", "'renewalMode': 'AUTODELETE'"));
    names.add(name("soon.com", "'renewalMode': 'AUTOEXPIRE'").replace("P200D", "P20D"));
    names.add(name("twice.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("again.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(name("xn--mller-kva.com", "'renewalMode': 'AUTOEXPIRE'"));
    names.add(
        name(
            "no-phone.com",
            "'renewalMode': 'AUTOEXPIRE', 'registrant': {'firstName': 'Ada', 'lastName':"
                + " 'Example', 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode':"
                + " '10115', 'country': 'DE'}"));
    names.add(name("unsold.academy", "'renewalMode': 'AUTOEXPIRE'"));
    assertThat(names).hasSize(300);
    names.add("{'domain': 'foreign.com', 'owner': 'OTHER_ACCOUNT', 'account': 'test.user2'}");
    registry(names);
    String list =
        HEADER
            + rows(0, 284)
            + row(500, "other-date.com", 220, "Active", 0)
            + row(501, "next-day.com", 201, "Active", 0)
            + "502,4,late-due.com,%s,%s,Active,ispapi,0%n".formatted(day(200), day(565))
            + row(503, "left.com", 200, "Transferred Away", 0)
            + row(504, "came.com", 200, "Pending Transfer", 0)
            + row(505, "cancelled.com", 200, "Cancelled", 0)
            + row(506, "not-wanted.com", 200, "Active", 1)
            + row(507, "cancelled-well.com", 200, "Cancelled", 0)
            + row(508, "doomed.com", 200, "Active", 0)
            + row(509, "soon.com", 20, "Active", 0)
            + row(510, "twice.com", 200, "Active", 0)
            + row(511, "twice.com", 200, "Active", 0)
            + row(512, "again.com", 10, "Transferred Away", 0)
            + row(513, "again.com", 200, "Active", 0)
            + row(514, "müller.com", 200, "Active", 0)
            + row(515, "no-phone.com", 200, "Active", 0)
            + row(516, "unsold.academy", 200, "Active", 0)
            + row(517, "gone.com", 200, "Active", 0)
            + row(518, "foreign.com", 200, "Active", 0)
            + row(519, "ended.com", 200, "Cancelled", 0)
            + "520,4,no name at all,,,Active,ispapi,0\n"
            + "521,4,name-000.com,soon,,Cancelled,ispapi,0\n";
    String before = stories.now();

    String path = imports.started("sandbox", list, false);
    JsonNode done = imports.awaitState(path, "COMPLETED");

    Map<String, JsonNode> found = Imports.byNameAndKind(imports.get(path + "/report"));
    assertThat(found.keySet())
        .containsExactlyInAnyOrder(
            "NOT_IN_LIST unbilled.com",
            "EXPIRY_DIFFERS other-date.com",
            "DUE_AFTER_END other-date.com",
            "DUE_AFTER_END late-due.com",
            "STATUS_DIFFERS left.com",
            "STATUS_DIFFERS came.com",
            "WOULD_RENEW_UNPAID cancelled.com",
            "WOULD_RENEW_UNPAID not-wanted.com",
            "WOULD_EXPIRE doomed.com",
            "WOULD_EXPIRE soon.com",
            "DUPLICATE twice.com",
            "CONTACT_INCOMPLETE no-phone.com",
            "UNSUPPORTED_TLD unsold.academy",
            "NOT_AT_REGISTRAR gone.com",
            "NOT_AT_REGISTRAR foreign.com",
            "INVALID_NAME no name at all",
            "ROW_UNREADABLE name-000.com");
    assertThat(done.at("/progress/names").asInt()).isEqualTo(300);
    assertThat(done.at("/progress/listRows").asInt()).isEqualTo(306);
    assertThat(done.at("/findings/WOULD_EXPIRE").asInt()).isEqualTo(2);
    assertThat(done.get("format").asText()).isEqualTo("WHMCS");

    JsonNode differs = found.get("EXPIRY_DIFFERS other-date.com");
    assertThat(differs.get("billing").asText()).contains("expires " + day(220));
    assertThat(differs.get("registrar").asText()).contains("expires " + day(200));
    assertThat(differs.get("line").asInt()).isEqualTo(286);
    assertThat(found.get("NOT_AT_REGISTRAR foreign.com").get("registrar").asText())
        .contains("in another account");
    assertThat(found.get("NOT_AT_REGISTRAR gone.com").get("registrar").asText())
        .contains("no longer knows it");
    assertThat(found.get("NOT_IN_LIST unbilled.com").get("registrar").asText())
        .contains("AUTORENEW")
        .contains("charged on");
    assertThat(found.get("CONTACT_INCOMPLETE no-phone.com").get("registrar").asText())
        .contains("lacks: phone, email")
        .doesNotContain("Ada");

    assertThat(
            count("select count(*) from stored_domain where account = '" + stories.account() + "'"))
        .isEqualTo(300);
    Answer known = admin.get("/api/v1/domains/unbilled.com");
    assertThat(known.body().at("/renewalMode/mode").asText()).isEqualTo("AUTORENEW");
    assertThat(stories.requests("since=" + before))
        .noneMatch(request -> request.get("mutation").asBoolean())
        .extracting(request -> request.get("command").asText())
        .filteredOn("QueryDomainList"::equals)
        .as("each part is one command, or two that are put together")
        .hasSize(stories.platform() == Platform.CNR ? 4 : 2);
    assertThat(admin.get("/sandbox/ledger").body()).isEmpty();
  }

  @Test
  void aDryRunLeavesNothingButItsReport() {
    plainNames(20);
    Map<String, String> before = contentOfAllTables();

    JsonNode report = imports.report("sandbox", HEADER + rows(0, 19), true);

    assertThat(Imports.byNameAndKind(report)).containsOnlyKeys("NOT_IN_LIST " + plain(19));
    assertThat(contentOfAllTables()).isEqualTo(before);
    assertThat(admin.get("/sandbox/ledger").body()).isEmpty();
    for (String work : List.of("row", "name", "contact", "handle")) {
      assertThat(count("select count(*) from names_import_" + work)).isZero();
    }
  }

  /** A fingerprint of all our tables except those of imports and of calls to the registrar. */
  private Map<String, String> contentOfAllTables() {
    Map<String, String> content = new TreeMap<>();
    jdbc.sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_name not like 'act\\_%'
              and table_name not like 'names\\_import%' and table_name not in ('registrar_usage', 'registrar_call')
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                content.put(
                    table,
                    jdbc.sql(
                            "select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '')"
                                + " from "
                                + table
                                + " t")
                        .query(String.class)
                        .single()));
    return content;
  }

  @Test
  void aSecondImportChangesNothing() {
    plainNames(10);
    String list = HEADER + rows(0, 8);
    JsonNode first = imports.report("sandbox", list, false);
    List<String> known = knownNames();

    JsonNode second = imports.report("sandbox", list, false);

    assertThat(second).isEqualTo(first).hasSize(2);
    assertThat(knownNames()).isEqualTo(known).hasSize(10);
  }

  private List<String> knownNames() {
    return jdbc.sql(
            """
            select concat_ws(' ', d.domain, d.status, d.renewal_mode,
              string_agg(concat(a.kind, a.at), ' ' order by a.kind))
            from stored_domain d join stored_domain_date a using (account, domain)
            group by d.account, d.domain order by d.domain
            """)
        .query(String.class)
        .list();
  }

  @Test
  void withoutAListItReportsWhatTheRegistrarSays() {
    plainNames(3);
    registry(
        List.of(
            name("unsold.academy", "'renewalMode': 'AUTORENEW'"),
            name("bare.com", "'registrant': null")));
    String before = stories.now();

    String path = imports.started("sandbox", null, false);
    JsonNode done = imports.awaitState(path, "COMPLETED");

    assertThat(done.get("format").isNull()).isTrue();
    assertThat(Imports.byNameAndKind(imports.get(path + "/report")))
        .containsOnlyKeys("UNSUPPORTED_TLD unsold.academy", "CONTACT_INCOMPLETE bare.com");
    assertThat(stories.requests("since=" + before))
        .extracting(request -> request.get("command").asText())
        .as("only what the list does not state is looked up")
        .containsOnlyOnce("StatusDomain", "StatusContact")
        .containsOnly("QueryDomainList", "StatusDomain", "StatusContact");
  }

  @Test
  void tellsOfOpenOrdersAndOfOtherAccounts() {
    plainNames(2);
    imports.report("sandbox", null, false);
    String domain = Registrations.freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_IMPORT', 'price': '70.00'}"
            .formatted(domain));
    stories.awaitWaitingFor(stories.place(domain), "PRICE");

    JsonNode report =
        imports.report("sandbox2", "domain\n" + plain(0) + "\n" + plain(1) + "\n", false);
    assertThat(Imports.byNameAndKind(report))
        .containsOnlyKeys(
            "NOT_AT_REGISTRAR " + plain(0),
            "NOT_AT_REGISTRAR " + plain(1),
            "OTHER_ACCOUNT " + plain(0),
            "OTHER_ACCOUNT " + plain(1));

    JsonNode own = imports.report("sandbox", "domain\n" + domain + "\n", true);
    assertThat(Imports.byNameAndKind(own)).containsKey("OPEN_ORDER " + domain);
  }

  @Test
  void waitsForAnUnreachableRegistrarAndContinues() {
    plainNames(30);
    stories.fault(
        "{'command': 'StatusContact', 'fault': 'CODE_421', 'times': 100000, 'domain': '*'}");
    String path = imports.started("sandbox", HEADER + rows(0, 30), false);
    Awaitility.await()
        .untilAsserted(() -> assertThat(imports.get(path).get("trouble").asText()).contains("421"));

    stories.advance("PT1H");
    assertThat(imports.get(path).get("state").asText()).isEqualTo("RUNNING");
    assertThat(admin.get("/engine-rest/incident/count").body().get("count").asInt()).isZero();

    stories.noFaults();
    stories.advance("PT10M");
    JsonNode done = imports.awaitState(path, "COMPLETED");
    assertThat(done.get("trouble").isNull()).isTrue();
    assertThat(done.get("findings")).isEmpty();
  }

  @Test
  void keepsToTheQuotaOfTheAccount() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      names.add(name(plain(i), "'renewalMode': 'AUTOEXPIRE', " + registrant(i)));
    }
    registry(names);
    Answer added =
        admin.post(
            "/api/v1/accounts",
            ("{'name': 'moved', 'system': '"
                + system()
                + "', 'login': 'test.user', 'password':"
                + " 'test.passw0rd', 'quotaSoft': 60, 'quotaHard': 80}"));
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    String path = imports.started("moved", HEADER + rows(0, 120), true);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(imports.get(path).get("trouble").asText()).contains("quota"));

    stories.advance("PT3H");

    assertThat(imports.awaitState(path, "COMPLETED").get("findings")).isEmpty();
    assertThat(admin.delete("/api/v1/accounts/moved").status()).isEqualTo(204);
    assertThat(admin.get(path).status()).as("ends with its account").isEqualTo(404);
  }

  @Test
  void failsWithAReasonIfTheAccountMayNotLogIn() {
    plainNames(2);
    stories.fault("{'command': 'StatusContact', 'fault': 'CODE_530', 'times': 100, 'domain': '*'}");

    String path = imports.started("sandbox", null, true);
    JsonNode failed = imports.awaitState(path, "FAILED");

    assertThat(failed.get("reason").asText())
        .contains("does not let this account in")
        .contains("import again");
    Answer report = admin.get(path + "/report");
    assertThat(report.status()).isEqualTo(409);
    assertThat(report.body().get("type").asText()).endsWith(":import-not-completed");
    stories.noFaults();
    imports.report("sandbox", null, true);
  }

  @Test
  void runsOnceAtATimeAndEndsWithItsProcess() {
    plainNames(2);
    stories.fault(
        "{'command': 'QueryDomainList', 'fault': 'CODE_421', 'times': 100000, 'domain': '*'}");
    String path = imports.started("sandbox", null, true);

    Answer second = imports.start("sandbox", null, false);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("type").asText()).endsWith(":import-running");
    assertThat(second.body().at("/import/href").asText()).isEqualTo(path);
    assertThat(imports.start("sandbox2", null, true).status()).as("another account").isEqualTo(202);

    String instance =
        admin
            .get(
                "/engine-rest/process-instance?processDefinitionKey=NamesImportProcess"
                    + "&variables=account_eq_"
                    + stories.account())
            .body()
            .at("/0/id")
            .asText();
    assertThat(
            admin
                .delete("/engine-rest/process-instance/" + instance + "?skipCustomListeners=true")
                .status())
        .isEqualTo(204);
    assertThat(imports.get(path).get("state").asText()).isEqualTo("FAILED");
    assertThat(imports.get(path).get("reason").asText()).contains("Somebody has ended");
  }

  @Test
  void isForAdministratorsAndForAccountsThatExist() {
    for (String login : List.of("billing", "operator", "analyst", "approver")) {
      Caller caller = new Caller(port, login);
      assertThat(caller.post("/api/v1/accounts/" + stories.account() + "/import", "{}").status())
          .isEqualTo(403);
      assertThat(caller.get("/api/v1/imports/00000000-0000-0000-0000-000000000000").status())
          .isEqualTo(403);
    }
    assertThat(imports.start("nobody", null, true).status()).isEqualTo(404);
    assertThat(imports.start("nobody", "domain\na.com\n", true).status()).isEqualTo(404);
    for (String id : List.of("00000000-0000-0000-0000-000000000000", "17")) {
      Answer missing = admin.get("/api/v1/imports/" + id + "/report");
      assertThat(missing.status()).isEqualTo(404);
      assertThat(missing.body().get("type").asText()).endsWith(":import-not-found");
    }
  }

  @Test
  void needsNoBody() {
    Answer started =
        admin.postNothing("/api/v1/accounts/" + stories.account() + "/import?dryRun=true");

    assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
    assertThat(started.body().get("format").isNull()).isTrue();
    imports.awaitState("/api/v1/imports/" + started.body().get("id").asText(), "COMPLETED");
  }

  @Test
  void refusesAnInvalidListAndStoresNothing() {
    Answer noHeader = imports.start("sandbox", "a.com,2027-01-31\n", false);
    assertThat(noHeader.status()).isEqualTo(400);
    assertThat(noHeader.body().at("/errors/0/field").asText()).isEqualTo("list");
    assertThat(noHeader.body().get("detail").asText()).contains("header row");
    assertThat(imports.start("sandbox", "domain\n", false).status()).isEqualTo(400);
    assertThat(
            admin
                .postAs(
                    "/api/v1/accounts/" + stories.account() + "/import",
                    "text/csv",
                    "domain\nmüller.com".getBytes(StandardCharsets.ISO_8859_1))
                .body()
                .get("detail")
                .asText())
        .contains("UTF-8");
    assertThat(
            admin
                .postAs(
                    "/api/v1/accounts/" + stories.account() + "/import",
                    "text/csv",
                    new byte[(1 << 20) + 1])
                .status())
        .isEqualTo(413);
    assertThat(
            admin.post("/api/v1/accounts/" + stories.account() + "/import", "{'what': 1}").status())
        .isEqualTo(400);
    assertThat(
            admin
                .post("/api/v1/accounts/" + stories.account() + "/import?dryRun=perhaps", "{}")
                .status())
        .isEqualTo(400);
    assertThat(count("select count(*) from names_import")).isZero();
  }

  @Test
  void aReportForASpreadsheetHasNoFormulas() {
    plainNames(1);
    String path =
        imports.started(
            "sandbox",
            "domain\n\"=HYPERLINK(\"\"http://x.example\"\")\"\n" + plain(0) + "\n",
            true);
    imports.awaitState(path, "COMPLETED");

    Answer table = admin.getAs(path + "/report", "text/csv");

    assertThat(table.response().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            value -> assertThat(value).contains("import-" + stories.account() + ".csv"));
    assertThat(table.response().body())
        .startsWith("domain,finding,line,billing,registrar,whatToDo\r\n")
        .contains("\"'=HYPERLINK(")
        .doesNotContain("\n\"=")
        .doesNotContain("\n=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whmcs", "blesta", "plain"})
  void importsTheSamplesOfTheGuide(String sample) throws IOException {
    registry(
        List.of(
            name("kept.com", "'renewalMode': 'AUTOEXPIRE'"),
            name("unpaid.com", "'renewalMode': 'AUTORENEW'")));
    String list = Files.readString(Path.of("docs", "import", sample + ".csv"));

    String path = imports.started("sandbox", list, true);
    JsonNode done = imports.awaitState(path, "COMPLETED");

    assertThat(done.get("format").asText()).isEqualToIgnoringCase(sample);
    assertThat(done.at("/progress/listRows").asInt()).isEqualTo(3);
    List<String> found =
        new ArrayList<>(Imports.byNameAndKind(imports.get(path + "/report")).keySet());
    found.removeIf(finding -> finding.startsWith("EXPIRY_") || finding.startsWith("DUE_"));
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            sample.equals("plain")
                ? Collections.singleton("NOT_AT_REGISTRAR sold.net")
                : List.of("NOT_AT_REGISTRAR sold.net", "WOULD_RENEW_UNPAID unpaid.com"));
  }
}
