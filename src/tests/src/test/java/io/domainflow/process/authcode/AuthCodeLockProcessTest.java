package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.account.Platform;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.order.progress.AuthCodeApprovals;
import io.domainflow.process.domain.LoginHistory;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAuthCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stories of AuthCodeLockProcess.bpmn: names that leave with their auth code, and names that
 * stay.
 */
@DomainflowTest
class AuthCodeLockProcessTest {

  private final JdbcClient jdbc;
  private final AuthCodeGuard guard;
  private final AuthCodeApprovals approvals;
  private final LoginHistory logins;
  private final Clock clock;
  private final RegistrarGateway gateway;
  private final int port;
  private final Registrations stories;
  private final Caller billing;

  @Autowired
  AuthCodeLockProcessTest(
      JdbcClient jdbc,
      AuthCodeGuard guard,
      AuthCodeApprovals approvals,
      LoginHistory logins,
      Clock clock,
      RegistrarGateway gateway,
      @LocalServerPort int port) {
    this.jdbc = jdbc;
    this.guard = guard;
    this.approvals = approvals;
    this.logins = logins;
    this.clock = clock;
    this.gateway = gateway;
    this.port = port;
    this.stories = new Registrations(port);
    this.billing = new Caller(port, "billing");
  }

  @Test
  void makesACodeVoidWhereThePolicySaysSo() {
    String domain = here("com", ", 'authCode': 'canary-code-4713'");
    String reference = place(domain, ", 'unlock': true");
    stories.awaitAuthCode(reference);
    assertThat(changes(domain)).isEmpty();

    String locked = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4714'");
    String opened = place(locked, ", 'unlock': true");
    stories.awaitAuthCode(opened);
    jdbc.sql(
            """
            update order_code_course set voids = true
            where order_id = (select id from provisioning_order where reference = :reference)
            """)
        .param("reference", opened)
        .update();
    stories.advance("P15D");

    assertThat(changes(locked)).hasSize(3);
    String again = place(locked, ", 'unlock': true");
    stories.awaitAuthCode(again);
    assertThat(read(billing, again).body().get("authCode").asText())
        .isNotEmpty()
        .isNotEqualTo("canary-code-4714");
    assertThat(read(billing, opened).status()).isEqualTo(410);
  }

  /**
   * Whatever goes wrong with the call, a second one invalidates the code that the first may have
   * created.
   */
  @ParameterizedTest
  @EnumSource(Platform.class)
  void makesACodeVoidWhateverGoesWrong(Platform platform) {
    Registrations there = new Registrations(port, platform);
    Map<String, String> faults = new LinkedHashMap<>();
    for (String fault :
        List.of("RESET_BEFORE", "RESET_AFTER", "HALF_BODY", "TIMEOUT_AFTER", "CODE_421")) {
      String domain = freshName("com");
      there.registry(
          "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'transferLock': true,"
                  .formatted(domain)
              + " 'authCode': 'canary-code-4717'}");
      String reference = there.placePlain("AUTH_CODE", domain, ", 'unlock': true");
      there.awaitAuthCode(reference);
      jdbc.sql(
              "update order_code_course set unlocked = false, voids = true where order_id = :order")
          .param("order", UUID.fromString(there.get(reference).get("id").asText()))
          .update();
      faults.put(domain, fault);
    }
    there.advance("P13D");
    faults.forEach(
        (domain, fault) ->
            there.fault(
                "{'command': 'ModifyDomain', 'domain': '%s', 'fault': '%s', 'times': 1}"
                    .formatted(domain, fault)));
    there.advance("P2D");

    faults.forEach(
        (domain, fault) ->
            Awaitility.await()
                .untilAsserted(
                    () -> {
                      there.advance("PT10M");
                      assertThat(code(there, domain)).as(fault).isNotEqualTo("canary-code-4717");
                    }));
    there.noFaults();
  }

  private String code(Registrations there, String domain) {
    AuthCode code =
        gateway.ask(there.account(), new ReadAuthCode(DomainName.of(domain))).authCode();
    return code == null ? "" : code.reveal();
  }

  @Test
  void hasNothingLeftToDoOnceTheNameHasLeft() {
    String domain = here("com", ", 'transferLock': true");
    stories.awaitAuthCode(place(domain, ", 'unlock': true"));
    stories.happen(domain, "MOVED_TO_ACCOUNT", "test.user2");
    int before = changes(domain).size();

    stories.advance("P16D");

    assertThat(changes(domain)).hasSize(before);
  }

  private UUID id(String reference) {
    return UUID.fromString(stories.get(reference).get("id").asText());
  }

  @Test
  void aLaterOrderTakesOverWhatAnEarlierOneHasToUndo() {
    String domain = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4715'");
    String first = place(domain, ", 'unlock': true");
    stories.awaitAuthCode(first);
    jdbc.sql("update order_code_course set voids = true where order_id = :order")
        .param("order", id(first))
        .update();
    stories.advance("P13D");
    JsonNode second = stories.awaitAuthCode(place(domain, ""));
    assertThat(second.at("/outcome/remark").asText()).contains("set again on");
    int before = changes(domain).size();

    stories.advance("P2D");
    assertThat(changes(domain)).as("the second code works").hasSize(before);

    stories.advance("P13D");
    assertThat(changes(domain))
        .hasSize(before + 1)
        .last()
        .asString()
        .containsIgnoringCase("transferlock=1");
  }

