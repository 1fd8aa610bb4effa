package io.domainflow.sandbox.cnr.transfer;

import static io.domainflow.sandbox.cnr.transfer.CnrReseller.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names of other registrars are transferred to an account at CentralNic Reseller. */
class CnrIncomingTransferTest {

  private SandboxServer sandbox;
  private Registry registry;
  private CnrReseller reseller;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    reseller = new CnrReseller(sandbox);
  }

  @Test
  void answersBothRegistrarsAndTheDates() {
    registry.elsewhere("theirs.com", "");

    CnrAnswer answer =
        reseller.transfer("theirs.com", "ACTION=REQUEST", "AUTH=secret1", "PERIOD=1");

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
    reseller.transfer("theirs.com", "AUTH=secret1");

    assertThat(reseller.state("theirs.com").first("transferstatus")).isEqualTo("pending");
    assertThat(reseller.state("theirs.com").all("transferlog")).isNotEmpty();
    assertThat(sandbox.cnr("QueryTransferList", "DOMAIN=theirs*").all("domain"))
        .containsExactly("theirs.com");
    registry.advance("P6D");

    assertThat(reseller.status("theirs.com")).isEqualTo(200);
    assertThat(reseller.state("theirs.com").says()).isEqualTo("545 Entity reference not found");
    assertThat(sandbox.cnr("QueryTransferList").all("domain")).isEmpty();
    assertThat(reseller.events()).containsExactly("TRANSFER_PENDING", "TRANSFER_SUCCESSFUL");
  }

  @Test
  void showsASuccessfulOneInTheOtherReading() {
    registry.profile("B");
    registry.elsewhere("theirs.com", "");
    reseller.transfer("theirs.com", "AUTH=secret1");
    registry.advance("P6D");

    assertThat(reseller.state("theirs.com").first("transferstatus")).isEqualTo("serverApproved");
  }

  @Test
  void staysVisibleOnceItHasFailed() {
    registry.elsewhere("theirs.com", "");
    reseller.transfer("theirs.com", "AUTH=secret1");

    assertThat(reseller.transfer("theirs.com", "ACTION=CANCEL").first("transfer status"))
        .isEqualTo("FAILED");

    assertThat(reseller.state("theirs.com").first("transferstatus")).isEqualTo("FAILED");
    assertThat(
            reseller
                .state("theirs.com")
                .all("transferlog")
                .get(reseller.state("theirs.com").all("transferlog").size() - 1))
        .contains("cancelled");
    assertThat(registry.charged("theirs.com")).isEqualTo("12.00 -12.00 0.00");
    assertThat(reseller.events()).containsExactly("TRANSFER_PENDING", "TRANSFER_FAILED");
    registry.advance("P31D");
    assertThat(reseller.state("theirs.com").code()).isEqualTo(545);
  }

  @Test
  void saysWhoHasEndedItInTheOtherReading() {
    registry.profile("B");
    registry.elsewhere("theirs.com", "");
    reseller.transfer("theirs.com", "AUTH=secret1");

    assertThat(reseller.transfer("theirs.com", "ACTION=CANCEL").first("transfer status"))
        .isEqualTo("clientCancelled");
    assertThat(reseller.state("theirs.com").first("transferstatus")).isEqualTo("clientCancelled");
  }

  @Test
  void refusesAWrongCodeInTheWordsThatModulesLookFor() {
    registry.elsewhere("theirs.com", "");

    assertThat(reseller.transfer("theirs.com", "AUTH=wrong").says())
        .isEqualTo("531 Authorization failed; wrong authinfo");
    registry.profile("B");
    assertThat(reseller.transfer("theirs.com", "AUTH=wrong").says())
        .isEqualTo("549 Command failed; wrong auth code");
    assertThat(registry.charged("theirs.com")).isEmpty();
  }

  @Test
  void dropsWhatTheZoneDoesNotTakeIfItIsForced() {
    registry.elsewhere("theirs.com", "");

    assertThat(reseller.transfer("theirs.com", "AUTH=secret1", "OWNERCONTACT0=P-X").says())
        .isEqualTo("503 Invalid attribute name; OWNERCONTACT0");
    assertThat(
            reseller.transfer("theirs.com", "AUTH=secret1", "NAMESERVER0=ns1.example.net").code())
        .isEqualTo(503);
    assertThat(reseller.transfer("theirs.com", "AUTH=secret1", "PERIOD=0").code()).isEqualTo(541);
    assertThat(
            reseller
                .transfer(
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
    assertThat(reseller.transfer("locked.com", "AUTH=secret1").says())
        .isEqualTo("552 Object status does not allow for operation");
    assertThat(sandbox.cnr("CheckDomainTransfer", "DOMAIN=nobody.com").code()).isEqualTo(545);
  }

  @Test
  void sendsTheMailOfATransferAgain() {
    registry.elsewhere("asked.com", "\"zone\":{\"transferConfirmation\":\"ICANN-FOA-REQUEST\"}");
    assertThat(reseller.transfer("asked.com", "AUTH=secret1").first("transfer status"))
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

    assertThat(reseller.transfer("dear.com", "AUTH=secret1").says())
        .isEqualTo(
            "504 Missing required attribute; premium domain name. please provide required"
                + " parameters");
    assertThat(reseller.transfer("dear.com", "AUTH=secret1", "X-FEE-AMOUNT=1.00").code())
        .isEqualTo(541);
    assertThat(reseller.transfer("dear.com", "AUTH=secret1", "X-FEE-AMOUNT=300.00").code())
        .isEqualTo(200);
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
