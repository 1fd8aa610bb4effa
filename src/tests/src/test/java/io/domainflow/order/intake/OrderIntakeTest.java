package io.domainflow.order.intake;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.Registrations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both ways of placing an order refuse the same orders, and name what is wrong. */
@DomainflowTest
class OrderIntakeTest {

  private static final String START =
      "/engine-rest/process-definition/key/DomainRegistrationProcess/start";

  private final RuntimeService runtime;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Caller billing;
  private final Registrations registrations;

  @Autowired
  OrderIntakeTest(
      RuntimeService runtime, JdbcClient jdbc, ObjectMapper json, @LocalServerPort int port) {
    this.runtime = runtime;
    this.jdbc = jdbc;
    this.json = json;
    this.billing = new Caller(port, "billing");
    this.registrations = new Registrations(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/reference          | 'B 1'                      | reference",
        "/reference          | null                       | reference",
        "/operation          | 'REPAINT'                    | operation",
        "/operation          | null                       | operation",
        "/account            | 'nobody'                   | account",
        "/domain             | null                       | domain",
        "/domain             | 'example'                  | domain",
        "/domain             | 'exa mple.com'             | domain",
        "/domain             | '-example.com'             | domain",
        "/domain             | 'exam_ple.com'             | domain",
        "/domain             | 'example.com.'             | domain",
        "/domain             | 'example..com'             | domain",
        "/domain             | 'www.example.com'          | domain",
        "/domain             | '☃.com'                    | domain",
        "/domain             | 'xn--a.com'                | domain",
        "/domain             | 'xn--pple-43d.com'         | domain",
        "/domain             | 'example.nosuchtld'        | domain",
        "/domain             | 'example.ch'               | domain",
        "/domain             | 'com'                      | domain",
        "/domain             | 'co.uk'                    | domain",
        "/period             | '0Y'                       | period",
        "/period             | '11Y'                      | period",
        "/period             | '1M'                       | period",
        "/period             | 1                          | period",
        "/registrant         | null                       | registrant",
        "/registrant         | []                         | registrant",
        "/registrant/country | 'XX'                       | registrant.country",
        "/registrant/country | 'ß'                        | registrant.country",
        "/registrant/phone   | '+49.30'                   | registrant.phone",
        "/registrant/email   | 'ada@127.0.0.1'            | registrant.email",
        "/registrant/city    | 'Ber\\u202Elin'             | registrant.city",
        "/nameservers        | ['192.0.2.1']              | nameservers[0]",
        "/metadata           | {'a\\u2028b': 'c'}         | metadata",
        "/registrant/phone   | '030 1234567'              | registrant.phone",
        "/registrant/phone   | '+49'                      | registrant.phone",
        "/registrant/email   | 'ada'                      | registrant.email",
        "/registrant/email   | 'ada@müller.example'       | registrant.email",
        "/registrant/organization | 'N/A'                 | registrant.organization",
        "/registrant/organization | '---'                 | registrant.organization",
        "/registrant/street  | []                         | registrant.street",
        "/registrant/street  | ['a','b','c','d']          | registrant.street",
        "/registrant/city    | 'Ber\\nlin'                | registrant.city",
        "/registrant/lastName| 'x\\u0000y'                | registrant.lastName",
        "/registrant/lastName| ' '                        | registrant.lastName",
        "/registrant/shoe    | '42'                       | registrant.shoe",
        "/registrant/handle  | 'P-1'                      | registrant.handle",
        "/admin              | {'handle': 'P 1'}          | admin.handle",
        "/nameservers        | ['ns1']                    | nameservers[0]",
        "/nameservers        | ['ns1.a.com','ns1.a.com']  | nameservers",
        "/nameservers        | 'ns1.a.com'                | nameservers",
        "/additionalFields   | {'X-CA-LEGALTYPE': 'CCT'}  | additionalFields.X-CA-LEGALTYPE",
        "/transferLock       | 'yes'                      | transferLock",
        "/renewalMode        | 'RENEWONCE'                | renewalMode",
        "/idnLanguage        | 'de'                       | idnLanguage",
        "/acceptPrice        | {'amount': 'much', 'currency': 'EUR'} | acceptPrice.amount",
        "/metadata           | {'invoice': 'a\\rb'}       | metadata.invoice",
        "/surprise           | 'x'                        | surprise"
      })
  void refusesEachBadFieldByNameAndStoresNothing(String path, String value, String field)
      throws Exception {
    String reference = "bad-" + UUID.randomUUID();
    ObjectNode order = (ObjectNode) json.readTree(order(reference, freshName("com"), ""));
    int slash = path.lastIndexOf('/');
    ((ObjectNode) order.at(path.substring(0, slash)))
        .set(path.substring(slash + 1).strip(), json.readTree(value.replace('\'', '"')));
    long before = stored();

    Answer answer = billing.postExactly("/api/v1/orders", order.toString());

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(fields(answer)).contains(field);
    assertThat(answer.body().get("detail").asText()).contains("nothing was bought");
    assertThat(stored()).isEqualTo(before);
    assertThat(instances(reference)).isZero();
  }

