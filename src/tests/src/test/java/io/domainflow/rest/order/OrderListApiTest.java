package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Billing systems find orders by the data that they know, page by page. */
@DomainflowTest
class OrderListApiTest {

  private static final String ORDERS = "/api/v1/orders";

  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;
  private final Caller analyst;
  private final Registrations registrations;
  private final JdbcClient jdbc;

  @Autowired
  OrderListApiTest(@LocalServerPort int port, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.analyst = new Caller(port, "analyst");
    this.registrations = new Registrations(port);
  }

  private String place(Caller caller, String domain, String more) {
    String reference = "list-" + UUID.randomUUID();
    assertThat(caller.postExactly(ORDERS, order(reference, domain, more)).status()).isEqualTo(202);
    return reference;
  }

  private static List<String> references(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return StreamSupport.stream(answer.body().path("orders").spliterator(), false)
        .map(order -> order.path("reference").asText())
        .toList();
  }

  private List<String> found(String query) {
    return references(billing.get(ORDERS + "?" + query));
  }

  @Test
  void findsOrdersByDomainStatusOperationTimeAndMetadata() {
    Instant before = Instant.now();
    String invoice = UUID.randomUUID().toString();
    String domain = freshName("com");
    String done =
        place(billing, domain, ", 'metadata': {'invoice': '%s', 'n': '1'}".formatted(invoice));
    registrations.awaitStatus(done, "COMPLETED");
    String open =
        place(billing, freshName("ca"), ", 'metadata': {'invoice': '%s'}".formatted(invoice));
    registrations.awaitStatus(open, "WAITING");
    String mine = "metadata=invoice:" + invoice;

    assertThat(found(mine)).containsExactly(open, done);
    assertThat(found(mine + "&metadata=n:1")).containsExactly(done);
    assertThat(found("domain=" + domain)).containsExactly(done);
    assertThat(found("domain=" + domain.toUpperCase(java.util.Locale.ROOT))).containsExactly(done);
    assertThat(found("domain=" + domain.substring(0, 16) + "*")).containsExactly(done);
    assertThat(found(mine + "&status=WAITING")).containsExactly(open);
    assertThat(found(mine + "&status=COMPLETED,WAITING")).containsExactly(open, done);
    assertThat(found(mine + "&waitingFor=ADDITIONAL_FIELDS")).containsExactly(open);
    assertThat(found(mine + "&operation=RENEW")).isEmpty();
    assertThat(found(mine + "&account=sandbox2")).isEmpty();
    assertThat(found(mine + "&createdFrom=" + before)).containsExactly(open, done);
    assertThat(found(mine + "&createdBefore=" + before)).isEmpty();
    assertThat(found(mine + "&updatedFrom=2999-01-01")).isEmpty();
    registrations.cancel(open);
  }

  @Test
  void findsOrdersByWhatADomainOrAReferenceBeginsWith() {
    String domain = freshName("ca");
    String reference = place(billing, domain, "");
    registrations.awaitStatus(reference, "WAITING");

    assertThat(found("term=" + domain)).containsExactly(reference);
    assertThat(found("term=" + domain.substring(0, domain.length() - 4))).contains(reference);
    assertThat(found("term=*" + domain.substring(4))).contains(reference);
    assertThat(found("term=" + reference)).containsExactly(reference);
    assertThat(found("term=" + reference.substring(0, 20))).containsExactly(reference);
    assertThat(found("term=" + reference.replace("list-", "list_"))).isEmpty();
    registrations.cancel(reference);
  }

  @Test
  void findsOrdersByWhomTheyWaitFor() {
    String invoice = UUID.randomUUID().toString();
    String more = ", 'metadata': {'invoice': '%s'}".formatted(invoice);
    String lacking = place(billing, freshName("ca"), more);
    registrations.awaitWaitingFor(lacking, "ADDITIONAL_FIELDS");
    String unreachable = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(unreachable));
    String retried = place(billing, unreachable, more);
    registrations.awaitWaitingFor(retried, "REGISTRAR_UNREACHABLE");
    String mine = "metadata=invoice:" + invoice + "&waitingOn=";

