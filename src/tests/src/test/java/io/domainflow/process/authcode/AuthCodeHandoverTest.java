package io.domainflow.process.authcode;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.authcode.AuthCodeStories.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.OnlyAtIspapi;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadAuthCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An auth code is handed over once, to its caller or to the holder, and to nobody after another
 * code, a dispute or a change of registrant.
 */
@DomainflowTest
class AuthCodeHandoverTest {

  private static final Pattern LINK = Pattern.compile("/holder/[A-Za-z0-9_-]+");

  private final int port;
  private final RegistrarGateway gateway;
  private final Registrations stories;
  private final AuthCodeStories codes;
  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;

  @Autowired
  AuthCodeHandoverTest(@LocalServerPort int port, RegistrarGateway gateway) {
    this.port = port;
    this.gateway = gateway;
    this.stories = new Registrations(port);
    this.codes = new AuthCodeStories(stories, gateway);
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void readsTheCodeAndHandsItOverOnce(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", ", 'authCode': 'canary-code-4711'");
    String reference = codes.place(domain, "");

    JsonNode order = codes.done(reference);

    assertThat(order.at("/outcome/code").asText()).isEqualTo("AUTH_CODE_ISSUED");
    assertThat(order.at("/outcome/validUntil").isNull()).isTrue();
    assertThat(order.at("/charged").asText()).isEqualTo("NO");
    assertThat(order.toString()).doesNotContain("canary-code-4711");
    assertThat(order.at("/outcome/remark").asText()).contains("can be read once, until ");
    Answer ofAnother = read(operator, reference);
    assertThat(ofAnother.status()).isEqualTo(403);
    assertThat(ofAnother.body().get("detail").asText()).contains("Nothing was handed over");
    assertThat(read(billing2, reference).status()).isEqualTo(404);

    Answer first = read(billing, reference);
    assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
    assertThat(first.body().get("authCode").asText()).isEqualTo("canary-code-4711");
    assertThat(first.response().headers().firstValue("Cache-Control")).hasValue("no-store");
    stories.advance("PT9M");
    assertThat(read(billing, reference).body().get("authCode").asText())
        .isEqualTo("canary-code-4711");
    stories.advance("PT2M");
    Answer late = read(billing, reference);
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.body().get("detail").asText())
        .contains("nobody reads is deleted on the day", "Order the code again");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void showsTheCodeToTheHolderOnAPageOnce() {
    String domain = codes.here("com", ", 'authCode': 'canary-code-4712'");
    String reference = codes.place(domain, ", 'deliver': 'HOLDER'");
    codes.done(reference);

    assertThat(read(billing, reference).status()).isEqualTo(409);
    assertThat(read(operator, reference).body().get("detail").asText())
        .as("not that somebody else can read it here")
        .contains("sent to the holder");
    String mail = mail(domain);
    assertThat(mail)
        .contains("/holder/", "shows it once, until ")
        .doesNotContain("canary-code-4712");
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).isTrue();
    Caller holder = Caller.stranger(port);
    assertThat(holder.get(link.group()).response().body())
        .contains("Show the auth code")
        .doesNotContain("canary-code-4712");
    assertThat(show(holder, link.group())).contains("canary-code-4712");
    assertThat(show(holder, link.group())).doesNotContain("canary-code-4712");
  }

  @Test
  void refusesWhatCannotBeHandedOver() {
    Answer uk = tryPlace(freshName("co.uk"), "");
    assertThat(uk.status()).isEqualTo(400);
    assertThat(uk.body().get("errors").toString()).contains("operation", "tag");

    Answer foreign = tryPlace(freshName("com"), ", 'period': '1Y'");
    assertThat(foreign.body().at("/errors/0/field").asText()).isEqualTo("period");
  }

  @Test
  void aCodeThatIsMadeAnewMakesTheOneBeforeVoid() {
    String domain = codes.here("de", "");
    String first = codes.place(domain, "");
    codes.done(first);
    String second = codes.place(domain, "");
    codes.done(second);

    assertThat(read(billing, first).status()).isEqualTo(410);
    assertThat(read(billing, second).status()).isEqualTo(200);
  }

