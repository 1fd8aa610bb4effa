package io.domainflow.sandbox.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDomainTransferTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private ParsedAnswer check(String domain, String auth) {
    return sandbox.call("CheckDomainTransfer", "DOMAIN=" + domain, "AUTH=" + auth);
  }

  @Test
  void hasEveryPropertyOfTheDocumentedExample() {
    registry.elsewhere(
        "example.com",
        "\"transferLock\":true,\"age\":\"P7779D\",\"nameservers\":[\"a.iana.example\"],"
            + "\"zone\":{\"transferPeriods\":[\"1Y\",\"2Y\",\"10Y\"]}");

    ParsedAnswer answer = sandbox.call("CheckDomainTransfer", "DOMAIN=example.com");

    assertThat(answer.code()).isEqualTo(219);
    assertThat(answer.description())
        .startsWith("Request is not available; DOMAIN TRANSFER IS PROHIBITED BY STATUS");
    assertThat(answer.first("AGEINDAYS")).isEqualTo("7779");
    assertThat(answer.first("AUTHISVALID")).isEqualTo("UNKNOWN");
    assertThat(answer.first("AUTHREQUIRED")).isEqualTo("1");
    assertThat(answer.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(answer.first("USERTRANSFERREQUIRED")).isEqualTo("0");
    assertThat(answer.first("REPOSITORY")).isEqualTo("COM-OTE-1API1");
    assertThat(answer.all("PERIOD")).containsExactly("1Y", "2Y", "10Y");
    assertThat(answer.all("NAMESERVER")).containsExactly("a.iana.example");
    assertThat(answer.all("STATUS"))
        .containsExactly("clientTransferProhibited https://icann.org/epp#clientTransferProhibited");
    assertThat(answer.properties().keySet())
        .containsAll(List.of("CREATEDDATE", "EXPIRATIONDATE", "REGISTRAR", "UPDATEDDATE"));
    assertThat(answer.properties()).doesNotContainKey("CLASS");
  }

  @ParameterizedTest
  @CsvSource({
    "A, secret1, VALID, 218, 1",
    "A, wrong, VALID, 219, 0",
    "A, wrong, UNKNOWN, 218, UNKNOWN",
    "B, secret1, VALID, 218, YES",
    "B, wrong, VALID, 219, NO",
    "B, secret1, UNKNOWN, 218, UNKNOWN"
  })
  void saysWhetherTheCodeIsRight(
      String profile, String auth, String authCheck, int code, String valid) {
    registry.elsewhere("wanted.com", "\"authCheck\":\"" + authCheck + "\"");
    registry.profile(profile);

    ParsedAnswer answer = check("wanted.com", auth);

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.first("AUTHISVALID")).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"age\":\"P59D\"|secret1|BY AGE OF THE DOMAIN",
        "\"age\":\"P900D\"|wrong|BY WRONG AUTH",
        "\"transferLock\":true|secret1|BY STATUS (clientTransferProhibited)",
        "\"transferLock\":true|wrong|BY STATUS (clientTransferProhibited)/WRONG AUTH"
      })
  void saysWhatProhibitsTheTransfer(String members, String auth, String reason) {
    registry.elsewhere("wanted.com", members);

    assertThat(check("wanted.com", auth).says())
        .isEqualTo("219 Request is not available; DOMAIN TRANSFER IS PROHIBITED " + reason);
  }

  @Test
  void namesTheClassOfAPremiumName() {
    registry.elsewhere("dear.com", "\"class\":\"PREMIUM_A\",\"price\":900");

    assertThat(check("dear.com", "secret1").first("CLASS")).isEqualTo("PREMIUM_A");
  }

  @Test
  void knowsNamesOfOtherAccountsAndPeriodsThatRenewNothing() {
    registry.name("others.com", "\"owner\":\"OTHER_ACCOUNT\",\"age\":\"P3D\"");
    registry.elsewhere("nada.es", "");

    ParsedAnswer others = check("others.com", "secret1");
    assertThat(others.code()).isEqualTo(218);
    assertThat(others.first("USERTRANSFERREQUIRED")).isEqualTo("1");
    assertThat(check("nada.es", "secret1").all("PERIOD")).containsExactly("0Y");
  }

  @ParameterizedTest
  @CsvSource({
    "A, free.com, 545 Object not found",
    "B, free.com, 549 Command failed",
    "A, ours.com, 540 Attribute value is not unique; DOMAIN is already assigned to your account"
  })
  void refusesNamesThatAreNotElsewhere(String profile, String domain, String says) {
    registry.name("ours.com", "\"owner\":\"OURS\"");
    registry.profile(profile);

    assertThat(check(domain, "secret1").says()).isEqualTo(says);
  }

  @ParameterizedTest
  @CsvSource({"A, 219", "B, 552"})
  void saysThatATransferRuns(String profile, int code) {
    registry.elsewhere("wanted.com", "");
    registry.profile(profile);
    sandbox.call("TransferDomain", "DOMAIN=wanted.com", "AUTH=secret1");

    ParsedAnswer answer = check("wanted.com", "secret1");

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.description()).endsWith("BY STATUS (requested)");
  }
}
