package io.domainflow.process.namesimport;

import static io.domainflow.process.namesimport.MovingReseller.HEADER;
import static io.domainflow.process.namesimport.MovingReseller.name;
import static io.domainflow.process.namesimport.MovingReseller.plain;
import static io.domainflow.process.namesimport.MovingReseller.registrant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.account.RegistrarSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stories of NamesImportProcess.bpmn: an import reads all names, changes nothing but what we
 * know of them, and copes with a registrar that does not answer. What it reports and who may
 * request it are in {@link NamesImportReportTest} and {@link NamesImportRequestTest}.
 */
@DomainflowTest
class NamesImportProcessTest {

  private final Registrations stories;
  private final Imports imports;
  private final Caller admin;
  private final JdbcClient jdbc;
  private MovingReseller reseller;

  @Autowired
  NamesImportProcessTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.imports = new Imports(port, stories, jdbc);
    this.admin = new Caller(port, "admin");
    this.jdbc = jdbc;
  }

  @BeforeEach
  void begin() {
    reseller = MovingReseller.begins(stories);
  }

  @AfterEach
  void end() {
    reseller.ends();
  }

  @Test
  void aDryRunLeavesNothingButItsReport() {
    reseller.plainNames(20);
    Map<String, String> before = contentOfAllTables();

    JsonNode report = imports.report("sandbox", HEADER + reseller.rows(0, 19), true);

    assertThat(Imports.byNameAndKind(report)).containsOnlyKeys("NOT_IN_LIST " + plain(19));
    assertThat(contentOfAllTables()).isEqualTo(before);
    assertThat(admin.get("/sandbox/ledger").body()).isEmpty();
    for (String work : List.of("row", "name", "contact", "handle")) {
      assertThat(imports.count("select count(*) from names_import_" + work)).isZero();
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
    reseller.plainNames(10);
    String list = HEADER + reseller.rows(0, 8);
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
  void waitsForAnUnreachableRegistrarAndContinues() {
    reseller.plainNames(30);
    stories.fault(
        "{'command': 'StatusContact', 'fault': 'CODE_421', 'times': 100000, 'domain': '*'}");
    String path = imports.started("sandbox", HEADER + reseller.rows(0, 30), false);
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
    reseller.registry(names);
    Answer added =
        admin.post(
            "/api/v1/accounts",
            ("{'name': 'moved', 'system': '"
                + system()
                + "', 'login': 'test.user', 'password':"
                + " 'test.passw0rd', 'quotaSoft': 60, 'quotaHard': 80}"));
    assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    String path = imports.started("moved", HEADER + reseller.rows(0, 120), true);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(imports.get(path).get("trouble").asText()).contains("quota"));

    stories.advance("PT3H");

    assertThat(imports.awaitState(path, "COMPLETED").get("findings")).isEmpty();
    assertThat(admin.delete("/api/v1/accounts/moved").status()).isEqualTo(204);
    assertThat(admin.get(path).status()).as("ends with its account").isEqualTo(404);
  }

  private RegistrarSystem system() {
    return stories.platform() == Platform.CNR
        ? RegistrarSystem.CNR_SANDBOX
        : RegistrarSystem.SANDBOX;
  }

  @Test
  void failsWithAReasonIfTheAccountMayNotLogIn() {
    reseller.plainNames(2);
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
}
