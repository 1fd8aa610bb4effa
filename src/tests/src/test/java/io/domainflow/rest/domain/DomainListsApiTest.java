package io.domainflow.rest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.ExpiringDomains;
import io.domainflow.order.domain.ListedDomain;
import io.domainflow.order.domain.ListedDomains;
import io.domainflow.rest.OpenApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Billing systems get lists of ending names, in a defined order. */
@DomainflowTest
class DomainListsApiTest {

  private static final String PATH = "/api/v1/domains";

  // Before all names of other tests.
  private static final Instant END = Instant.parse("2021-03-01T10:00:00Z");
  private static final String SOON = "?expiringBefore=2021-04-01";

  private final int port;
  private final Registrations registrations;
  private final ListedDomains listed;
  private final ExpiringDomains ending;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Caller operator;
  private final Caller billing;

  @Autowired
  DomainListsApiTest(
      @LocalServerPort int port,
      ListedDomains listed,
      ExpiringDomains ending,
      JdbcClient jdbc,
      Clock clock) {
    this.port = port;
    this.registrations = new Registrations(port);
    this.listed = listed;
    this.ending = ending;
    this.jdbc = jdbc;
    this.clock = clock;
    this.operator = new Caller(port, "operator");
    this.billing = new Caller(port, "billing");
  }

  @AfterEach
  void forget() {
    jdbc.sql("delete from stored_domain where order_id is null").update();
    jdbc.sql("delete from stored_domain_date where at < '2022-01-01'").update();
  }

  private void ends(String account, String domain, Instant expires, Instant paidUntil) {
    listed.store(
        account,
        clock.instant(),
        List.of(
            new ListedDomain(
                DomainName.of(domain),
                DomainStatus.ACTIVE,
                RenewalMode.AUTOEXPIRE,
                Map.of(DateKind.EXPIRES, expires, DateKind.PAID_UNTIL, paidUntil))));
  }

  private void ends(String account, String domain, Instant expires) {
    ends(account, domain, expires, expires);
  }

