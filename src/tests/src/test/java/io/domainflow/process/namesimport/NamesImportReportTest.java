package io.domainflow.process.namesimport;

import static io.domainflow.process.namesimport.MovingReseller.HEADER;
import static io.domainflow.process.namesimport.MovingReseller.name;
import static io.domainflow.process.namesimport.MovingReseller.plain;
import static io.domainflow.process.namesimport.MovingReseller.plainName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.build.BothReadings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of an import tells where the billing system's list and the registrar disagree. */
@DomainflowTest
class NamesImportReportTest {

  private final Registrations stories;
  private final Imports imports;
  private final Caller admin;
  private MovingReseller reseller;

  @Autowired
  NamesImportReportTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.stories = new Registrations(port);
    this.imports = new Imports(port, stories, jdbc);
    this.admin = new Caller(port, "admin");
  }

  @BeforeEach
  void begin() {
    reseller = MovingReseller.begins(stories);
  }

  @AfterEach
  void end() {
    reseller.ends();
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
    reseller.registry(names);
    String list =
        HEADER
            + reseller.rows(0, 284)
            + reseller.row(500, "other-date.com", 220, "Active", 0)
            + reseller.row(501, "next-day.com", 201, "Active", 0)
            + "502,4,late-due.com,%s,%s,Active,ispapi,0%n"
                .formatted(reseller.day(200), reseller.day(565))
            + reseller.row(503, "left.com", 200, "Transferred Away", 0)
            + reseller.row(504, "came.com", 200, "Pending Transfer", 0)
            + reseller.row(505, "cancelled.com", 200, "Cancelled", 0)
            + reseller.row(506, "not-wanted.com", 200, "Active", 1)
            + reseller.row(507, "cancelled-well.com", 200, "Cancelled", 0)
            + reseller.row(508, "doomed.com", 200, "Active", 0)
            + reseller.row(509, "soon.com", 20, "Active", 0)
            + reseller.row(510, "twice.com", 200, "Active", 0)
            + reseller.row(511, "twice.com", 200, "Active", 0)
            + reseller.row(512, "again.com", 10, "Transferred Away", 0)
            + reseller.row(513, "again.com", 200, "Active", 0)
            + reseller.row(514, "müller.com", 200, "Active", 0)
            + reseller.row(515, "no-phone.com", 200, "Active", 0)
            + reseller.row(516, "unsold.academy", 200, "Active", 0)
            + reseller.row(517, "gone.com", 200, "Active", 0)
            + reseller.row(518, "foreign.com", 200, "Active", 0)
            + reseller.row(519, "ended.com", 200, "Cancelled", 0)
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
    assertThat(differs.get("billing").asText()).contains("expires " + reseller.day(220));
    assertThat(differs.get("registrar").asText()).contains("expires " + reseller.day(200));
    assertThat(differs.get("line").asInt()).isEqualTo(286);
    assertThat(found.get("NOT_AT_REGISTRAR foreign.com").get("registrar").asText())
        .contains("in another account");
    assertThat(found.get("NOT_AT_REGISTRAR gone.com").get("registrar").asText())
        .contains("no longer knows it");
    assertThat(found.get("NOT_IN_LIST unbilled.com").get("registrar").asText())
        .contains("AUTORENEW")
        .contains("charged on");
    assertThat(found.get("CONTACT_INCOMPLETE no-phone.com").get("registrar").asText())
        .contains("of no-phone.com) lacks: phone, email")
        .doesNotContain("Ada");

    assertThat(
            imports.count(
                "select count(*) from stored_domain where account = '" + stories.account() + "'"))
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
  void withoutAListItReportsWhatTheRegistrarSays() {
    reseller.plainNames(3);
    reseller.registry(
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
    reseller.plainNames(2);
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
  void aReportForASpreadsheetHasNoFormulas() {
    reseller.plainNames(1);
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
    reseller.registry(
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
