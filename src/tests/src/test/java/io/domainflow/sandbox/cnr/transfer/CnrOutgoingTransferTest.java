package io.domainflow.sandbox.cnr.transfer;

import static io.domainflow.sandbox.cnr.transfer.CnrReseller.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names leave an account at CentralNic Reseller, to another account or registrar, and their auth
 * codes.
 */
class CnrOutgoingTransferTest {

  private static final String NEIGHBOUR = "test.user2";
  private static final String SECRET = "test.passw0rd2";

  private SandboxServer sandbox;
  private Registry registry;
  private CnrReseller reseller;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    reseller = new CnrReseller(sandbox);
  }

  private CnrAnswer neighbour(String command, String... lines) {
    return sandbox.cnrAs(NEIGHBOUR, SECRET, command, lines);
  }

  @Test
  void findsAUserTransferIfItIsForced() {
    registry.name("inner.com", OURS);

    assertThat(neighbour("TransferDomain", "DOMAIN=inner.com", "AUTH=secret1").code())
        .isEqualTo(549);
    CnrAnswer forced =
        neighbour("TransferDomain", "DOMAIN=inner.com", "AUTH=secret1", "FORCEREQUEST=1");
    assertThat(forced.first("transfer status")).isEqualTo("USERTRANSFER");
    assertThat(forced.first("registrar")).isEqualTo("test.user");
    assertThat(forced.first("requesting registrar")).isEqualTo("test.user2");
    assertThat(forced.first("renewal period")).isEqualTo("0");
    assertThat(registry.charged("inner.com")).isEqualTo("0.00");
  }

  @Test
  void movesBetweenAccountsAfterFiveDaysWithTheCode() {
    registry.name("inner.com", OURS);
    neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER", "AUTH=secret1");

    registry.advance("P4DT23H");
    assertThat(reseller.status("inner.com")).isEqualTo(200);
    registry.advance("PT1H");
    assertThat(reseller.status("inner.com")).isEqualTo(531);
    assertThat(neighbour("StatusDomain", "DOMAIN=inner.com").code()).isEqualTo(200);
    assertThat(reseller.events())
        .containsExactly("FOREIGN_TRANSFER_PENDING", "FOREIGN_TRANSFER_SUCCESSFUL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AUTH=wrong"})
  void staysBetweenAccountsWithoutTheRightCode(String auth) {
    registry.name("inner.com", OURS);
    CnrAnswer asked =
        auth.isEmpty()
            ? neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER")
            : neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER", auth);

    assertThat(asked.code()).isEqualTo(200);
    registry.advance("P4DT23H");
    assertThat(reseller.state("inner.com").first("transferstatus")).isEqualTo("USERTRANSFER");
    registry.advance("PT1H");
    assertThat(reseller.state("inner.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(reseller.status("inner.com")).isEqualTo(200);
  }

  @Test
  void refusesAWrongCodeBetweenAccountsAtOnceInTheOtherReading() {
    registry.profile("B");
    registry.name("inner.com", OURS);

    assertThat(
            neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER", "AUTH=wrong")
                .code())
        .isGreaterThanOrEqualTo(500);
    assertThat(neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER").code())
        .isEqualTo(200);
  }

  @Test
  void canBeAnsweredByTheAccountThatLosesTheName() {
    registry.name("yes.com", OURS);
    registry.name("no.com", OURS);
    neighbour("TransferDomain", "DOMAIN=yes.com", "ACTION=USERTRANSFER", "AUTH=secret1");
    neighbour("TransferDomain", "DOMAIN=no.com", "ACTION=USERTRANSFER", "AUTH=secret1");

    CnrAnswer list = sandbox.cnr("QueryForeignTransferList", "WIDE=1");
    assertThat(list.all("domain")).containsExactly("no.com", "yes.com");
    assertThat(list.all("requestingregistrar")).containsOnly("test.user2");
    assertThat(list.all("transferstatus")).containsOnly("USERTRANSFER");
    assertThat(list.all("column"))
        .containsExactly("domain", "requestingregistrar", "transferdate", "transferstatus");
    assertThat(reseller.transfer("yes.com", "ACTION=approve").code()).isEqualTo(200);
    assertThat(reseller.transfer("no.com", "ACTION=deny").code()).isEqualTo(200);

    assertThat(neighbour("StatusDomain", "DOMAIN=yes.com").code()).isEqualTo(200);
    assertThat(reseller.status("no.com")).isEqualTo(200);
    assertThat(reseller.transfer("no.com", "ACTION=CANCEL").code()).isEqualTo(534);
    assertThat(reseller.transfer("no.com", "ACTION=TRADE").says())
        .isEqualTo("541 Invalid attribute value; ACTION");
  }

  @Test
  void goesToTheOtherPlatformLikeToAnyOtherRegistrar() {
    registry.name("ours.com", OURS);

    assertThat(sandbox.call("TransferDomain", "DOMAIN=ours.com", "AUTH=secret1").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("QueryForeignTransferList").all("transferstatus"))
        .containsExactly("FOREIGN_PENDING");
    assertThat(sandbox.cnr("QueryForeignTransferList").all("requestingregistrar"))
        .containsExactly("1api GmbH");
    registry.advance("P6D");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=ours.com").code()).isEqualTo(200);
    assertThat(reseller.status("ours.com")).isEqualTo(545);
  }

  @Test
  void answersAnotherRegistrarAsTheModeSays() {
    for (String mode : List.of("AUTOAPPROVE", "AUTODENY", "DEFAULT")) {
      String domain = mode.toLowerCase(Locale.ROOT) + ".com";
      registry.name(domain, OURS);
      assertThat(
              sandbox
                  .cnr("SetDomainTransferMode", "DOMAIN=" + domain, "TRANSFERMODE=" + mode)
                  .code())
          .isEqualTo(200);
      assertThat(sandbox.cnr("StatusDomain", "DOMAIN=" + domain).first("transfermode"))
          .isEqualTo(mode);
      registry.happen(domain, "OUTGOING_REQUESTED");
    }

    assertThat(reseller.status("autoapprove.com")).isEqualTo(545);
    assertThat(reseller.state("autodeny.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(reseller.state("default.com").first("transferstatus")).isEqualTo("FOREIGN_PENDING");
    assertThat(
            sandbox.cnr("SetDomainTransferMode", "DOMAIN=default.com", "TRANSFERMODE=NEVER").code())
        .isEqualTo(541);
  }

  @Test
  void forgetsTheModeWhenTheNameMoves() {
    registry.name("inner.com", OURS);
    sandbox.cnr("SetDomainTransferMode", "DOMAIN=inner.com", "TRANSFERMODE=AUTODENY");
    neighbour("TransferDomain", "DOMAIN=inner.com", "ACTION=USERTRANSFER", "AUTH=secret1");
    registry.advance("P6D");

    assertThat(neighbour("StatusDomain", "DOMAIN=inner.com").first("transfermode"))
        .isEqualTo("DEFAULT");
  }

  @ParameterizedTest
  @CsvSource({"A, 5", "B, 0"})
  void listsWhoWantsANameAndWhen(String profile, int days) {
    registry.profile(profile);
    registry.name("ours.com", OURS);
    registry.post(
        "/sandbox/happen",
        "{\"domain\":\"ours.com\",\"what\":\"OUTGOING_REQUESTED\",\"registrar\":\"Gaining Ltd.\"}");

    CnrAnswer list = sandbox.cnr("QueryForeignTransferList", "WIDE=1");
    assertThat(list.first("requestingregistrar")).isEqualTo("Gaining Ltd.");
    assertThat(list.first("transferstatus")).isEqualTo("FOREIGN_PENDING");
    String now = registry.get("/sandbox/clock").get("now").textValue();
    assertThat(list.first("transferdate").substring(0, 10))
        .isEqualTo(Instant.parse(now).plus(Duration.ofDays(days)).toString().substring(0, 10));
    String event = sandbox.cnr("QueryEventList", "CLASS=DOMAIN_TRANSFER").first("event");
    assertThat(sandbox.cnr("StatusEvent", "EVENT=" + event).all("data"))
        .contains("requesting registrar:Gaining Ltd.");
  }

  @Test
  void setsAuthCodesWhereTheZoneWantsIt() {
    for (String domain : List.of("a.de", "a.be", "a.com")) {
      registry.name(domain, OURS);
    }

    CnrAnswer made = sandbox.cnr("SetAuthCode", "DOMAIN=a.de", "TYPE=1");
    assertThat(made.first("auth")).isNotBlank().isNotEqualTo("secret1");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=a.de").first("auth"))
        .isEqualTo(made.first("auth"));
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=a.de", "AUTH=mine").first("auth"))
        .isEqualTo("mine");
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=a.de", "ACTION=delete").properties()).isEmpty();
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=a.de").first("auth")).isEmpty();
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=a.be").properties()).isEmpty();
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=a.be").first("auth")).isEmpty();
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=a.com").code()).isEqualTo(549);
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=a.de", "TYPE=3").code()).isEqualTo(541);
    assertThat(sandbox.cnr("SetAuthCode", "DOMAIN=nobody.de").code()).isEqualTo(545);
  }

  @Test
  void theAuthCodesOfRegistriesEndAfterThirtyDays() {
    registry.name("a.eu", OURS);
    String code = sandbox.cnr("SetAuthCode", "DOMAIN=a.eu").first("auth");

    registry.advance("P29D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=a.eu").first("auth")).isEqualTo(code);
    registry.advance("P2D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=a.eu").first("auth")).isEmpty();
  }

  @Test
  void pushesNamesToTheirRegistry() {
    for (String domain : List.of("a.de", "a.at", "a.co.uk", "a.com")) {
      registry.name(domain, OURS);
    }

    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.de", "TARGET=TRANSIT").all("job id")).hasSize(1);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.at", "TARGET=REGISTRY").code()).isEqualTo(200);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.co.uk", "TARGET=EXAMPLE-TAG").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.com", "TARGET=TRANSIT").code()).isEqualTo(541);

    assertThat(reseller.status("a.de")).isEqualTo(545);
    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=a.de").code()).isEqualTo(211);
    assertThat(reseller.status("a.com")).isEqualTo(200);
  }
}