  /** The daily check compares with what is wanted, and so finds that the name is still open. */
  @Test
  void aLockThatTheRegistrarRefusesIsStillWanted() {
    String domain = here("com", ", 'transferLock': true");
    String reference = place(domain, ", 'unlock': true");
    stories.awaitAuthCode(reference);
    stories.fault(
        "{'command': 'ModifyDomain', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    stories.advance("P15D");

    assertThat(stories.timeline(reference))
        .last()
        .asString()
        .startsWith("The registrar refused to protect the domain again («");
    JsonNode lock = billing.get("/api/v1/domains/" + domain).body().at("/sections/transferLock");
    assertThat(lock.get("wanted").asBoolean()).as(lock.toString()).isTrue();
    assertThat(changes(domain)).as("opened, and not set again").hasSize(1);
    stories.noFaults();
  }

  @Test
  void leavesALockAsALaterOrderWantsIt() {
    String domain = here("com", ", 'transferLock': true");
    stories.awaitAuthCode(place(domain, ", 'unlock': true"));
    stories.awaitStatus(
        stories.placePlain("UPDATE", domain, ", 'transferLock': false"), "COMPLETED");
    int before = changes(domain).size();

    stories.advance("P16D");

    assertThat(changes(domain)).hasSize(before);
  }

  @Test
  void isOverForAnOwnerWhoHasGivenTheNameAway() {
    String domain = here("com", ", 'transferLock': true, 'authCode': 'canary-code-4716'");
    String reference = place(domain, ", 'unlock': true");
    stories.awaitAuthCode(reference);
    int before = changes(domain).size();

    stories.give(domain, "billing2");

    assertThat(read(billing, reference).status()).isEqualTo(410);
    stories.advance("PT1M");
    assertThat(changes(domain)).hasSizeGreaterThan(before);
    assertThat(changes(domain).subList(before, changes(domain).size()).toString())
        .containsIgnoringCase("transferlock=1");
  }

  /** The former owner may have read it, although no lock was opened for it. */
  @Test
  void theCodeOfAnOwnerBeforeIsVoidForTheNextOne() {
    String domain = here("com", ", 'authCode': 'canary-code-4720'");
    String reference = place(domain, "");
    stories.awaitAuthCode(reference);
    assertThat(read(billing, reference).status()).isEqualTo(200);

    stories.give(domain, "billing2");

    Awaitility.await()
        .untilAsserted(() -> assertThat(code(stories, domain)).isNotEqualTo("canary-code-4720"));
  }

  /** It comes back as somebody wants it then. */
  @Test
  void forgetsALockThatItHasOpenedOnceTheNameHasLeft() {
    String domain = here("com", ", 'transferLock': true");
    stories.awaitAuthCode(place(domain, ", 'unlock': true"));
    stories.happen(domain, "TRANSFERRED_AWAY");
    stories.advance("P16D");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D', 'transferLock': false}"
            .formatted(domain));

    JsonNode again = stories.awaitAuthCode(stories.agreed(place(domain, "")));

    assertThat(again.at("/outcome/remark").asText()).doesNotContain("set again on");
  }

  @Test
  void nothingIsOpenedOrGivenOutThatNobodyHasAgreedTo() {
    String reference = place(here("com", ""), "");
    // by then its process has also decided
    stories.awaitAuthCode(reference);
    UUID order = id(reference);
    UUID unknown = UUID.randomUUID();
    assertThatThrownBy(() -> guard.checkApproved(unknown))
        .isInstanceOf(IllegalStateException.class);

    approvals.decided(order, true, "The registrant was changed.");
    assertThatThrownBy(() -> guard.checkApproved(order)).isInstanceOf(IllegalStateException.class);

    approvals.approved(order, "approver");
    approvals.decided(order, true, "Something else.");
    guard.checkApproved(order);
    assertThat(approvals.find(order).orElseThrow().lookAt())
        .isEqualTo("The registrant was changed.");
  }

  @Test
  void knowsSinceWhenALoginIsAsItIs() {
    assertThat(logins.changedAt("nobody-here", clock.instant())).isEmpty();
    assertThat(logins.codesOrdered("nobody-here", clock.instant())).isZero();
    place(here("com", ""), "");
    assertThat(logins.codesOrdered("billing", clock.instant())).isPositive();
    assertThat(logins.changedAt("billing", clock.instant().plus(Duration.ofDays(400))))
        .as("has ordered here long ago then")
        .isPresent();
  }

  /** Whoever has taken it over may have enabled it again. */
  @Test
  void aClientThatIsEnabledAgainIsAsItIsSinceThen() {
    Clients clients = new Clients(port);
    String name = clients.add();
    String login = "client/" + name;
    Instant added = logins.changedAt(login, clock.instant()).orElseThrow();
    stories.advance("PT1H");
    clients.change(name, "'description': 'the shop'");
    assertThat(logins.changedAt(login, clock.instant())).as("described").hasValue(added);

    clients.change(name, "'state': 'DISABLED'");
    clients.change(name, "'state': 'ACTIVE'");

    assertThat(logins.changedAt(login, clock.instant()).orElseThrow())
        .isAfterOrEqualTo(added.plus(Duration.ofHours(1)));
  }

  private String here(String tld, String more) {
    String domain = freshName(tld);
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D' %s}".formatted(domain, more));
    return domain;
  }

  private String place(String domain, String more) {
    return stories.placePlain("AUTH_CODE", domain, more);
  }

  private static Answer read(Caller caller, String reference) {
    return caller.post("/api/v1/orders/" + reference + "/auth-code", "");
  }

  private List<String> changes(String domain) {
    return stories.ledger(domain).stream()
        .map(
            entry ->
                entry.get("parameters").properties().stream()
                    .map(p -> p.getKey() + "=" + p.getValue().asText())
                    .toList()
                    .toString())
        .toList();
  }
}