  @BothReadings
  void aDisputedNameDoesNotLeaveWithACodeThatWasIssuedBefore(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", ", 'transferLock': true, 'authCode': 'canary-code-4718'");
    String reference = codes.place(domain, ", 'unlock': true");
    codes.done(reference);
    assertThat(codes.isOpen(domain)).isTrue();
    Caller admin = new Caller(port, "admin");
    admin.put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-1'}");
    try {
      assertThat(read(billing, reference).status()).isEqualTo(410);
      Awaitility.await().untilAsserted(() -> assertThat(codes.isOpen(domain)).isFalse());
      Awaitility.await()
          .untilAsserted(() -> assertThat(code(domain)).isNotEqualTo("canary-code-4718"));
    } finally {
      admin.delete("/api/v1/domains/" + domain + "/hold");
    }
  }

  /** The lock is already open, and the code requested, when the dispute is entered. */
  @BothReadings
  void aDisputeThatComesWhileTheCodeIsGotIsNotMissed(String profile) {
    stories.profile(profile);
    String domain = codes.here("com", ", 'transferLock': true, 'authCode': 'canary-code-4720'");
    stories.fault(
        "{'command': 'StatusDomain', 'fault': 'DELAY_400', 'times': 20, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.agreed(codes.place(domain, ", 'unlock': true"));
    stories.await(reference, order -> codes.isOpen(domain));
    Caller admin = new Caller(port, "admin");
    admin.put("/api/v1/domains/" + domain + "/hold", "{'kind': 'UDRP', 'reference': 'D2026-2'}");
    try {
      stories.await(
          reference,
          order -> List.of("FAILED", "COMPLETED").contains(order.get("status").asText()));
      stories.noFaults();

      Awaitility.await().untilAsserted(() -> assertThat(codes.isOpen(domain)).isFalse());
      assertThat(read(billing, reference).body().toString()).doesNotContain("canary-code-4720");
      assertThat(read(billing, reference).status()).isNotEqualTo(200);
    } finally {
      admin.delete("/api/v1/domains/" + domain + "/hold");
    }
  }

  @Test
  @OnlyAtIspapi("changes of registrants are not offered at the other platform yet")
  void theRegistrantBeforeDoesNotGetToSeeTheCodeOfTheNextOne() {
    String domain =
        codes.here(
            "com", ", 'authCode': 'canary-code-4719', 'zone': {'registrantChangeBy': 'UPDATE'}");
    String reference = codes.place(domain, ", 'deliver': 'HOLDER'");
    codes.done(reference);
    Matcher link = LINK.matcher(mail(domain));
    assertThat(link.find()).isTrue();
    stories.awaitStatus(stories.placeChange(domain, ""), "COMPLETED");

    assertThat(show(Caller.stranger(port), link.group())).doesNotContain("canary-code-4719");
    Awaitility.await()
        .untilAsserted(() -> assertThat(code(domain)).isNotEqualTo("canary-code-4719"));
  }

  private String mail(String domain) {
    return stories.mails(domain).stream()
        .filter(sent -> sent.get("kind").asText().equals("AUTH_CODE_ISSUED"))
        .map(sent -> sent.get("text").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String show(Caller holder, String link) {
    return holder
        .postAs(
            link,
            "application/x-www-form-urlencoded",
            "choice=SHOW".getBytes(StandardCharsets.UTF_8))
        .response()
        .body();
  }

  private String code(String domain) {
    AuthCode code =
        gateway.ask(stories.account(), new ReadAuthCode(DomainName.of(domain))).authCode();
    return code == null ? "" : code.reveal();
  }

  private Answer tryPlace(String domain, String more) {
    return stories.placeRaw(
        "{'reference': 'A-%s', 'operation': 'AUTH_CODE', 'account': 'sandbox', 'domain': '%s' %s}"
            .formatted(UUID.randomUUID(), domain, more));
  }
}
