package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.CancelTransfer;
import io.domainflow.registrar.command.CheckTransfer;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.ResendTransferMails;
import io.domainflow.registrar.command.TransferKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransfersTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final DomainName GERMAN = DomainName.of("example.de");
  private static final AuthCode CODE = AuthCode.of("secret-1");

  @Test
  void checksATransferWhereThatIsPossible() {
    CheckTransfer check = new CheckTransfer(NAME, CODE);
    Golden.assertEncoded(check, "CheckDomainTransfer", "with-code");

    CheckTransfer.Result result =
        new ScriptedCalls()
            .answering("CheckDomainTransfer", "known")
            .answering("CheckDomains", "recorded")
            .carryOut(check);

    assertThat(result.possible()).isTrue();
    assertThat(result.authRequired()).isTrue();
    assertThat(result.auth()).isEqualTo(CheckTransfer.AuthCheck.INVALID);
    assertThat(result.transferLocked()).isTrue();
    assertThat(result.ageInDays()).isEqualTo(500);
    assertThat(result.registrar()).isEqualTo("Other Registrar Inc.");
    assertThat(result.priceClass()).isNull();
  }

  @Test
  void asksWhatTheTransferOfAPremiumNameCostsAndStatesIt() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("CheckDomainTransfer", "known")
            .answering("CheckDomains", "premium-transfer");

    CheckTransfer.Result result = calls.carryOut(new CheckTransfer(NAME, CODE));

    assertThat(result.priceClass()).isEqualTo("premium");
    assertThat(result.price()).isEqualTo(Money.of("450.00", "USD"));
    assertThat(calls.said()).last().asString().contains("X-FEE-COMMAND0=TRANSFER");
    Golden.assertEncoded(
        new RequestTransfer(
            NAME,
            TransferKind.REQUEST,
            CODE,
            new Period(1),
            Map.of(),
            List.of(),
            AdditionalFields.NONE,
            result.priceClass(),
            Money.of("450.00", "USD")),
        "TransferDomain",
        "premium");
  }

  @Test
  void elsewhereAsksWhetherTheNameIsThereAndWhatItsZoneWants() {
    ScriptedCalls calls =
        new ScriptedCalls().answering("CheckDomains", "recorded").answering("GetZoneInfo", "de");

    CheckTransfer.Result result = calls.carryOut(new CheckTransfer(GERMAN, null));

    assertThat(result.possible()).isTrue();
    assertThat(result.authRequired()).isTrue();
    assertThat(result.auth()).isEqualTo(CheckTransfer.AuthCheck.UNKNOWN);
    assertThat(result.periods()).containsExactly(new Period(0));
    assertThat(calls.said()).hasSize(2);
  }

  @Test
  void elsewhereStatesWhatAPremiumNameCostsToo() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "CheckDomains",
                new RegistrarResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "DOMAINCHECK", List.of("211 Domain name not available"),
                        "X-FEE-DOMAIN", List.of("example.de"),
                        "X-FEE-CLASS", List.of("premium"),
                        "X-FEE-AMOUNT", List.of("450.0000"),
                        "X-FEE-CURRENCY", List.of("USD"))))
            .answering("GetZoneInfo", "de");

    CheckTransfer.Result result = calls.carryOut(new CheckTransfer(GERMAN, null));

    assertThat(result.priceClass()).isEqualTo("premium");
    assertThat(result.price().amount()).isEqualByComparingTo("450.00");
  }

  /** It would be requested as an ordinary name, without a price. */
  @Test
  void aNameWhosePriceCannotBeFoundOutIsCheckedAgainLater() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("CheckDomainTransfer", "known")
            .answering(
                "CheckDomains",
                new RegistrarResponse(
                    200, "ok", false, Map.of("DOMAINCHECK", List.of("421 Registry is busy"))));

    assertThatThrownBy(() -> calls.carryOut(new CheckTransfer(NAME, CODE)))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            e -> assertThat(e.answer().kind()).isEqualTo(Answer.Kind.TRY_LATER));
  }

  @Test
  void aNameThatNobodyHasIsRefused() {
    ScriptedCalls calls = new ScriptedCalls().answering("CheckDomains", "premium");

    assertThatThrownBy(() -> calls.carryOut(new CheckTransfer(GERMAN, null)))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            e -> assertThat(e.answer().reason()).isEqualTo(RefusalReason.NOT_FOUND));
  }

  @Test
  void asksForATransfer() {
    Golden.assertEncoded(
        new RequestTransfer(
            NAME,
            TransferKind.REQUEST,
            CODE,
            new Period(1),
            Map.of(ContactRole.REGISTRANT, Contact.ofHandle("P-A1")),
            List.of(new Nameserver("ns1.example.net")),
            AdditionalFields.NONE,
            null,
            null),
        "TransferDomain",
        "request");
    Golden.assertEncoded(
        new RequestTransfer(
            NAME,
            TransferKind.USERTRANSFER,
            null,
            null,
            Map.of(),
            List.of(),
            AdditionalFields.NONE,
            null,
            null),
        "TransferDomain",
        "user");
  }

  @Test
  void withdrawsATransferUnlessThereIsNone() {
    CancelTransfer cancel = new CancelTransfer(NAME);
    Golden.assertEncoded(cancel, "TransferDomain", "cancel");

    assertThat(CnrCodecs.encode(cancel).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    assertThat(CnrCodecs.encode(cancel).meansAlreadyDone(ResultCode.INVALID_ATTRIBUTE)).isFalse();
  }

  @Test
  void hasMailsSentAgain() {
    Golden.assertEncoded(new ResendTransferMails(NAME), "ResendNotification", "transfer");
  }

  @Test
  void readsATransferToTheAccount() {
    Golden.assertEncoded(new ReadTransfer(NAME), "StatusDomainTransfer", "plain");
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomainTransfer", "known");

    ReadTransfer.Result result = calls.carryOut(new ReadTransfer(NAME));

    assertThat(result.state()).isEqualTo(ReadTransfer.State.PENDING);
    assertThat(result.type()).isEqualTo(ReadTransfer.Type.INCOMING);
    assertThat(result.createdAt()).isEqualTo("2026-11-24T10:00:00Z");
    assertThat(result.losingRegistrar()).isEqualTo("Other Registrar Inc.");
    assertThat(result.log()).hasSize(2);
    assertThat(calls.said()).hasSize(1);
  }

  @Test
  void findsATransferAwayOnItsList() {
    Golden.assertEncoded(new LeavingName(NAME), "QueryForeignTransferList", "plain");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryForeignTransferList", "known");

    ReadTransfer.Result result = calls.carryOut(new ReadTransfer(NAME));

    assertThat(result.state()).isEqualTo(ReadTransfer.State.PENDING);
    assertThat(result.type()).isEqualTo(ReadTransfer.Type.OUTGOING);
  }

  /** Both accounts see the same word for it. */
  @ParameterizedTest
  @CsvSource({
    "test.user, other.user, OUTGOING",
    "other.user, TEST.USER, INCOMING",
    "other.user, , INCOMING"
  })
  void whoAskedForANameTellsWhichWayItGoesBetweenAccounts(
      String registrar, String requesting, ReadTransfer.Type type) {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomainTransfer", between(registrar, requesting))
            .answering(
                "QueryForeignTransferList", new RegistrarResponse(200, "ok", false, Map.of()));

    ReadTransfer.Result result = calls.carryOut(new ReadTransfer(NAME));

    assertThat(result.type()).isEqualTo(type);
    assertThat(result.betweenAccounts()).isTrue();
  }

  @Test
  void aNameBetweenAccountsThatIsListedAsLeavingLeaves() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering("StatusDomainTransfer", between(null, null))
            .answering("QueryForeignTransferList", "known");

    assertThat(calls.carryOut(new ReadTransfer(NAME)).type()).isEqualTo(ReadTransfer.Type.OUTGOING);
  }

  private static RegistrarResponse between(String registrar, String requesting) {
    Map<String, List<String>> properties = new HashMap<>();
    properties.put("TRANSFERSTATUS", List.of("USERTRANSFER"));
    if (registrar != null) {
      properties.put("REGISTRAR", List.of(registrar));
    }
    if (requesting != null) {
      properties.put("REQUESTINGREGISTRAR", List.of(requesting));
    }
    return new RegistrarResponse(200, "ok", false, properties);
  }

  @Test
  void refusesWhereThereIsNoTransfer() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "QueryForeignTransferList", new RegistrarResponse(200, "ok", false, Map.of()));

    assertThatThrownBy(() -> calls.carryOut(new ReadTransfer(NAME)))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            e -> assertThat(e.answer().reason()).isEqualTo(RefusalReason.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, INITIATED, INCOMING",
    "INITIATED, PENDING, INCOMING",
    "REQUEST_CONFIRMED, PENDING, INCOMING",
    "pending, PENDING, INCOMING",
    "USERTRANSFER, PENDING, INCOMING",
    "FOREIGN_PENDING, PENDING, OUTGOING",
    "clientRejected, FAILED, INCOMING",
    "SUCCESSFUL, SUCCESSFUL, INCOMING",
    "else, OTHER, INCOMING"
  })
  void readsHowFarItIs(String word, ReadTransfer.State state, ReadTransfer.Type type) {
    assertThat(TransferWords.state(word)).isEqualTo(state);
    assertThat(TransferWords.type(word)).isEqualTo(type);
  }

  @Test
  void listsTransfersInOurSpelling() {
    ListTransfers list = new ListTransfers(0, 250);
    Golden.assertEncoded(list, "QueryTransferList", "part");

    assertThat(Golden.result(list, "known").entries())
        .extracting(ListTransfers.Entry::domain)
        .containsExactly("xn--mller-kva.com");
  }

  @Test
  void readsAChangeOfRegistrant() {
    ReadRegistrantChange read = new ReadRegistrantChange(NAME);
    Golden.assertEncoded(read, "StatusOwnerChange", "plain");

    assertThat(Golden.result(read, "known").state()).isEqualTo(ReadTransfer.State.INITIATED);
  }
}
