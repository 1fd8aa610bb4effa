package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.CheckTransfer.AuthCheck;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ListTransfers.Entry;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.TransferKind;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a transfer to this account. */
class TransferCommandsTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final CheckTransfer CHECK = new CheckTransfer(EXAMPLE, null);
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
  private static final ReadTransfer STATUS =
      new ReadTransfer(DomainName.of("transfer-hexonet.com"));
  private static final ReadZoneRules OPTIONS = new ReadZoneRules(DomainName.of("domain.shop"));

  @Test
  void readsThatANameCannotBeTransferred() {
    Golden.assertWireForm(CHECK, "documented");
    assertThat(Golden.result(CHECK, "documented"))
        .isEqualTo(
            new CheckTransfer.Result(
                false,
                "DOMAIN TRANSFER IS PROHIBITED BY STATUS",
                true,
                AuthCheck.UNKNOWN,
                true,
                7779,
                false,
                IntStream.rangeClosed(1, 10).mapToObj(Period::new).toList(),
                Instant.parse("2017-08-13T12:00:00Z"),
                null,
                null,
                "RESERVED-INTERNET ASSIGNED NUMBERS AUTHORITY",
                List.of(
                    "clientDeleteProhibited",
                    "clientTransferProhibited",
                    "clientUpdateProhibited")));
  }

  @Test
  void readsThatANameCanBeTransferred() {
    Golden.assertWireForm(new CheckTransfer(EXAMPLE, AuthCode.of("Ro1Mt/z1Ge1F")), "auth");
    assertThat(Golden.result(CHECK, "possible"))
        .isEqualTo(
            new CheckTransfer.Result(
                true,
                "Request is available",
                true,
                AuthCheck.VALID,
                false,
                900,
                true,
                List.of(new Period(0), new Period(1)),
                null,
                "PREMIUM_COM_A",
                null,
                null,
                List.of("ok")));
  }

  @ParameterizedTest
  @CsvSource({"218,true", "200,true", "219,false"})
  void onlyACodeSaysThatATransferIsPossible(int code, boolean possible) {
    CheckTransfer.Result result =
        IspapiWires.said(CHECK).result(new WireResponse(code, "words", false, Map.of()));

    assertThat(result)
        .isEqualTo(
            new CheckTransfer.Result(
                possible,
                "words",
                false,
                AuthCheck.UNKNOWN,
                false,
                null,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "1,VALID",
    "YES,VALID",
    "yes,VALID",
    "0,INVALID",
    "NO,INVALID",
    "UNKNOWN,UNKNOWN",
    "'',UNKNOWN",
    "maybe,UNKNOWN"
  })
  void readsTheVerdictOnTheAuthCode(String text, AuthCheck check) {
    assertThat(IspapiWires.said(CHECK).result(answer("AUTHISVALID", text)).auth()).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({
    "clientTransferProhibited,true",
    "SERVERTRANSFERPROHIBITED https://icann.org/epp,true",
    "clientUpdateProhibited,false",
    "ok,false"
  })
  void aStatusLocksANameWhereTheLockIsNotStated(String status, boolean locked) {
    assertThat(IspapiWires.said(CHECK).result(answer("STATUS", status)).transferLocked())
        .isEqualTo(locked);
  }

  @Test
  void aStatusLocksANameEvenWhereTheLockIsStatedToBeOff() {
    assertThat(lockOffWith("clientTransferProhibited https://icann.org/epp")).isTrue();
    assertThat(lockOffWith("SERVERTRANSFERPROHIBITED")).isTrue();
    assertThat(lockOffWith("clientDeleteProhibited")).isFalse();
  }

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
  void readsTheRulesOfAZone() {
    Golden.assertWireForm(OPTIONS, "one-name");
    ReadZoneRules.Result result = Golden.result(OPTIONS, "documented");

    assertThat(result)
        .isEqualTo(
            new ReadZoneRules.Result(
                List.of(new Period(1)),
                false,
                RegistrantChangeBy.ICANN_TRADE,
                true,
                EnumSet.allOf(ContactRole.class)));
    assertThat(result.confirmsTransferByMail()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ICANN-FOA-REQUEST,true",
    "icann-foa-request,true",
    "'FAX, EMAIL',true",
    "FAX,false",
    "'',false"
  })
  void readsHowATransferIsConfirmed(String text, boolean byMail) {
    assertThat(
            IspapiWires.said(OPTIONS)
                .result(answer("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", text))
                .confirmsTransferByMail())
        .isEqualTo(byMail);
  }

  @ParameterizedTest
  @CsvSource({
    "ICANN-TRADE,ICANN_TRADE",
    "icann-trade,ICANN_TRADE",
    "TRADE,TRADE",
    "UPDATE,UPDATE",
    "REGISTRY,ELSEWHERE",
    "NEWREG,ELSEWHERE",
    "FAX,UNKNOWN",
    "'',UNKNOWN"
  })
  void readsHowAZoneChangesRegistrants(String word, RegistrantChangeBy by) {
    assertThat(
            IspapiWires.said(OPTIONS)
                .result(answer("ZONEPOLICYREGISTRANTNAMECHANGEBY", word))
                .registrantChangeBy())
        .isEqualTo(by);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "2,true", "'',true"})
  void readsInWhichRolesNamesHaveContacts(String most, boolean taken) {
    assertThat(
            IspapiWires.said(OPTIONS)
                .result(answer("ZONEBILLINGCONTACTSMAX", most))
                .contacts()
                .contains(ContactRole.BILLING))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"SHOP-OTE-1API1,true", "AFNIC-OTE-1API1,false", "'',true"})
  void knowsTheRegistryWithoutOptingOut(String repository, boolean possible) {
    assertThat(IspapiWires.said(OPTIONS).result(answer("REPOSITORY", repository)).optOutPossible())
        .isEqualTo(possible);
  }

  @Test
  void readsEveryPeriodOfAListInOneValue() {
    assertThat(
            IspapiWires.said(OPTIONS)
                .result(answer("ZONETRANSFERPERIODS", "0Y,1y, 2Y,1M,"))
                .transferPeriods())
        .containsExactly(new Period(0), new Period(1), new Period(2));
  }

  @Test
  void readsHowLongTheRegistryWaits() {
    ReadRegistryRules info = new ReadRegistryRules(EXAMPLE);

    Golden.assertWireForm(info, "documented");
    assertThat(Golden.result(info, "documented"))
        .isEqualTo(
            new ReadRegistryRules.Result(
                Duration.ofDays(5),
                true,
                IntStream.rangeClosed(1, 9).mapToObj(Period::new).toList(),
                Duration.ofDays(-61),
                Duration.ofDays(30)));
    assertThat(IspapiWires.said(info).result(answer("REGISTRYTRANSFEREXPIREACTION", "NACK")))
        .isEqualTo(new ReadRegistryRules.Result(null, true, List.of(), null, null));
    assertThat(
            IspapiWires.said(info)
                .result(answer("REGISTRYEXPLICITRENEWAL", "No"))
                .explicitRenewal())
        .isFalse();
    assertThat(IspapiWires.said(info).result(answer("REGISTRYTRANSFERPENDINGPERIOD", "soon")))
        .isEqualTo(new ReadRegistryRules.Result(null, true, List.of(), null, null));
  }

  @Test
  void asksForATransferAndLeavesOutWhatIsNotGiven() {
    Golden.assertWireForm(TRANSFER, "request");
    assertThat(Golden.result(TRANSFER, "documented"))
        .isEqualTo(new RequestTransfer.Result(true, "domain transfer initiated", false));
  }

  @Test
  void asksForATransferWithEverything() {
    Golden.assertWireForm(
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
    assertThat(IspapiWires.said(TRANSFER).result(new WireResponse(200, "ok", true, Map.of())))
        .isEqualTo(new RequestTransfer.Result(true, "ok", false));
    assertThat(
            IspapiWires.said(TRANSFER)
                .result(new WireResponse(200, "ok; Domain Transfer initiated", false, Map.of()))
                .pending())
        .isTrue();
    assertThat(
            IspapiWires.said(TRANSFER)
                .result(new WireResponse(200, "ok", false, Map.of()))
                .pending())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH", "ACTION", "x-ca-legaltype", "X-A\nAUTH"})
  void sendsNoAdditionalFieldThatIsNone(String key) {
    RequestTransfer transfer = transfer(List.of(), new AdditionalFields(Map.of(key, "canary")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> IspapiWires.said(transfer).parameters())
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
    Golden.assertWireForm(CANCEL, "cancel");
    assertThat(
            IspapiWires.said(CANCEL)
                .result(new WireResponse(200, "ok", false, Map.of()))
                .cancelled())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "NOT_FLAGGED_FOR_TRANSFER", "NOT_UNIQUE"})
  void aTransferThatIsNotRunningNeedNotBeWithdrawn(ResultCode refusal) {
    assertThat(IspapiWires.said(CANCEL).meansAlreadyDone(refusal)).isTrue();
    assertThat(
            IspapiWires.said(CANCEL)
                .result(new WireResponse(refusal.code(), "no", false, Map.of()))
                .cancelled())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"STATUS_PROHIBITS_OPERATION", "AUTHORIZATION_FAILED", "INVALID_OPTION"})
  void anyOtherRefusalOfAWithdrawalIsAFailure(ResultCode refusal) {
    assertThat(IspapiWires.said(CANCEL).meansAlreadyDone(refusal)).isFalse();
  }

  @Test
  void readsHowFarATransferIs() {
    Golden.assertWireForm(STATUS, "documented");
    assertThat(Golden.result(STATUS, "documented"))
        .isEqualTo(
            new ReadTransfer.Result(
                State.INITIATED,
                ReadTransfer.Type.INCOMING,
                List.of("2017-03-27 12:22:04 [INITIATED] domain transfer initiated"),
                Instant.parse("2017-03-27T12:22:04Z"),
                Instant.parse("2017-03-27T12:22:04Z"),
                null,
                null,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "initiated,INITIATED,true,false",
    "REQUESTED,REQUESTED,false,false",
    "Pending,PENDING,false,false",
    "SUCCESSFUL,SUCCESSFUL,false,true",
    "FAILED,FAILED,false,true",
    "SOMETHING NEW,OTHER,false,false",
    "'',OTHER,false,false"
  })
  void readsEveryState(String text, State state, boolean awaitsMail, boolean over) {
    State read = IspapiWires.said(STATUS).result(answer("TRANSFERSTATUS", text)).state();

    assertThat(read).isEqualTo(state);
    assertThat(read.awaitsMail()).isEqualTo(awaitsMail);
    assertThat(read.isOver()).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"incoming,INCOMING", "OUTGOING,OUTGOING", "Trade,TRADE", "PUSH,OTHER", "'',OTHER"})
  void readsEveryType(String text, ReadTransfer.Type type) {
    assertThat(IspapiWires.said(STATUS).result(answer("TRANSFERTYPE", text)).type())
        .isEqualTo(type);
  }

  @Test
  void namesNobodyWhoIsNamedInALog() {
    ReadRegistrantChange trade = new ReadRegistrantChange(DomainName.of("test-trade3.org"));

    assertThat(
            IspapiWires.said(STATUS)
                .result(answer("TRANSFERLOG", "mail to canary@example.net"))
                .toString())
        .doesNotContain("canary");
    assertThat(Golden.result(trade, "documented").toString()).doesNotContain("hexonet.net");
  }

  @Test
  void listsTheNamesThatAreOnTheirWay() {
    ListTransfers list = new ListTransfers(250, 100);

    Golden.assertWireForm(list, "transfers");
    assertThat(Golden.result(list, "transfers"))
        .isEqualTo(
            new ListTransfers.Result(
                List.of(
                    new Entry(
                        "one.com",
                        State.INITIATED,
                        Instant.parse("2026-11-01T10:00:00Z"),
                        "Some Registrar Inc."),
                    new Entry("xn--mller-kva.com", State.PENDING, null, null),
                    new Entry("three.com", State.OTHER, null, null)),
                253));
  }

  @Test
  void countsTheNamesIfTheDatabaseDoesNot() {
    assertThat(
            IspapiWires.said(new ListTransfers(5, 250))
                .result(answer("OBJECTID", "one.com"))
                .total())
        .isEqualTo(6);
    assertThat(IspapiWires.said(new ListTransfers(0, 250)).result(answer("STATUS", "")).entries())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "0,251"})
  void ignoresAnUnknownPart(int first, int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ListTransfers(first, limit));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,250"})
  void asksForTheSmallestAndTheLargestPart(int first, int limit) {
    assertThat(IspapiWires.said(new ListTransfers(first, limit)).parameters())
        .containsEntry("LIMIT", String.valueOf(limit));
  }

  @Test
  void hasMailsSentAgain() {
    ResendTransferMails command = new ResendTransferMails(DomainName.of("hexonet-transfer.net"));

    Golden.assertWireForm(command, "documented");
    assertThat(Golden.result(command, "documented")).isEqualTo(new ResendTransferMails.Result());
  }

  private static boolean lockOffWith(String status) {
    WireResponse response =
        new WireResponse(
            219, "ok", false, Map.of("TRANSFERLOCK", List.of("0"), "STATUS", List.of(status)));
    return IspapiWires.said(CHECK).result(response).transferLocked();
  }

  private static RequestTransfer transfer(List<Nameserver> nameservers, AdditionalFields fields) {
    return new RequestTransfer(
        EXAMPLE, TransferKind.REQUEST, null, null, Map.of(), nameservers, fields, null, null);
  }

  private static WireResponse answer(String property, String value) {
    return new WireResponse(200, "ok", false, Map.of(property, List.of(value)));
  }
}
