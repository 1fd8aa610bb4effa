package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.AnswerTransfer;
import io.domainflow.registrar.command.CreateAuthCode;
import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.MailAuthCode;
import io.domainflow.registrar.command.PushDomain;
import io.domainflow.registrar.command.ReadAuthCode;
import io.domainflow.registrar.command.ReadTransfer.State;
import io.domainflow.registrar.command.RevokeAuthCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands with which a name of this account is transferred to another registrar. */
class LeavingTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final DomainName GERMAN = DomainName.of("example.de");
  private static final RegistrarResponse DONE =
      new RegistrarResponse(200, "Command completed successfully", false, Map.of());
  private static final RegistrarResponse PENDING =
      new RegistrarResponse(200, "Command completed successfully", true, Map.of());

  @Test
  void readsTheAuthCodeThatTheRegistrarShows() {
    Golden.assertEncoded(new AuthCodeAtRegistry(GERMAN, false), "SetAuthCode", "set-de");
    assertThat(Golden.result(new ReadAuthCode(NAME), "known"))
        .isEqualTo(new ReadAuthCode.Result(AuthCode.of("secret"), null));
  }

  @Test
  void aRegistryMakesACodeThatIsGoodForThirtyDays() {
    ScriptedCalls calls = new ScriptedCalls().answering("SetAuthCode", "known");

    assertThat(calls.carryOut(new CreateAuthCode(GERMAN, true)))
        .isEqualTo(
            new CreateAuthCode.Result(
                false, AuthCode.of("topsecret"), Instant.parse("2026-12-31T10:00:00Z")));
  }

  @Test
  void elsewhereACodeOfOursIsSet() {
    Golden.assertEncoded(
        new GeneratedAuthCode(NAME, AuthCode.of("Ab3-defghijkmnop")), "ModifyDomain", "auth");
    ScriptedCalls calls = new ScriptedCalls().answering("ModifyDomain", DONE);

    CreateAuthCode.Result first = calls.carryOut(new CreateAuthCode(NAME, true));
    CreateAuthCode.Result second = calls.carryOut(new CreateAuthCode(NAME, false));

    assertThat(first.authCode()).isNotEqualTo(second.authCode());
    assertThat(first.authCode().reveal())
        .hasSize(16)
        .containsPattern("[A-Z]")
        .containsPattern("[a-z]")
        .containsPattern("[2-9]")
        .containsPattern("[-+!#]");
    assertThat(calls.said().get(0)).contains("AUTH=" + first.authCode().reveal());
    assertThat(first.validUntil()).isNull();
    assertThat(first.toString()).doesNotContain(first.authCode().reveal());
  }

  @Test
  void aCodeThatIsNotSetYetOrThatTheRegistrarMakesIsReadAfterwards() {
    ScriptedCalls waiting = new ScriptedCalls().answering("ModifyDomain", PENDING);
    assertThat(waiting.carryOut(new CreateAuthCode(NAME, false)))
        .isEqualTo(new CreateAuthCode.Result(true, null, null));

    ScriptedCalls chinese = new ScriptedCalls().answering("ModifyDomain", DONE);
    assertThat(chinese.carryOut(new CreateAuthCode(DomainName.of("example.cn"), false)))
        .isEqualTo(new CreateAuthCode.Result(false, null, null));
    assertThat(chinese.said().get(0)).contains("AUTH=AUTO");
  }

  @Test
  void aCodeIsMailedWhereTheRegistryDoesSo() {
    ScriptedCalls calls = new ScriptedCalls().answering("SetAuthCode", DONE);
    DomainName belgian = DomainName.of("example.be");

    assertThat(calls.carryOut(new MailAuthCode(belgian)))
        .isEqualTo(new MailAuthCode.Result(false, false));
    assertThat(CnrCodecs.notOffered(new MailAuthCode(belgian))).isEmpty();
    assertThat(CnrCodecs.notOffered(new MailAuthCode(DomainName.of("example.at"))))
        .hasValueSatisfying(words -> assertThat(words).endsWith("."));
  }

  @Test
  void makesACodeVoid() {
    DomainName european = DomainName.of("example.eu");
    Golden.assertEncoded(new AuthCodeAtRegistry(european, true), "SetAuthCode", "delete-eu");
    ScriptedCalls calls =
        new ScriptedCalls().answering("SetAuthCode", DONE).answering("ModifyDomain", PENDING);

    assertThat(calls.carryOut(new RevokeAuthCode(european, true)).pending()).isFalse();
    assertThat(calls.carryOut(new RevokeAuthCode(NAME, false)).pending()).isTrue();
    assertThat(calls.said()).hasSize(2);
  }

  @Test
  void listsTheNamesThatAreOnTheirWayAway() {
    Golden.assertEncoded(new LeavingNames(250, 100), "QueryForeignTransferList", "part");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryForeignTransferList", "part");

    assertThat(calls.carryOut(new ListOutgoingTransfers(250, 100)))
        .isEqualTo(
            new ListOutgoingTransfers.Result(
                List.of(
                    new ListOutgoingTransfers.Entry(
                        "xn--mller-kva.com",
                        State.PENDING,
                        null,
                        Instant.parse("2026-12-06T10:00:00Z"),
                        "Other",
                        false),
                    new ListOutgoingTransfers.Entry(
                        "two.com",
                        State.PENDING,
                        Instant.parse("2026-11-29T10:00:00Z"),
                        null,
                        "test.user2",
                        true),
                    new ListOutgoingTransfers.Entry(
                        "three.com", State.OTHER, null, null, null, false)),
                253));
  }

  @Test
  void answersARequestUnlessThereIsNone() {
    AnswerTransfer approve = new AnswerTransfer(NAME, true);
    Golden.assertEncoded(approve, "TransferDomain", "approve");
    Golden.assertEncoded(new AnswerTransfer(NAME, false), "TransferDomain", "deny");

    assertThat(CnrCodecs.encode(approve).meansAlreadyDone(ResultCode.NOT_FLAGGED_FOR_TRANSFER))
        .isTrue();
    assertThat(CnrCodecs.encode(approve).meansAlreadyDone(ResultCode.AUTHORIZATION_FAILED))
        .isFalse();
    assertThat(CnrCodecs.encode(approve).result(DONE).answered()).isTrue();
  }

  @Test
  void pushesAName() {
    PushDomain push = new PushDomain(GERMAN, "TRANSIT");
    Golden.assertEncoded(push, "PushDomain", "plain");

    assertThat(CnrCodecs.encode(push).result(DONE).pending()).isFalse();
    assertThat(CnrCodecs.encode(push).result(PENDING).pending()).isTrue();
    assertThat(CnrCodecs.encode(push).result(stated("PENDING")).pending()).isTrue();
    assertThat(CnrCodecs.encode(push).result(stated("SUCCESSFUL")).pending()).isFalse();
  }

  private static RegistrarResponse stated(String word) {
    return new RegistrarResponse(200, "ok", false, Map.of("TRANSFER_STATUS", List.of(word)));
  }
}