    assertThat(found(mine + "OPERATOR")).containsExactly(lacking);
    assertThat(found(mine + "CALLER")).containsExactly(lacking);
    assertThat(found(mine + "REGISTRAR")).containsExactly(retried);
    assertThat(found(mine + "OPERATOR,REGISTRAR")).containsExactly(retried, lacking);
    assertThat(found(mine + "REGISTRY,HOLDER,APPROVER,TIME")).isEmpty();
    registrations.registrarIsWellAgain();
    registrations.cancel(lacking);
    registrations.awaitStatus(retried, "COMPLETED");
  }

  @Test
  void writesATableInWordsWithoutPersonalData() {
    String invoice = UUID.randomUUID().toString();
    String domain = freshName("com");
    String done = place(billing, domain, ", 'metadata': {'invoice': '%s'}".formatted(invoice));
    registrations.awaitStatus(done, "COMPLETED");

    Answer answer = operator.get(ORDERS + "?format=csv&metadata=invoice:" + invoice);

    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(answer.response().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(file -> assertThat(file).contains("orders.csv"));
    List<String> lines = answer.response().body().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("Placed (UTC),Operation,Domain,Account,Reference,Status");
    assertThat(lines.get(1))
        .contains(",registration," + domain + ",sandbox," + done + ",completed,")
        .contains("The name is registered in the account.", ",paid,")
        .containsPattern(",\\d+\\.\\d{2},(EUR|USD),")
        .doesNotContain("Ada", "@", invoice, "REGISTERED");
    Answer two = operator.get(ORDERS + "?format=csv&limit=1");
    assertThat(two.response().body().lines()).hasSize(2);
    assertThat(two.response().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(file -> assertThat(file).contains("orders-latest-1.csv"));
  }

  /** A spreadsheet executes text that begins like a formula. */
  @Test
  void writesNoFormulas() {
    String invoice = UUID.randomUUID().toString();
    String reference = "-" + UUID.randomUUID();
    String more = ", 'metadata': {'invoice': '%s'}".formatted(invoice);
    billing.postExactly(ORDERS, order(reference, freshName("ca"), more));

    assertThat(billing.get(ORDERS + "?format=csv&metadata=invoice:" + invoice).response().body())
        .contains(",'" + reference + ",");
    registrations.cancel(reference);
  }

  @Test
  void saysWhatCanBeDoneWithAnOrderAndWhatFollows() {
    String reference = place(billing, freshName("ca"), "");
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String address = ORDERS + "/" + reference + "/actions";

    JsonNode open = operator.get(address).body().path("actions");
    assertThat(open.findValuesAsText("action")).containsExactly("INPUT", "CANCEL");
    assertThat(open.at("/1/possible").asBoolean()).isTrue();
    assertThat(open.at("/1/text").asText()).contains("ends at once", "No money was spent");
    assertThat(analyst.get(address).body().path("actions")).isEmpty();

    registrations.cancel(reference);
    assertThat(operator.get(address).body().path("actions")).isEmpty();
  }

  @Test
  void showsCallersTheirOwnAndStaffAll() {
    String invoice = UUID.randomUUID().toString();
    String more = ", 'metadata': {'invoice': '%s'}".formatted(invoice);
    String one = place(billing, freshName("ca"), more);
    String two = place(billing2, freshName("ca"), more);
    String query = ORDERS + "?metadata=invoice:" + invoice;

    assertThat(references(billing.get(query))).containsExactly(one);
    assertThat(references(billing2.get(query))).containsExactly(two);
    assertThat(references(operator.get(query))).containsExactly(two, one);
    assertThat(references(operator.get(query + "&login=billing"))).containsExactly(one);
    assertThat(references(billing.get(query + "&login=billing2"))).isEmpty();
    registrations.cancel(one);
    billing2.post(ORDERS + "/" + two + "/cancel", "");
  }

  /** A sealed value that was moved to another row cannot be opened; a list does not need it. */
  @Test
  void listsAnOrderWhoseSealedValueCannotBeOpened() {
    String invoice = UUID.randomUUID().toString();
    String reference =
        place(billing, freshName("ca"), ", 'metadata': {'invoice': '%s'}".formatted(invoice));
    registrations.awaitStatus(reference, "WAITING");
    String order = "(select id from provisioning_order where reference = :reference)";
    jdbc.sql("insert into order_additional_field values (" + order + ", 'X-CA-LEGALTYPE', :sealed)")
        .param("reference", reference)
        .param("sealed", "moved here".getBytes(StandardCharsets.UTF_8))
        .update();
    try {
      assertThat(found("metadata=invoice:" + invoice)).containsExactly(reference);

      Answer alone = billing.get(ORDERS + "/" + reference);
      assertThat(alone.status()).isEqualTo(500);
      assertThat(alone.body().path("type").asText()).endsWith(":internal-error");
      assertThat(alone.body().path("requestId").asText()).isNotEmpty();
      assertThat(alone.body().toString()).doesNotContain("sealed", "LEGALTYPE");
    } finally {
      jdbc.sql("delete from order_additional_field where order_id = " + order)
          .param("reference", reference)
          .update();
    }
    registrations.cancel(reference);
  }

  @Test
  void pagesMissNothingAndRepeatNothingWhileOrdersAreBeingPlaced() {
    String invoice = UUID.randomUUID().toString();
    String more = ", 'metadata': {'invoice': '%s'}".formatted(invoice);
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      placed.add(place(billing, freshName("ca"), more));
    }
    String query = ORDERS + "?limit=2&metadata=invoice:" + invoice;
    assertThat(pages(query + "&sort=OLDEST_FIRST")).containsExactlyElementsOf(placed);
    assertThat(
            operator
                .get(query + "&sort=OLDEST_FIRST&format=csv")
                .response()
                .headers()
                .firstValue("Content-Disposition"))
        .hasValueSatisfying(file -> assertThat(file).contains("orders-oldest-2.csv"));
    List<String> read = new ArrayList<>();

    JsonNode page = billing.get(query).body();
    List<String> meanwhile = new ArrayList<>();
    while (true) {
      page.path("orders").forEach(order -> read.add(order.path("reference").asText()));
      meanwhile.add(place(billing, freshName("ca"), more));
      if (page.path("next").isNull()) {
        break;
      }
      page = billing.get(query + "&after=" + page.path("next").asText()).body();
    }

    Collections.reverse(placed);
    assertThat(read).containsExactlyElementsOf(placed);
    placed.forEach(registrations::cancel);
    meanwhile.forEach(registrations::cancel);
  }

  private List<String> pages(String query) {
    List<String> read = new ArrayList<>();
    String after = "";
    do {
      Answer page = billing.get(query + after);
      read.addAll(references(page));
      after =
          page.body().path("next").isNull() ? "" : "&after=" + page.body().path("next").asText();
    } while (!after.isEmpty());
    return read;
  }

  @ParameterizedTest
  @CsvSource({
    "status=DONE, status",
    "operation=REPAINT, operation",
    "waitingFor=GODOT, waitingFor",
    "createdFrom=yesterday, createdFrom",
    "limit=0, limit",
    "limit=251, limit",
    "after=x, after",
    "domain=a*b, domain",
    "domain=%25, domain",
    "metadata=invoice, metadata",
    "colour=red, colour",
    "term=%25, term",
    "waitingOn=GODOT, waitingOn",
    "sort=SHUFFLED, sort",
    "format=xml, format"
  })
  void refusesWhatItDoesNotUnderstand(String query, String field) {
    Answer refused = billing.get(ORDERS + "?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo(field);
  }
}
