package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a change of registrant. */
class TradeCommandsTest {

  private static final AdditionalFields VAT_ID =
      new AdditionalFields(Map.of("X-PT-REGISTRANT-VATID", "PT123"));
  private static final CheckRegistrantChange CHECK =
      new CheckRegistrantChange(
          DomainName.of("hexonet-trade.li"),
          Contact.ofHandle("P-TUE1378125"),
          Confirmations.NONE,
          AdditionalFields.NONE);
  private static final ChangeRegistrant TRADE =
      new ChangeRegistrant(
          DomainName.of("hexonet-trade.ch"),
          "P-TUE1378125",
          Confirmations.NONE,
          AdditionalFields.NONE);
  private static final CancelRegistrantChange CANCEL =
      new CancelRegistrantChange(DomainName.of("hexonet-trade.ch"));

  @Test
  void readsThatAChangeIsPossibleAtOnce() {
    Golden.assertEncoded(CHECK, "full");
    assertThat(Golden.result(CHECK, "documented"))
        .isEqualTo(new CheckRegistrantChange.Result(true, "Request is available"));
  }

  @Test
  void triesAChangeWithEverything() {
    Golden.assertEncoded(
        new CheckRegistrantChange(
            DomainName.of("müller.com"),
            Contact.ofHandle("P-NEW1"),
            new Confirmations(true, false, false),
            VAT_ID),
        "everything");
  }

  @ParameterizedTest
  @CsvSource({"218,true", "200,true", "219,false"})
  void onlyACodeSaysThatAChangeIsPossible(int code, boolean possible) {
    assertThat(
            IspapiCodecs.encode(CHECK)
                .result(new RegistrarResponse(code, "general; words", false, Map.of())))
        .isEqualTo(new CheckRegistrantChange.Result(possible, "words"));
  }

  @Test
  void keepsNoAuthCodeAndNoPersonalData() {
    assertThat(Golden.result(CHECK, "documented").toString())
        .doesNotContain("tm9Jwo1dH4", "PAcnHEJOxA", "John Doe");
  }

  @Test
  void asksForAChangeAndLeavesOutWhatIsNotGiven() {
    Golden.assertEncoded(TRADE, "documented");
    assertThat(Golden.result(TRADE, "documented"))
        .isEqualTo(new ChangeRegistrant.Result(false, "realtime domain trade succeeded"));
  }

  @Test
  void asksForAChangeWithEverything() {
    Golden.assertEncoded(
        new ChangeRegistrant(
            DomainName.of("müller.com"), "P-NEW1", new Confirmations(true, true, false), VAT_ID),
        "everything");
    assertThat(Golden.result(TRADE, "pending"))
        .isEqualTo(new ChangeRegistrant.Result(true, "trade pending - non-real-time"));
  }

  @Test
  void aChangeCostsMoneyAndActsOnTheName() {
    assertThat(TRADE.costsMoney()).isTrue();
    assertThat(TRADE.object()).isEqualTo("hexonet-trade.ch");
  }

  @ParameterizedTest
  @CsvSource({
    "ok; words,true,true",
    "ok; Trade pending - non-real-time,false,true",
    "ok; trade requested - fax confirmation required,false,true",
    "ok; realtime domain trade succeeded,false,false",
    "ok,false,false"
  })
  void aChangeIsPendingByTheFlagOrTheWords(String description, boolean flag, boolean pending) {
    RegistrarResponse response = new RegistrarResponse(200, description, flag, Map.of());

    assertThat(IspapiCodecs.encode(TRADE).result(response).pending()).isEqualTo(pending);
  }

