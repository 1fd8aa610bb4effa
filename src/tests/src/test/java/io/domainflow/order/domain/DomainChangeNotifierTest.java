package io.domainflow.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.callback.EventType;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.UpdateDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The owner of a name is told of each change once, no matter who made it. */
@DomainflowTest
class DomainChangeNotifierTest {

  private static final String ACCOUNT = "sandbox";
  private static final String TYPES =
      String.join(
          "','", EventType.texts().stream().filter(type -> type.startsWith("domain.")).toList());

  private static final NameSettings UNLOCKED = new NameSettings(null, false, null, null, Map.of());

  private final ObjectMapper json = new ObjectMapper();
  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Registrations registrations;
  private final Caller billing;
  private final Caller operator;
  private final DomainChangeNotifier news;
  private final RegistrarGateway gateway;
  private final DepartedDomains gone;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final RuntimeService runtime;
  private String webhook;

  @Autowired
  DomainChangeNotifierTest(
      @LocalServerPort int port,
      DomainChangeNotifier news,
      RegistrarGateway gateway,
      DepartedDomains gone,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      RuntimeService runtime) {
    this.registrations = new Registrations(port);
    this.billing = new Caller(port, "billing");
    this.operator = new Caller(port, "operator");
    this.news = news;
    this.gateway = gateway;
    this.gone = gone;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.runtime = runtime;
  }

  @BeforeEach
  void subscribe() {
    webhook =
        billing
            .post(
                "/api/v1/webhooks",
                "{'url': '%s', 'types': ['%s']}".formatted(receiver.url(), TYPES))
            .body()
            .get("id")
            .asText();
  }

  @AfterEach
  void unsubscribe() {
    billing.delete("/api/v1/webhooks/" + webhook);
    receiver.close();
  }

