package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.TransferKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * TransferDomain: transfers to this account, requested and withdrawn, and their mails sent again.
 */
class TransferDomainTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final RequestTransfer TRANSFER =
      new RequestTransfer(
          DomainName.of("hexonet-transfer.com"),
          TransferKind.REQUEST,
          AuthCode.of("Ro1Mt/z1Ge1F"),
          null,
          Map.of(),
          List.of(),
          AdditionalFields.NONE,
          null,
          null);
  private static final CancelTransfer CANCEL =
      new CancelTransfer(DomainName.of("hexonet-transfer.com"));

  @Test
  void showsNoAuthCode() {
    AuthCode code = AuthCode.of("canary");

    assertThat(
            List.of(
                new CheckTransfer(EXAMPLE, code),
                new RequestTransfer(
                    EXAMPLE,
                    TransferKind.REQUEST,
                    code,
                    null,
                    Map.of(),
                    List.of(),
                    AdditionalFields.NONE,
                    null,
                    null)))
        .allSatisfy(command -> assertThat(command.toString()).doesNotContain("canary"));
  }

  @Test
  void asksForATransferAndLeavesOutWhatIsNotGiven() {
    Golden.assertEncoded(TRANSFER, "request");
    assertThat(Golden.result(TRANSFER, "documented"))
        .isEqualTo(new RequestTransfer.Result(true, "domain transfer initiated", false));
  }

  @Test
  void asksForATransferWithEverything() {
    Golden.assertEncoded(
        new RequestTransfer(
            DomainName.of("müller.es"),
            TransferKind.USERTRANSFER,
            AuthCode.of("a \"b\" & <c>=d; e"),
            new Period(0),
            Map.of(
                ContactRole.BILLING, Contact.ofHandle("P-BIL1"),
                ContactRole.TECH, Contact.ofHandle("P-TEC1"),
                ContactRole.ADMIN, Contact.ofHandle("P-ADM1"),
                ContactRole.REGISTRANT, Contact.ofHandle("P-OWN1")),
            List.of(Nameserver.of("ns1.hexonet.net"), Nameserver.of("ns2.hexonet.net")),
            new AdditionalFields(Map.of("X-ES-REGISTRANT-TIPO-IDENTIFICACION", "1")),
            "PREMIUM_COM_A",
            null),
        "everything");
  }

  @Test
  void aTransferCostsMoneyAndActsOnTheName() {
    assertThat(TRANSFER.costsMoney()).isTrue();
    assertThat(TRANSFER.object()).isEqualTo("hexonet-transfer.com");
  }

  @Test
  void aTransferIsPendingByTheFlagOrTheWords() {
    assertThat(
            IspapiCodecs.encode(TRANSFER).result(new RegistrarResponse(200, "ok", true, Map.of())))
        .isEqualTo(new RequestTransfer.Result(true, "ok", false));
    assertThat(
            IspapiCodecs.encode(TRANSFER)
                .result(
                    new RegistrarResponse(200, "ok; Domain Transfer initiated", false, Map.of()))
                .pending())
        .isTrue();
    assertThat(
            IspapiCodecs.encode(TRANSFER)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .pending())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH", "ACTION", "x-ca-legaltype", "X-A\nAUTH"})
  void sendsNoAdditionalFieldThatIsNone(String key) {
    RequestTransfer transfer = transfer(List.of(), new AdditionalFields(Map.of(key, "canary")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> IspapiCodecs.encode(transfer).parameters())
        .withMessageNotContainingAny("canary", "\n");
  }

  @Test
  void sendsNoMoreNameServersThanANameCanHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                transfer(
                    Collections.nCopies(14, Nameserver.of("ns1.example.net")),
                    AdditionalFields.NONE));
  }

  @Test
  void withdrawsATransfer() {
    Golden.assertEncoded(CANCEL, "cancel");
    assertThat(
            IspapiCodecs.encode(CANCEL)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .cancelled())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "NOT_FLAGGED_FOR_TRANSFER", "NOT_UNIQUE"})
  void aTransferThatIsNotRunningNeedNotBeWithdrawn(ResultCode refusal) {
    assertThat(IspapiCodecs.encode(CANCEL).meansAlreadyDone(refusal)).isTrue();
    assertThat(
            IspapiCodecs.encode(CANCEL)
                .result(new RegistrarResponse(refusal.code(), "no", false, Map.of()))
                .cancelled())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"STATUS_PROHIBITS_OPERATION", "AUTHORIZATION_FAILED", "INVALID_OPTION"})
  void anyOtherRefusalOfAWithdrawalIsAFailure(ResultCode refusal) {
    assertThat(IspapiCodecs.encode(CANCEL).meansAlreadyDone(refusal)).isFalse();
  }

  @Test
  void hasMailsSentAgain() {
    ResendTransferMails command = new ResendTransferMails(DomainName.of("hexonet-transfer.net"));

    Golden.assertEncoded(command, "documented");
    assertThat(Golden.result(command, "documented")).isEqualTo(new ResendTransferMails.Result());
  }

  private static RequestTransfer transfer(List<Nameserver> nameservers, AdditionalFields fields) {
    return new RequestTransfer(
        EXAMPLE, TransferKind.REQUEST, null, null, Map.of(), nameservers, fields, null, null);
  }
}