  private static JsonNode list(Caller caller, String query) {
    Answer answer = caller.get(PATH + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("domains")
        .forEach(
            name -> names.add(name.get("account").asText() + "/" + name.get("domain").asText()));
    return names;
  }

  private String registered() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain), "COMPLETED");
    return domain;
  }

  @Test
  void listsExpiringNamesThatAreNotPaid() {
    ends("sandbox", "ends.com", END);
    ends("sandbox", "on-the-day.com", Instant.parse("2021-04-01T00:00:00Z"));
    ends("sandbox", "same-day.com", END, END.plus(Duration.ofHours(14)));
    ends("sandbox", "next-day.com", END, END.plus(Duration.ofDays(1)));
    ends("sandbox", "paid.com", END, END.plus(Duration.ofDays(365)));
    ends("sandbox", "gone.com", END);
    jdbc.sql("update stored_domain set gone_at = now() where domain = 'gone.com'").update();

    JsonNode page = list(operator, SOON);

    assertThat(names(page))
        .containsExactly("sandbox/ends.com", "sandbox/next-day.com", "sandbox/same-day.com");
    assertThat(ending.notRenewed("sandbox", Instant.parse("2021-03-31T23:59:59Z")))
        .as("what operators are told of")
        .extracting(name -> name.domain().toString())
        .contains("ends.com", "next-day.com", "same-day.com")
        .doesNotContain("paid.com", "on-the-day.com");
    assertThat(page.get("next").isNull()).isTrue();
    assertThat(names(list(operator, "?expiringBefore=2021-03-01T10:00:00Z"))).isEmpty();
    assertThat(names(list(operator, "?expiringBefore=2021-03-01T10:00:01Z"))).hasSize(3);
  }

  @Test
  void showsEachAsItIsShownAlone() {
    String domain = registered();
    ends("sandbox", domain, END);

    JsonNode shown = list(billing, SOON).get("domains").get(0);

    assertThat(OpenApi.names(shown))
        .containsExactlyElementsOf(OpenApi.read().members("DomainView"));
    assertThat(shown).isEqualTo(billing.get(PATH + "/" + domain).body());
    assertThat(shown.at("/renewalMode/mode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(shown.at("/renewal/phase").asText()).isEqualTo("GRACE");
    assertThat(shown.at("/renewal/renewableUntil").asText())
        .isEqualTo(shown.at("/dates/failure/at").asText());
    assertThat(shown.at("/renewal/paid").asBoolean()).isFalse();
    assertThat(shown.at("/renewal/openOrder").isNull()).isTrue();
  }

  @Test
  void goesThroughAllPagesInOneOrderWhateverChanges() {
    IntStream.range(0, 7)
        .forEach(
            i ->
                ends(
                    i % 2 == 0 ? "sandbox2" : "sandbox",
                    "page-" + i + ".com",
                    END.plus(Duration.ofHours(i / 4))));

    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = list(operator, SOON + "&limit=2" + after);
      assertThat(page.get("domains")).hasSizeLessThanOrEqualTo(2);
      seen.addAll(names(page));
      after = page.get("next").isNull() ? null : "&after=" + page.get("next").asText();
      // Neither new names before the page nor removed ones shift the rest.
      ends("sandbox", "new-" + seen.size() + ".com", END.minus(Duration.ofDays(1)));
    } while (after != null);

    assertThat(seen)
        .containsExactly(
            "sandbox/page-1.com",
            "sandbox/page-3.com",
            "sandbox2/page-0.com",
            "sandbox2/page-2.com",
            "sandbox/page-5.com",
            "sandbox2/page-4.com",
            "sandbox2/page-6.com");
    assertThat(names(list(operator, SOON + "&account=sandbox2"))).hasSize(4);
    assertThat(names(list(operator, SOON + "&account=nobody"))).isEmpty();
  }

  @Test
  void showsABillingSystemItsOwnNamesOnly() {
    String own = registered();
    ends("sandbox", own, END);
    ends("sandbox", "of-nobody.com", END);
    Answer placed =
        new Caller(port, "billing2")
            .postExactly("/api/v1/orders", Registrations.order("theirs-" + own, own, ""));
    assertThat(placed.status()).isEqualTo(404);

    assertThat(names(list(billing, SOON))).containsExactly("sandbox/" + own);
    assertThat(names(list(new Caller(port, "billing2"), SOON))).isEmpty();
    for (String staff : List.of("operator", "analyst", "approver", "admin")) {
      assertThat(names(list(new Caller(port, staff), SOON))).as(staff).hasSize(2);
    }
    assertThat(new Caller(port, "nobody").get(PATH + SOON).status()).isEqualTo(401);
    assertThat(operator.get(PATH + "/of-nobody.com").status()).isEqualTo(200);
    assertThat(billing.get(PATH + "/of-nobody.com").status()).isEqualTo(404);
  }

  /** The last reading of the name may have been for staff. */
  @Test
  void keepsShowingANameToWhomItWasOrderedFor() {
    String own = registered();
    ends("sandbox", own, END);
    jdbc.sql("update stored_domain set order_id = null where domain = :domain")
        .param("domain", own)
        .update();

    assertThat(names(list(billing, SOON))).containsExactly("sandbox/" + own);
    assertThat(Instant.parse(billing.get(PATH + "/" + own).body().at("/dates/expires/at").asText()))
        .isEqualTo(END);
  }

  @Test
  void listsAllNamesByAccountAndName() {
    String mark = "list" + UUID.randomUUID().toString().substring(0, 8);
    for (String each : List.of("b", "a", "c")) {
      ends("sandbox", mark + each + ".com", END);
    }
    ends("sandbox2", mark + "d.com", END);
    ends("sandbox", mark + "gone.com", END);
    jdbc.sql("update stored_domain set gone_at = now() where domain = :domain")
        .param("domain", mark + "gone.com")
        .update();
    registrations.give(mark + "e.com", "billing");
    registrations.give(mark + "b.com", "billing");

    assertThat(names(list(operator, "?domain=" + mark + "*")))
        .containsExactly(
            "sandbox/" + mark + "a.com",
            "sandbox/" + mark + "b.com",
            "sandbox/" + mark + "c.com",
            "sandbox/" + mark + "e.com",
            "sandbox2/" + mark + "d.com");
    JsonNode own = list(billing, "?domain=" + mark + "*&limit=1");
    assertThat(names(own)).containsExactly("sandbox/" + mark + "b.com");
    JsonNode next =
        list(billing, "?domain=" + mark + "*&limit=1&after=" + own.get("next").asText());
    assertThat(names(next)).as("given and never read").containsExactly("sandbox/" + mark + "e.com");
    assertThat(next.at("/domains/0/owner").asText()).isEqualTo("billing");
    assertThat(next.get("next").isNull()).isTrue();
    assertThat(names(list(billing, "?domain=" + mark + "a.com"))).isEmpty();
    assertThat(names(list(operator, SOON + "&domain=" + mark + "c*")))
        .containsExactly("sandbox/" + mark + "c.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?domain=a_b",
        "?after=x",
        "?expiringBefore=",
        "?expiringBefore=tomorrow",
        "?expiringBefore=2021-02-30",
        "?expiringBefore=2021-03-01T10:00:00",
        "?expiringBefore=0000-01-01",
        "?expiringBefore=2021-04-01&limit=0",
        "?expiringBefore=2021-04-01&limit=251",
        "?expiringBefore=2021-04-01&limit=many",
        "?expiringBefore=2021-04-01&after=x",
        "?expiringBefore=2021-04-01&after=MjAyMSBhIGI",
        "?expiringBefore=2021-04-01&colour=red"
      })
  void refusesWhatCannotBeRead(String query) {
    Answer answer = operator.get(PATH + query);

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
    assertThat(answer.body().get("type").asText()).endsWith(":request-rejected");
    assertThat(answer.body().get("errors")).hasSize(1);
  }
}
