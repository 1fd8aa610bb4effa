package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Auth codes that registries keep. */
class AuthCodesTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private ParsedAnswer ask(String command, String domain, String... lines) {
    return sandbox.call(command, RawRequest.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  private ParsedAnswer status(String domain) {
    return ask("StatusDomain", domain);
  }

  private void ours(String domain) {
    registry.name(
        domain,
        "\"owner\":\"OURS\",\"registrant\":{\"firstName\":\"Ada\",\"lastName\":\"Example\","
            + "\"email\":\"ada@example.org\"}");
  }

  private String mailed() {
    JsonNode mails = registry.get("/sandbox/mailbox?to=ada@example.org");
    assertThat(mails.get(mails.size() - 1).get("kind").textValue()).isEqualTo("AUTH_CODE");
    assertThat(mails.get(mails.size() - 1).get("links")).isEmpty();
    return mails
        .get(mails.size() - 1)
        .get("text")
        .textValue()
        .replaceAll("(?s).*:\\s+", "")
        .strip();
  }

  @Test
  void denicMakesACodeThatEnds() {
    ours("a.de");

    ParsedAnswer made = ask("DENIC_CreateAuthInfo1", "a.de");
    assertThat(made.code()).isEqualTo(200);
    assertThat(made.first("AUTH")).isNotBlank().isNotEqualTo("secret1");
    assertThat(made.first("STATUS")).isEqualTo("ACTIVE");
    assertThat(made.first("X-DE-AUTHINFO1-EXPIRATIONDATE")).hasSize(10);
    assertThat(status("a.de").first("AUTH")).isEqualTo(made.first("AUTH"));
    assertThat(status("a.de").first("X-DE-AUTHINFO1-EXPIRATIONDATE"))
        .isEqualTo(made.first("X-DE-AUTHINFO1-EXPIRATIONDATE"));

    registry.advance("P31D");
    assertThat(status("a.de").first("AUTH")).isEmpty();
    assertThat(status("a.de").all("X-DE-AUTHINFO1-EXPIRATIONDATE")).isEmpty();
  }

  @Test
  void theEndOfACodeIsShownInOneReadingOnly() {
    registry.profile("B");
    ours("a.de");
    ask("DENIC_CreateAuthInfo1", "a.de", "AUTH=topsecret");

    assertThat(status("a.de").first("AUTH")).isEqualTo("topsecret");
    assertThat(status("a.de").all("X-DE-AUTHINFO1-EXPIRATIONDATE")).isEmpty();
  }

  @Test
  void denicTakesACodeAndAnEndOfTheCallers() {
    ours("a.de");
    ours("a.com");

    ParsedAnswer made =
        ask(
            "DENIC_CreateAuthInfo1",
            "a.de",
            "AUTH=topsecret",
            "X-DE-AUTHINFO1-EXPIRATIONDATE=2999-01-01");
    assertThat(made.first("AUTH")).isEqualTo("topsecret");
    assertThat(made.first("X-DE-AUTHINFO1-EXPIRATIONDATE")).isEqualTo("2999-01-01");
    assertThat(
            ask("DENIC_CreateAuthInfo1", "a.de", "X-DE-AUTHINFO1-EXPIRATIONDATE=2001-01-01").code())
        .isEqualTo(541);
    assertThat(ask("DENIC_CreateAuthInfo1", "a.com").code()).isEqualTo(541);
    assertThat(ask("DENIC_CreateAuthInfo1", "b.de").code()).isEqualTo(545);
    registry.happen("a.de", "HOLD");
    assertThat(ask("DENIC_CreateAuthInfo1", "a.de").code()).isEqualTo(552);
  }

  @ParameterizedTest
  @CsvSource({"A, 545", "B, 200"})
  void denicDeletesACode(String profile, int none) {
    registry.profile(profile);
    ours("a.de");
    ask("DENIC_CreateAuthInfo1", "a.de");
    registry.happen("a.de", "LOCKED");

    assertThat(ask("DENIC_DeleteAuthInfo1", "a.de").all("STATUS"))
        .containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(status("a.de").first("AUTH")).isEmpty();
    assertThat(ask("DENIC_DeleteAuthInfo1", "a.de").code()).isEqualTo(none);
  }

  @Test
  void denicSendsALetterThatIsCharged() {
    ours("a.de");

    assertThat(ask("DENIC_CreateAuthInfo2", "a.de").code()).isEqualTo(200);
    assertThat(registry.charged("a.de")).isEqualTo("10.00");
    assertThat(mailed()).isNotBlank();
    assertThat(status("a.de").first("AUTH")).isEmpty();
    assertThat(ask("DENIC_CreateAuthInfo2", "nobody.de").code()).isEqualTo(541);
  }

  @ParameterizedTest
  @CsvSource({"A, 540", "B, 200"})
  void anotherRegistrySendsACodeThatNobodyElseSees(String profile, int again) {
    registry.profile(profile);
    ours("testdomain.at");

    ParsedAnswer answer = ask("RequestDomainAuthInfo", "testdomain.at");
    assertThat(answer.says()).isEqualTo("200 Command completed successfully; action pending");
    assertThat(answer.first("STATUS")).isEqualTo("PENDING");
    String code = mailed();
    assertThat(code).hasSizeGreaterThan(8);
    assertThat(status("testdomain.at").first("AUTH")).isEmpty();
    assertThat(ask("RequestDomainAuthInfo", "testdomain.at").code()).isEqualTo(again);
    assertThat(
            sandbox
                .callAs(
                    "test.user2",
                    "test.passw0rd2",
                    "TransferDomain",
                    "DOMAIN=testdomain.at",
                    "ACTION=USERTRANSFER",
                    "AUTH=" + mailed())
                .code())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, false", "B, true"})
  void thatOfEuIsShown(String profile, boolean pending) {
    registry.profile(profile);
    ours("a.eu");

    ParsedAnswer answer = ask("RequestDomainAuthInfo", "a.eu");

    assertThat(answer.all("AUTH").isEmpty()).isEqualTo(pending);
    assertThat(status("a.eu").first("AUTH")).isNotBlank().isNotEqualTo("secret1");
    assertThat(ask("RequestDomainAuthInfo", "a.eu").code()).isEqualTo(540);
    registry.advance("P31D");
    assertThat(status("a.eu").first("AUTH")).isEmpty();
    assertThat(ask("RequestDomainAuthInfo", "a.eu").code()).isEqualTo(200);
  }

  @Test
  void aRegistryThatDoesNotAndANameOnHoldAreRefused() {
    ours("a.com");
    ours("a.at");
    registry.happen("a.at", "HOLD");

    assertThat(ask("RequestDomainAuthInfo", "a.com").code()).isEqualTo(549);
    assertThat(ask("RequestDomainAuthInfo", "a.at").code()).isEqualTo(552);
  }

  @Test
  void aCodeThatHasEndedTransfersNothing() {
    ours("a.de");
    String code = ask("DENIC_CreateAuthInfo1", "a.de").first("AUTH");
    registry.advance("P31D");

    assertThat(
            sandbox
                .callAs(
                    "test.user2",
                    "test.passw0rd2",
                    "CheckDomainTransfer",
                    "DOMAIN=a.de",
                    "AUTH=" + code)
                .first("AUTHISVALID"))
        .isEqualTo("0");
  }
}