  /** Empty for a parameter that is not sent. */
  @ParameterizedTest
  @CsvSource({
    "true,true,false,1,1,0",
    "true,false,true,1,0,1",
    "true,true,true,1,1,1",
    "true,false,false,1,0,0",
    "true,true,,1,1,",
    "false,true,false,,1,0",
    "false,false,,,,"
  })
  void saysWhatWasConfirmed(
      boolean newRegistrant,
      boolean priorRegistrant,
      Boolean optOut,
      String sentNew,
      String sentOld,
      String sentOptOut) {
    Map<String, String> sent = new LinkedHashMap<>();
    ConfirmationParameters.put(sent, new Confirmations(newRegistrant, priorRegistrant, optOut));

    assertThat(sent.get("X-CONFIRM-DA-NEW-REGISTRANT")).isEqualTo(sentNew);
    assertThat(sent.get("X-CONFIRM-DA-OLD-REGISTRANT")).isEqualTo(sentOld);
    assertThat(sent.get("X-REQUEST-OPT-OUT-TRANSFERLOCK")).isEqualTo(sentOptOut);
  }

  /** Some zones want it, as .be does; it is no parameter of a registration. */
  @Test
  void asksForAChangeWithTheAuthCodeOfTheName() {
    AdditionalFields code = new AdditionalFields(Map.of("AUTH", "code17"));

    assertThat(
            IspapiCodecs.encode(
                    new ChangeRegistrant(TRADE.domain(), "P-NEW1", Confirmations.NONE, code))
                .parameters())
        .containsEntry("AUTH", "code17");
    assertThat(
            IspapiCodecs.encode(
                    new CheckRegistrantChange(
                        TRADE.domain(), Contact.ofHandle("P-NEW1"), Confirmations.NONE, code))
                .parameters())
        .containsEntry("AUTH", "code17");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACTION",
        "X-CONFIRM-DA-NEW-REGISTRANT",
        "X-CONFIRM-DA-OLD-REGISTRANT",
        "X-REQUEST-OPT-OUT-TRANSFERLOCK",
        "X-A\nACTION"
      })
  void noAdditionalFieldConfirmsAnything(String key) {
    AdditionalFields fields = new AdditionalFields(Map.of(key, "1"));
    ChangeRegistrant change =
        new ChangeRegistrant(TRADE.domain(), "P-NEW1", Confirmations.NONE, fields);
    CheckRegistrantChange check =
        new CheckRegistrantChange(
            TRADE.domain(), Contact.ofHandle("P-NEW1"), Confirmations.NONE, fields);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> IspapiCodecs.encode(change).parameters())
        .withMessageNotContaining("\n");
    assertThatIllegalArgumentException().isThrownBy(() -> IspapiCodecs.encode(check).parameters());
  }

  @Test
  void withdrawsAChange() {
    Golden.assertEncoded(CANCEL, "cancel");
    assertThat(
            IspapiCodecs.encode(CANCEL)
                .result(new RegistrarResponse(200, "ok", false, Map.of()))
                .cancelled())
        .isTrue();
  }

  @Test
  void aChangeThatIsNotRunningNeedNotBeWithdrawn() {
    assertThat(IspapiCodecs.encode(CANCEL).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    assertThat(
            IspapiCodecs.encode(CANCEL)
                .result(new RegistrarResponse(545, "no", false, Map.of()))
                .cancelled())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"STATUS_PROHIBITS_OPERATION", "AUTHORIZATION_FAILED", "NOT_UNIQUE"})
  void anyOtherRefusalOfAWithdrawalIsAFailure(ResultCode refusal) {
    assertThat(IspapiCodecs.encode(CANCEL).meansAlreadyDone(refusal)).isFalse();
  }

  @Test
  void readsHowFarAChangeIs() {
    ReadRegistrantChange command = new ReadRegistrantChange(DomainName.of("test-trade3.org"));

    Golden.assertEncoded(command, "documented");
    ReadRegistrantChange.Result result = Golden.result(command, "documented");
    assertThat(result.state()).isEqualTo(State.REQUESTED);
    assertThat(result.createdAt()).isEqualTo(Instant.parse("2016-11-14T13:33:08Z"));
    assertThat(result.updatedAt()).isEqualTo(Instant.parse("2016-11-14T13:33:08Z"));
    assertThat(result.log()).hasSize(3).last().asString().contains("[EMAIL_SENT]");
    assertThat(result.newOwnerContact()).isEqualTo("P-TUH1384050");
  }
}
