package io.domainflow.sandbox.cnr.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers to and from accounts at CentralNic Reseller. */
class CnrTransferTest {

  private static final String OURS = "\"platform\":\"CNR\",\"owner\":\"OURS\"";
  private static final String NEIGHBOUR = "test.user2";
  private static final String SECRET = "test.passw0rd2";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private CnrAnswer transfer(String domain, String... lines) {
    return sandbox.cnr("TransferDomain", Wire.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  private CnrAnswer neighbour(String command, String... lines) {
    return sandbox.cnrAs(NEIGHBOUR, SECRET, command, lines);
  }

  private CnrAnswer state(String domain) {
    return sandbox.cnr("StatusDomainTransfer", "DOMAIN=" + domain);
  }

  private int status(String domain) {
    return sandbox.cnr("StatusDomain", "DOMAIN=" + domain).code();
  }

  private List<String> events() {
    return sandbox.cnr("QueryEventList", "CLASS=DOMAIN_TRANSFER").all("eventsubclass");
  }

  @Test
  void answersBothRegistrarsAndTheDates() {
    registry.elsewhere("theirs.com", "");

    CnrAnswer answer = transfer("theirs.com", "ACTION=REQUEST", "AUTH=secret1", "PERIOD=1");

    assertThat(answer.says()).isEqualTo("200 Command completed successfully");
    assertThat(answer.pending()).isFalse();
    assertThat(answer.first("registrar")).isEqualTo("Other Registrar, Inc.");
    assertThat(answer.first("requesting registrar")).isEqualTo("test.user");
    assertThat(answer.first("transfer status")).isEqualTo("pending");
    assertThat(answer.first("renewal period")).isEqualTo("1");
    assertThat(answer.first("execute date"))
        .endsWith(".0")
        .isGreaterThan(answer.first("request date"));
    assertThat(registry.charged("theirs.com")).isEqualTo("12.00");
  }

  @Test
  void isGrantedWhenNobodyAnswers() {
    registry.elsewhere("theirs.com", "");
    transfer("theirs.com", "AUTH=secret1");

    assertThat(state("theirs.com").first("transferstatus")).isEqualTo("pending");
    assertThat(state("theirs.com").all("transferlog")).isNotEmpty();
    assertThat(sandbox.cnr("QueryTransferList", "DOMAIN=theirs*").all("domain"))
        .containsExactly("theirs.com");
    registry.advance("P6D");

    assertThat(status("theirs.com")).isEqualTo(200);
    assertThat(state("theirs.com").says()).isEqualTo("545 Entity reference not found");
    assertThat(sandbox.cnr("QueryTransferList").all("domain")).isEmpty();
    assertThat(events()).containsExactly("TRANSFER_PENDING", "TRANSFER_SUCCESSFUL");
  }

  @Test
  void showsASuccessfulOneInTheOtherReading() {
    registry.profile("B");
    registry.elsewhere("theirs.com", "");
    transfer("theirs.com", "AUTH=secret1");
    registry.advance("P6D");

    assertThat(state("theirs.com").first("transferstatus")).isEqualTo("serverApproved");
  }

  @Test
  void staysVisibleOnceItHasFailed() {
    registry.elsewhere("theirs.com", "");
    transfer("theirs.com", "AUTH=secret1");

    assertThat(transfer("theirs.com", "ACTION=CANCEL").first("transfer status"))
        .isEqualTo("FAILED");

    assertThat(state("theirs.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(
            state("theirs.com")
                .all("transferlog")
                .get(state("theirs.com").all("transferlog").size() - 1))
        .contains("cancelled");
    assertThat(registry.charged("theirs.com")).isEqualTo("12.00 -12.00 0.00");
    assertThat(events()).containsExactly("TRANSFER_PENDING", "TRANSFER_FAILED");
    registry.advance("P31D");
    assertThat(state("theirs.com").code()).isEqualTo(545);
  }

  @Test
  void saysWhoHasEndedItInTheOtherReading() {
    registry.profile("B");
    registry.elsewhere("theirs.com", "");
    transfer("theirs.com", "AUTH=secret1");

    assertThat(transfer("theirs.com", "ACTION=CANCEL").first("transfer status"))
        .isEqualTo("clientCancelled");
    assertThat(state("theirs.com").first("transferstatus")).isEqualTo("clientCancelled");
  }

  @Test
  void refusesAWrongCodeInTheWordsThatModulesLookFor() {
    registry.elsewhere("theirs.com", "");

    assertThat(transfer("theirs.com", "AUTH=wrong").says())
        .isEqualTo("531 Authorization failed; wrong authinfo");
    registry.profile("B");
    assertThat(transfer("theirs.com", "AUTH=wrong").says())
        .isEqualTo("549 Command failed; wrong auth code");
    assertThat(registry.charged("theirs.com")).isEmpty();
  }

  @Test
  void dropsWhatTheZoneDoesNotTakeIfItIsForced() {
    registry.elsewhere("theirs.com", "");

    assertThat(transfer("theirs.com", "AUTH=secret1", "OWNERCONTACT0=P-X").says())
        .isEqualTo("503 Invalid attribute name; OWNERCONTACT0");
    assertThat(transfer("theirs.com", "AUTH=secret1", "NAMESERVER0=ns1.example.net").code())
        .isEqualTo(503);
    assertThat(transfer("theirs.com", "AUTH=secret1", "PERIOD=0").code()).isEqualTo(541);
    assertThat(
            transfer(
                    "theirs.com",
                    "AUTH=secret1",
                    "PERIOD=0",
                    "OWNERCONTACT0=P-X",
                    "NAMESERVER0=ns1.example.net",
                    "FORCEREQUEST=1")
                .code())
        .isEqualTo(200);
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
    assertThat(status("inner.com")).isEqualTo(200);
    registry.advance("PT1H");
    assertThat(status("inner.com")).isEqualTo(531);
    assertThat(neighbour("StatusDomain", "DOMAIN=inner.com").code()).isEqualTo(200);
    assertThat(events()).containsExactly("FOREIGN_TRANSFER_PENDING", "FOREIGN_TRANSFER_SUCCESSFUL");
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
    assertThat(state("inner.com").first("transferstatus")).isEqualTo("USERTRANSFER");
    registry.advance("PT1H");
    assertThat(state("inner.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(status("inner.com")).isEqualTo(200);
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
    assertThat(transfer("yes.com", "ACTION=approve").code()).isEqualTo(200);
    assertThat(transfer("no.com", "ACTION=deny").code()).isEqualTo(200);

    assertThat(neighbour("StatusDomain", "DOMAIN=yes.com").code()).isEqualTo(200);
    assertThat(status("no.com")).isEqualTo(200);
    assertThat(transfer("no.com", "ACTION=CANCEL").code()).isEqualTo(534);
    assertThat(transfer("no.com", "ACTION=TRADE").says())
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
    assertThat(status("ours.com")).isEqualTo(545);
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

    assertThat(status("autoapprove.com")).isEqualTo(545);
    assertThat(state("autodeny.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(state("default.com").first("transferstatus")).isEqualTo("FOREIGN_PENDING");
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

  @Test
  void checksATransferOfEachZoneOrOfSome() {
    registry.elsewhere("theirs.com", "");
    registry.elsewhere("theirs.de", "");

    CnrAnswer check = sandbox.cnr("CheckDomainTransfer", "DOMAIN=theirs.com", "AUTH=secret1");
    assertThat(check.code()).isEqualTo(218);
    assertThat(check.first("authisvalid")).isEqualTo("1");
    assertThat(check.first("transferlock")).isEqualTo("0");
    assertThat(check.first("registrar")).isEqualTo("Other Registrar, Inc.");
    assertThat(check.properties()).containsKeys("ageindays", "createddate");
    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=theirs.de").code()).isEqualTo(218);
    registry.profile("B");
    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=theirs.de").code()).isEqualTo(549);
    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=theirs.com").code()).isEqualTo(218);
  }

  @Test
  void saysWhatStandsAgainstATransfer() {
    registry.elsewhere("locked.com", "\"transferLock\":true");

    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=locked.com").says())
        .startsWith("219 Request is not available; ")
        .contains("clientTransferProhibited");
    assertThat(transfer("locked.com", "AUTH=secret1").says())
        .isEqualTo("552 Object status does not allow for operation");
    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=nobody.com").code()).isEqualTo(545);
  }

  @Test
  void sendsTheMailOfATransferAgain() {
    registry.elsewhere("asked.com", "\"zone\":{\"transferConfirmation\":\"ICANN-FOA-REQUEST\"}");
    assertThat(transfer("asked.com", "AUTH=secret1").first("transfer status"))
        .isEqualTo("REQUESTED");
    int before = registry.get("/sandbox/mailbox").size();

    assertThat(sandbox.cnr("ResendNotification", "TYPE=domaintransfer", "OBJECT=asked.com").code())
        .isEqualTo(200);

    assertThat(registry.get("/sandbox/mailbox")).hasSize(before + 1);
    assertThat(sandbox.cnr("ResendNotification", "TYPE=ownerchange", "OBJECT=asked.com").code())
        .isEqualTo(545);
    assertThat(sandbox.cnr("ResendNotification", "TYPE=telegram", "OBJECT=asked.com").code())
        .isEqualTo(541);
    assertThat(
            sandbox
                .cnr("ResendNotification", "TYPE=CONTACTVERIFICATION", "OBJECT=who@example.org")
                .code())
        .isEqualTo(545);
  }

  @Test
  void wantsThePriceOfAPremiumName() {
    registry.elsewhere("dear.com", "\"price\":\"300.00\",\"class\":\"PREMIUM_COM_A\"");

    assertThat(transfer("dear.com", "AUTH=secret1").says())
        .isEqualTo(
            "504 Missing required attribute; premium domain name. please provide required"
                + " parameters");
    assertThat(transfer("dear.com", "AUTH=secret1", "X-FEE-AMOUNT=1.00").code()).isEqualTo(541);
    assertThat(transfer("dear.com", "AUTH=secret1", "X-FEE-AMOUNT=300.00").code()).isEqualTo(200);
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
  void pushesNamesToTheirRegistry() {
    for (String domain : List.of("a.de", "a.at", "a.co.uk", "a.com")) {
      registry.name(domain, OURS);
    }

    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.de", "TARGET=TRANSIT").all("job id")).hasSize(1);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.at", "TARGET=REGISTRY").code()).isEqualTo(200);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.co.uk", "TARGET=EXAMPLE-TAG").code())
        .isEqualTo(200);
    assertThat(sandbox.cnr("PushDomain", "DOMAIN=a.com", "TARGET=TRANSIT").code()).isEqualTo(541);

    assertThat(status("a.de")).isEqualTo(545);
    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=a.de").code()).isEqualTo(211);
    assertThat(status("a.com")).isEqualTo(200);
  }

  @Test
  void knowsNoChangeOfOwnerUnlessThereIsOne() {
    registry.name("ours.com", OURS);
    assertThat(sandbox.cnr("StatusOwnerChange", "DOMAIN=ours.com").code()).isEqualTo(545);

    registry.happen("ours.com", "TRADE_REQUESTED_ELSEWHERE");

    CnrAnswer change = sandbox.cnr("StatusOwnerChange", "DOMAIN=ours.com");
    assertThat(change.first("status")).isEqualTo("REQUESTED");
    assertThat(change.properties())
        .containsKeys("requested date", "expire date", "losing registrant", "gaining registrant");
  }

  @Test
  void readsActionsOfTheTwoFormsOfARequestAlike() {
    registry.elsewhere("theirs.com", "");
    String form =
        "s_login=test.user&s_pw=test.passw0rd&s_opmode=OTE&command=TransferDomain"
            + "&domain=theirs.com&action=request&auth=secret1&period=1";

    assertThat(CnrAnswer.parse(sandbox.cnrBody(form)).first("transfer status"))
        .isEqualTo("pending");
  }
}