  private String registered() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(
        registrations.place(domain, ", 'transferLock': true, 'renewalMode': 'AUTOEXPIRE'"),
        "COMPLETED");
    news.tell(ACCOUNT);
    return domain;
  }

  private void read(String domain) {
    assertThat(
            operator
                .post("/api/v1/domains/" + domain + "/refresh?account=" + ACCOUNT, "{}")
                .status())
        .isEqualTo(200);
  }

  private List<JsonNode> told(String domain) {
    return receiver.received().stream()
        .map(received -> parsed(received.body()))
        .filter(event -> event.at("/data/domain").asText().equals(domain))
        .toList();
  }

  private JsonNode parsed(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> types(String domain) {
    return told(domain).stream().map(event -> event.get("type").asText()).toList();
  }

  private void awaitTypes(String domain, String... types) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(types(domain)).containsExactlyInAnyOrder(types));
  }

  @Test
  void eachKindOfEventCanBeSubscribedTo() {
    assertThat(EventType.texts())
        .containsAll(Arrays.stream(DomainEvent.values()).map(DomainEvent::type).toList());
  }

  @Test
  void aChangeInThePanelIsToldOnceItIsRead() {
    String domain = registered();
    registrations.happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
    gateway.ensure(ACCOUNT, new UpdateDomain(DomainName.of(domain), UNLOCKED, false));
    read(domain);

    news.tell(ACCOUNT);
    news.tell(ACCOUNT);

    awaitTypes(domain, "domain.renewal_mode_changed", "domain.unlocked");
    JsonNode changed = told(domain).get(0).get("data");
    assertThat(changed.get("account").asText()).isEqualTo(ACCOUNT);
    assertThat(changed.get("href").asText())
        .isEqualTo("/api/v1/domains/" + domain + "?account=" + ACCOUNT);
  }

  @Test
  void theEndOfAPeriodIsToldOnceForEachNotice() {
    String domain = registered();
    registrations.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P29D', 'renewalMode': 'AUTOEXPIRE', 'transferLock': true}"
            .formatted(domain));
    read(domain);

    news.tell(ACCOUNT);
    awaitTypes(domain, "domain.expiring");
    assertThat(told(domain).get(0).at("/data/days").asInt()).isBetween(28, 30);
    registrations.advance("P2D");
    news.tell(ACCOUNT);
    registrations.advance("P21D");
    news.tell(ACCOUNT);

    awaitTypes(domain, "domain.expiring", "domain.expiring");
  }

  @Test
  void aNameThatTheRegistrarNoLongerKnowsIsLost() {
    String domain = registered();

    noLongerKnown(domain);
    news.tell(ACCOUNT);

    awaitTypes(domain, "domain.lost");
    assertThat(told(domain).get(0).at("/data/how").asText()).isEqualTo("nobody knows");
  }

  @Test
  void oneWhoseAuthCodeWasIssuedHasBeenTransferred() {
    String domain = Registrations.freshName("com");
    registrations.awaitStatus(registrations.place(domain, ", 'transferLock': false"), "COMPLETED");
    news.tell(ACCOUNT);
    String code = "C-" + domain;
    billing.post(
        "/api/v1/orders",
        "{'reference': '%s', 'operation': 'AUTH_CODE', 'account': '%s', 'domain': '%s'}"
            .formatted(code, ACCOUNT, domain));
    JsonNode issued = registrations.awaitAuthCode(code);
    // the name is read once more after that, and a name that was read there has not gone
    Awaitility.await()
        .until(
            () ->
                runtime
                        .createProcessInstanceQuery()
                        .superProcessInstanceId(issued.get("processInstanceId").asText())
                        .activityIdIn("IntermediateEvent_TimeToLook")
                        .count()
                    == 1);

    noLongerKnown(domain);
    news.tell(ACCOUNT);

    awaitTypes(domain, "domain.auth_code_issued", "domain.transferred_away");
    assertThat(told(domain).toString()).contains("its auth code had been issued");
    assertThat(billing.get("/api/v1/domains/" + domain).body().at("/status").asText())
        .isEqualTo("TRANSFERRED_AWAY");
  }

  @Test
  void anOrderThatFindsANameInAnotherAccountTellsThatItHasGone() {
    String domain = registered();
    registrations.happen(domain, "MOVED_TO_ACCOUNT", "test.user2");

    for (String operation : List.of("UPDATE", "DELETE", "AUTH_CODE")) {
      JsonNode failed = refused(operation, domain);
      assertThat(failed.at("/failure/reason").asText())
          .as("%s: %s", operation, failed.get("failure"))
          .isEqualTo("TRANSFERRED_AWAY");
      assertThat(failed.at("/failure/message").asText())
          .contains("has left this account: ", "nothing was bought");
    }

    awaitTypes(domain, "domain.transferred_away");
    JsonNode gone = billing.get("/api/v1/domains/" + domain).body();
    assertThat(gone.at("/status").asText()).isEqualTo("TRANSFERRED_AWAY");
    assertThat(gone.at("/gone/how").asText()).contains("found that it is no longer there");
  }

  @Test
  void aNameThatWasNeverReadIsNotedAsGoneToo() {
    String domain = Registrations.freshName("com");
    registrations.registry("{'domain': '%s', 'account': 'test.user'}".formatted(domain));
    registrations.give(domain, "billing");
    registrations.happen(domain, "TRANSFERRED_AWAY");

    assertThat(refused("AUTH_CODE", domain).at("/failure/reason").asText())
        .isEqualTo("TRANSFERRED_AWAY");

    awaitTypes(domain, "domain.transferred_away");
    assertThat(billing.get("/api/v1/domains/" + domain).body().at("/status").asText())
        .isEqualTo("TRANSFERRED_AWAY");
  }

  private JsonNode refused(String operation, String domain) {
    return registrations.awaitStatus(
        registrations.placePlain(
            operation, domain, "UPDATE".equals(operation) ? ", 'transferLock': true" : ""),
        "FAILED");
  }

  private void noLongerKnown(String domain) {
    jdbc.sql("update stored_domain set missing_since = read_at where domain = ?")
        .param(domain)
        .update();
    transactions.executeWithoutResult(
        status ->
            gone.gone(
                ACCOUNT,
                List.of(
                    new DepartedDomain(
                        DomainName.of(domain), DomainStatus.UNKNOWN, "nobody knows", null))));
  }

  @Test
  void anotherOwnersNameIsNotTold() {
    String domain = registered();
    assertThat(
            operator
                .put(
                    "/api/v1/domains/" + domain + "/owner?account=" + ACCOUNT,
                    "{'owner': 'billing2', 'reason': 'sold'}")
                .status())
        .isIn(200, 204);
    registrations.happen(domain, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
    String own = registered();
    registrations.happen(own, "MODE_CHANGED_ELSEWHERE", "AUTORENEW");
    read(domain);
    read(own);

    news.tell(ACCOUNT);

    awaitTypes(own, "domain.renewal_mode_changed");
    assertThat(types(domain)).containsExactly("domain.handed_over");
  }
}
