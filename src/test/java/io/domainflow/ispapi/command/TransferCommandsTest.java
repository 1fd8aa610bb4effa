package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.ispapi.command.CheckDomainTransfer.AuthCheck;
import io.domainflow.ispapi.command.QueryTransferringDomains.Entry;
import io.domainflow.ispapi.command.StatusDomainTransfer.State;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a transfer to this account. */
class TransferCommandsTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final CheckDomainTransfer CHECK = new CheckDomainTransfer(EXAMPLE, null);
  private static final TransferDomain TRANSFER =
      new TransferDomain(
          DomainName.of("hexonet-transfer.com"),
          TransferKind.REQUEST,
          AuthCode.of("Ro1Mt/z1Ge1F"),
          null,
          Map.of(),
          List.of(),
          AdditionalFields.NONE,
          null);
  private static final CancelDomainTransfer CANCEL =
      new CancelDomainTransfer(DomainName.of("hexonet-transfer.com"));
  private static final StatusDomainTransfer STATUS =
      new StatusDomainTransfer(DomainName.of("transfer-hexonet.com"));
  private static final QueryDomainOptions OPTIONS =
      new QueryDomainOptions(DomainName.of("domain.shop"));

  @Test
  void readsThatANameCannotBeTransferred() {
    Golden.assertWireForm(CHECK, "documented");
    assertThat(Golden.result(CHECK, "documented"))
        .isEqualTo(
            new CheckDomainTransfer.Result(
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
                "RESERVED-INTERNET ASSIGNED NUMBERS AUTHORITY",
                List.of(
                    "clientDeleteProhibited",
                    "clientTransferProhibited",
                    "clientUpdateProhibited")));
  }

  @Test
  void readsThatANameCanBeTransferred() {
    Golden.assertWireForm(new CheckDomainTransfer(EXAMPLE, AuthCode.of("Ro1Mt/z1Ge1F")), "auth");
    assertThat(Golden.result(CHECK, "possible"))
        .isEqualTo(
            new CheckDomainTransfer.Result(
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
                List.of("ok")));
  }

  @ParameterizedTest
  @CsvSource({"218,true", "200,true", "219,false"})
  void onlyACodeSaysThatATransferIsPossible(int code, boolean possible) {
    CheckDomainTransfer.Result result =
        CHECK.result(new IspapiResponse(code, "words", false, Map.of()));

    assertThat(result)
        .isEqualTo(
            new CheckDomainTransfer.Result(
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
  void readsWhatIsThoughtOfTheAuthCode(String text, AuthCheck check) {
    assertThat(CHECK.result(answer("AUTHISVALID", text)).auth()).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({
    "clientTransferProhibited,true",
    "SERVERTRANSFERPROHIBITED https://icann.org/epp,true",
    "clientUpdateProhibited,false",
    "ok,false"
  })
  void aStatusLocksANameWhereTheLockIsNotStated(String status, boolean locked) {
    assertThat(CHECK.result(answer("STATUS", status)).transferLocked()).isEqualTo(locked);
  }

  @Test
  void showsNoAuthCode() {
    AuthCode code = AuthCode.of("canary");

    assertThat(
            List.of(
                new CheckDomainTransfer(EXAMPLE, code),
                new TransferDomain(
                    EXAMPLE,
                    TransferKind.REQUEST,
                    code,
                    null,
                    Map.of(),
                    List.of(),
                    AdditionalFields.NONE,
                    null)))
        .allSatisfy(command -> assertThat(command.toString()).doesNotContain("canary"));
  }

  @Test
  void readsTheRulesOfAZone() {
    Golden.assertWireForm(OPTIONS, "one-name");
    QueryDomainOptions.Result result = Golden.result(OPTIONS, "documented");

    assertThat(result)
        .isEqualTo(
            new QueryDomainOptions.Result(
                List.of(new Period(1)), Set.of(), Set.of(), "ICANN-TRADE", "SHOP-OTE-1API1"));
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
            OPTIONS
                .result(answer("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", text))
                .confirmsTransferByMail())
        .isEqualTo(byMail);
  }

  @Test
  void readsEveryPeriodOfAListInOneValue() {
    assertThat(OPTIONS.result(answer("ZONETRANSFERPERIODS", "0Y,1y, 2Y,1M,")).transferPeriods())
        .containsExactly(new Period(0), new Period(1), new Period(2));
  }

  @Test
  void readsHowLongTheRegistryWaits() {
    QueryDomainRepositoryInfo info = new QueryDomainRepositoryInfo(EXAMPLE);

    Golden.assertWireForm(info, "documented");
    assertThat(Golden.result(info, "documented"))
        .isEqualTo(
            new QueryDomainRepositoryInfo.Result(
                Duration.ofDays(5),
                true,
                true,
                IntStream.rangeClosed(1, 9).mapToObj(Period::new).toList(),
                Duration.ofDays(-61),
                Duration.ofDays(30)));
    assertThat(info.result(answer("REGISTRYTRANSFEREXPIREACTION", "NACK")))
        .isEqualTo(new QueryDomainRepositoryInfo.Result(null, false, true, List.of(), null, null));
    assertThat(info.result(answer("REGISTRYEXPLICITRENEWAL", "No")).explicitRenewal()).isFalse();
    assertThat(info.result(answer("REGISTRYTRANSFERPENDINGPERIOD", "soon")))
        .isEqualTo(new QueryDomainRepositoryInfo.Result(null, false, true, List.of(), null, null));
  }

  @Test
  void asksForATransferAndLeavesOutWhatIsNotGiven() {
    Golden.assertWireForm(TRANSFER, "request");
    assertThat(Golden.result(TRANSFER, "documented"))
        .isEqualTo(new TransferDomain.Result(true, "domain transfer initiated"));
  }

  @Test
  void asksForATransferWithEverything() {
    Golden.assertWireForm(
        new TransferDomain(
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
            "PREMIUM_COM_A"),
        "everything");
  }

  @Test
  void aTransferCostsMoneyAndActsOnTheName() {
    assertThat(TRANSFER.costsMoney()).isTrue();
    assertThat(TRANSFER.object()).isEqualTo("hexonet-transfer.com");
  }

  @Test
  void aTransferIsPendingByTheFlagOrTheWords() {
    assertThat(TRANSFER.result(new IspapiResponse(200, "ok", true, Map.of())))
        .isEqualTo(new TransferDomain.Result(true, "ok"));
    assertThat(
            TRANSFER
                .result(new IspapiResponse(200, "ok; Domain Transfer initiated", false, Map.of()))
                .pending())
        .isTrue();
    assertThat(TRANSFER.result(new IspapiResponse(200, "ok", false, Map.of())).pending()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH", "ACTION", "x-ca-legaltype", "X-A\nAUTH"})
  void sendsNoAdditionalFieldThatIsNone(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> transfer(List.of(), new AdditionalFields(Map.of(key, "canary"))))
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
    assertThat(CANCEL.result(new IspapiResponse(200, "ok", false, Map.of())).cancelled()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "NOT_FLAGGED_FOR_TRANSFER", "NOT_UNIQUE"})
  void aTransferThatIsNotRunningNeedNotBeWithdrawn(ResultCode refusal) {
    assertThat(CANCEL.isAlreadySo(refusal)).isTrue();
    assertThat(CANCEL.result(new IspapiResponse(refusal.code(), "no", false, Map.of())).cancelled())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"STATUS_PROHIBITS_OPERATION", "AUTHORIZATION_FAILED", "INVALID_OPTION"})
  void anotherRefusalOfAWithdrawalIsOne(ResultCode refusal) {
    assertThat(CANCEL.isAlreadySo(refusal)).isFalse();
  }

  @Test
  void readsHowFarATransferIs() {
    Golden.assertWireForm(STATUS, "documented");
    assertThat(Golden.result(STATUS, "documented"))
        .isEqualTo(
            new StatusDomainTransfer.Result(
                State.INITIATED,
                StatusDomainTransfer.Type.INCOMING,
                List.of("2017-03-27 12:22:04 [INITIATED] domain transfer initiated"),
                Instant.parse("2017-03-27T12:22:04Z"),
                Instant.parse("2017-03-27T12:22:04Z"),
                null));
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
    State read = STATUS.result(answer("TRANSFERSTATUS", text)).state();

    assertThat(read).isEqualTo(state);
    assertThat(read.awaitsMail()).isEqualTo(awaitsMail);
    assertThat(read.isOver()).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"incoming,INCOMING", "OUTGOING,OUTGOING", "Trade,TRADE", "PUSH,OTHER", "'',OTHER"})
  void readsEveryType(String text, StatusDomainTransfer.Type type) {
    assertThat(STATUS.result(answer("TRANSFERTYPE", text)).type()).isEqualTo(type);
  }

  @Test
  void namesNobodyWhoIsNamedInALog() {
    StatusDomainTrade trade = new StatusDomainTrade(DomainName.of("test-trade3.org"));

    assertThat(STATUS.result(answer("TRANSFERLOG", "mail to canary@example.net")).toString())
        .doesNotContain("canary");
    assertThat(Golden.result(trade, "documented").toString()).doesNotContain("hexonet.net");
  }

  @Test
  void listsTheNamesThatAreOnTheirWay() {
    QueryTransferringDomains list = new QueryTransferringDomains(250, 100);

    Golden.assertWireForm(list, "transfers");
    assertThat(Golden.result(list, "transfers"))
        .isEqualTo(
            new QueryTransferringDomains.Result(
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
  void countsTheNamesItselfWhereNobodyElseDoes() {
    assertThat(new QueryTransferringDomains(5, 250).result(answer("OBJECTID", "one.com")).total())
        .isEqualTo(6);
    assertThat(new QueryTransferringDomains(0, 250).result(answer("STATUS", "")).entries())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "0,251"})
  void asksForNoPartThatIsNone(int first, int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryTransferringDomains(first, limit));
  }

  @Test
  void hasMailsSentAgain() {
    ResendTransferMails command = new ResendTransferMails(DomainName.of("hexonet-transfer.net"));

    Golden.assertWireForm(command, "documented");
    assertThat(Golden.result(command, "documented")).isEqualTo(new ResendTransferMails.Result());
  }

  private static TransferDomain transfer(List<Nameserver> nameservers, AdditionalFields fields) {
    return new TransferDomain(
        EXAMPLE, TransferKind.REQUEST, null, null, Map.of(), nameservers, fields, null);
  }

  private static IspapiResponse answer(String property, String value) {
    return new IspapiResponse(200, "ok", false, Map.of(property, List.of(value)));
  }
}