  @Test
  void listsAllProblemsAtOnce() {
    Answer answer =
        billing.post(
            "/api/v1/orders",
            "{'reference': 'B 2', 'domain': 'x', 'period': '99Y', 'registrant': {'phone': '1'}}");

    assertThat(fields(answer))
        .contains(
            "reference",
            "operation",
            "account",
            "domain",
            "period",
            "registrant.firstName",
            "registrant.email",
            "registrant.phone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'reference': 'a'",
        "'text'",
        "[]",
        "{'reference': 'a', 'reference': 'b'}",
        "{} {}"
      })
  void refusesAnythingButOneJsonObject(String body) {
    Answer answer = billing.post("/api/v1/orders", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).doesNotContain("jackson", "Exception");
  }

  @Test
  void refusesAStrictOrderThatLacksARequiredField() {
    Answer answer =
        billing.postExactly(
            "/api/v1/orders",
            order("strict-" + UUID.randomUUID(), freshName("ca"), ", \"strict\": true"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly("additionalFields.X-CA-LEGALTYPE");
  }

  /** What the registrar refuses too, but only after it was asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "ca | {'X-CA-LEGALTYPE': 'CCO'}                                       | null",
        "ca | {'X-CA-LEGALTYPE': 'CCT'}                                       | \"Example Inc\"",
        "us | {'X-US-NEXUS-APPPURPOSE': 'P1', 'X-US-NEXUS-CATEGORY': 'C21'}   | null",
        "us | {'X-US-NEXUS-APPPURPOSE': 'P3', 'X-US-NEXUS-CATEGORY': 'C11'}   | \"Example Inc\"",
        "uk | {'X-UK-REG-TYPE': 'LTD', 'X-UK-REG-CO-NO': '01234567'}          | null"
      })
  void refusesAPersonAsAnOrganizationAndAnOrganizationAsAPerson(
      String tld, String fields, String organization) {
    String domain = freshName(tld);
    String order =
        order("kind-" + UUID.randomUUID(), domain, ", 'additionalFields': " + fields)
            .replace("\"street\"", "\"organization\": " + organization + ", \"street\"");

    Answer answer = billing.postExactly("/api/v1/orders", order);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("NOT_IN_LIST");
    assertThat(registrations.requests("domain=" + domain)).isEmpty();
  }

  @Test
  void acceptsTheSameOrderOverTheEnginesOwnApi() {
    String reference = "engine-" + UUID.randomUUID();
    String domain = freshName("com");

    Answer started = billing.postExactly(START, start(reference, order(reference, domain, "")));

    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    assertThat(registrations.awaitStatus(reference, "COMPLETED").get("domain").asText())
        .isEqualTo(domain);
    assertThat(registrations.ledger(domain)).hasSize(1);
  }

  @Test
  void makesTheReferenceTheBusinessKeyOfAStartWithoutOne() {
    String reference = "keyless-" + UUID.randomUUID();
    String order = order(reference, freshName("ca"), "");

    Answer started = billing.postExactly(START, start(null, order));
    Answer nameless =
        billing.postExactly(START, start(null, order.replace("\"" + reference + "\"", "null")));

    assertThat(started.body().get("businessKey").asText()).isEqualTo(reference);
    assertThat(instances(reference)).isEqualTo(1);
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(nameless.body().get("message").asText())
        .contains("«Reference» is required", "Nothing was started");
    registrations.cancel(reference);
  }

  @Test
  void refusesTheSameThingsOverTheEnginesOwnApi() {
    String reference = "engine-bad-" + UUID.randomUUID();
    String order =
        order(reference, "www.example.com", ", \"surprise\": \"x\"").replace("\"DE\"", "\"XX\"");

    Answer refused = billing.postExactly(START, start(reference, order));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText())
        .contains("domain must be directly below .com", "registrant.country", "surprise");
    assertThat(instances(reference)).isZero();
  }

  @Test
  void namesTheFirstInstanceWhenAReferenceComesTwiceOverTheEngine() {
    String reference = "engine-twice-" + UUID.randomUUID();
    String body = start(reference, order(reference, freshName("ca"), ""));
    String first = billing.postExactly(START, body).body().get("id").asText();

    Answer second = billing.postExactly(START, body);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().get("message").asText()).contains(first);
    registrations.cancel(reference);
  }

  /** The same order as variables: objects and lists as Json, the rest as it is. */
  private String start(String businessKey, String order) {
    try {
      ObjectNode variables = json.createObjectNode();
      json.readTree(order)
          .properties()
          .forEach(
              member -> {
                JsonNode value = member.getValue();
                ObjectNode variable = variables.putObject(member.getKey());
                if (value.isContainerNode()) {
                  variable.put("value", value.toString()).put("type", "Json");
                } else {
                  variable.set("value", value);
                  variable.put("type", value.isBoolean() ? "Boolean" : "String");
                }
              });
      ObjectNode start = json.createObjectNode().put("businessKey", businessKey);
      start.set("variables", variables);
      return start.toString();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> fields(Answer answer) {
    return answer.body().get("errors").findValuesAsText("field");
  }

  private long stored() {
    return jdbc.sql("select count(*) from provisioning_order").query(Long.class).single();
  }

  private long instances(String reference) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).count();
  }
}
