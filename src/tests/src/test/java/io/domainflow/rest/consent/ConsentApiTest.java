package io.domainflow.rest.consent;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.StoredText;
import io.domainflow.consent.Channel;
import io.domainflow.consent.ConsentDraft;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.Consents;
import io.domainflow.model.DomainName;
import io.domainflow.rest.OpenApi;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The right callers get the proof of a change of registrant, as JSON, as a table and on paper. */
@DomainflowTest
class ConsentApiTest {

  private static final String HARMFUL = "=HYPERLINK(\"https://example.net\";\"x\"), <b>&'1'</b>";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final int port;
  private final Consents consents;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller approver;
  private final DomainName domain = DomainName.of(freshName("ca"));
  private final String path = "/api/v1/consents?domain=" + domain;
  private String reference;

  @Autowired
  ConsentApiTest(@LocalServerPort int port, Consents consents, JdbcClient jdbc) {
    this.port = port;
    this.consents = consents;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.approver = new Caller(port, "approver");
  }

  @BeforeEach
  void record() {
    reference = registrations.place(domain.ascii());
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    consents.record(consent(ConsentSide.NEW, "ticket 2026-4711-c", "data"));
    consents.record(consent(ConsentSide.PRIOR, HARMFUL, "other"));
    consents.voidOthers("sandbox", domain, reference, "data", "corrected");
  }

  @AfterEach
  void cancel() {
    registrations.cancel(reference);
  }

  @Test
  void tellsWhatWasAgreedToOldestFirst() {
    for (Answer answer : List.of(approver.get(path), approver.getAs(path, "*/*"))) {
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
      assertThat(answer.response().headers().firstValue("Content-Type"))
          .hasValue("application/json");
      assertThat(answer.body())
          .hasSize(2)
          .allSatisfy(
              consent ->
                  assertThat(OpenApi.names(consent))
                      .containsExactlyElementsOf(OpenApi.read().members("ConsentView")));
    }
    JsonNode first = approver.get(path).body().get(0);
    assertThat(first.get("side").asText()).isEqualTo("NEW");
    assertThat(first.get("kind").asText()).isEqualTo("CONSENT");
    assertThat(first.get("at").asText()).isEqualTo("2026-03-01T10:00:00.000000Z");
    assertThat(first.get("recordedAt").asText()).endsWith(".000000Z");
    assertThat(first.get("by").asText()).isEqualTo("approver");
    assertThat(first.get("state").asText()).isEqualTo("VALID");
    assertThat(first.get("orderReference").asText()).isEqualTo(reference);
    assertThat(first.get("channel").asText()).isEqualTo("TASK");
    assertThat(approver.get(path).body().get(1).get("state").asText()).isEqualTo("VOID");
    assertThat(approver.get("/api/v1/consents?domain=" + freshName("com")).body()).isEmpty();
  }

  @Test
  void isATableWithoutFormulas() throws IOException {
    Answer answer = approver.getAs(path, "text/csv");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("text/csv;charset=UTF-8");
    assertThat(answer.response().headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"consents-" + domain + ".csv\"");
    List<CSVRecord> rows =
        CSVFormat.RFC4180.parse(new StringReader(answer.response().body())).getRecords();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).containsExactlyElementsOf(OpenApi.read().members("ConsentView"));
    assertThat(rows.get(1)).contains("ticket 2026-4711-c", "VALID", "2026-03-01T10:00:00Z");
    assertThat(rows.get(2)).contains("'" + HARMFUL).contains("'@agreement", "'-1");
    assertThat(rows.subList(1, 3))
        .allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
  }

  @Test
  void isAPageForPaperOnWhichNothingRuns() {
    Answer answer = approver.getAs(path, BROWSER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("text/html;charset=UTF-8");
    assertThat(answer.response().headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-"));
    String page = answer.response().body();
    assertThat(page)
        .contains("<h1>Consents to changes of registrant: " + domain + "</h1>")
        .containsPattern("As of \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ \\(UTC\\)")
        .contains("&lt;b&gt;&amp;&#39;1&#39;&lt;/b&gt;")
        .contains("@media print")
        .doesNotContain("<b>", "<script", "%1$s");
    assertThat(ConsentColumn.ALL)
        .allSatisfy(column -> assertThat(page).contains("<dt>" + column.title() + "</dt><dd>"));
    assertThat(page.split("<tr>", -1)).as("head and two rows").hasSize(4);
    assertThat(new Caller(port, "billing2").getAs(path, "text/html").response().body())
        .contains("There are no consents that this login may see.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/csv"})
  void refusesAnInvalidDomain(String accept) {
    for (String wrong : List.of("?domain=example.com.", "?domain=", "?domain=a%20b.com")) {
      Answer answer = approver.getAs("/api/v1/consents" + wrong, accept);

      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.response().headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("domain");
    }
    assertThat(approver.getAs("/api/v1/consents", accept).status()).isEqualTo(400);
  }

  @Test
  void tellsABrowserOnAPageThatTheDomainIsInvalid() {
    Answer answer = approver.getAs("/api/v1/consents?domain=example.com.", BROWSER);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().body()).contains("<p>Nothing was changed.", "domain ");
  }

  @Test
  void isVisibleToApproversAdministratorsAndTheCaller() {
    for (String login : List.of("approver", "admin", "billing")) {
      assertThat(seenBy(login)).as(login).hasSize(2);
    }
    for (String login : List.of("billing2", "operator", "analyst")) {
      assertThat(seenBy(login)).as(login).isEmpty();
    }
    assertThat(new Caller(port, "nobody").get(path).status()).isEqualTo(401);
  }

  @Test
  void evidenceIsInItsOwnTableOnly() {
    assertThat(StoredText.tablesWith("ticket 2026-4711-c", jdbc)).containsExactly("consent_record");
  }

  private JsonNode seenBy(String login) {
    Answer answer = new Caller(port, login).get(path);
    assertThat(answer.status()).as(login).isEqualTo(200);
    return answer.body();
  }

  private ConsentDraft consent(ConsentSide side, String evidence, String fingerprint) {
    return new ConsentDraft(
        "sandbox",
        domain,
        reference,
        side,
        ConsentKind.CONSENT,
        "sandbox",
        "@agreement",
        "-1",
        evidence,
        Channel.TASK,
        "approver",
        Instant.parse("2026-03-01T10:00:00.999Z"),
        fingerprint);
  }
}
