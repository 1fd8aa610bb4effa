package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
class LeavingCommandsTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final DomainName GERMAN = DomainName.of("mytestdomain1.de");
  private static final DomainName AUSTRIAN = DomainName.of("testdomain.at");
  private static final DomainName EUROPEAN = DomainName.of("example.eu");
  private static final PushDomain PUSH = new PushDomain(DomainName.of("my-domain.de"), "TRANSIT");

  @Test
  void readsTheAuthCodeThatTheRegistrarShows() {
    ReadAuthCode read = new ReadAuthCode(DomainName.of("hexonet-example.com"));

    assertThat(IspapiCodecs.encode(read).parameters())
        .isEqualTo(Map.of("DOMAIN", "hexonet-example.com"));
    assertThat(Golden.result(read, "documented"))
        .isEqualTo(new ReadAuthCode.Result(AuthCode.of("*OkHRSf/3-xs"), null));
    assertThat(IspapiCodecs.encode(read).result(answer(Map.of())))
        .isEqualTo(new ReadAuthCode.Result(null, null));
    assertThat(
            IspapiCodecs.encode(read)
                .isAnsweredBy(answer(Map.of("ID", List.of("another.example")))))
        .isFalse();
  }

  @Test
  void readsWhenACodeThatDenicKeepsEnds() {
    ReadAuthCode read = new ReadAuthCode(GERMAN);
    RegistrarResponse stated =
        answer(
            Map.of(
                "AUTH",
                List.of("topsecret"),
                "X-DE-AUTHINFO1-EXPIRATIONDATE",
                List.of("2016-12-17 10:00:00")));

    assertThat(IspapiCodecs.encode(read).result(stated).validUntil())
        .isEqualTo("2016-12-17T10:00:00Z");
    assertThat(
            IspapiCodecs.encode(read)
                .result(answer(Map.of("X-DE-AUTHINFO1-EXPIRATIONDATE", List.of("soon"))))
                .validUntil())
        .isNull();
  }

  @Test
  void makesACodeAtDenic() {
    CreateAuthCode create = new CreateAuthCode(GERMAN, true);

    Golden.assertEncoded(create, "plain");
    assertThat(Golden.result(create, "documented"))
        .isEqualTo(
            new CreateAuthCode.Result(
                false, AuthCode.of("topsecret"), Instant.parse("2016-12-17T00:00:00Z")));
  }

  @Test
  void asksAnotherRegistryForACodeUnlessOneIsInForce() {
    CreateAuthCode create = new CreateAuthCode(EUROPEAN, true);

    Golden.assertEncoded(create, "eu");
    assertThat(Golden.result(create, "documented"))
        .isEqualTo(new CreateAuthCode.Result(true, null, null));
    assertThat(IspapiCodecs.encode(create).meansAlreadyDone(ResultCode.NOT_UNIQUE)).isTrue();
    assertThat(IspapiCodecs.encode(create).meansAlreadyDone(ResultCode.NOT_FOUND)).isFalse();
    assertThat(Golden.result(create, "in-force"))
        .isEqualTo(new CreateAuthCode.Result(false, null, null));
  }

  @Test
  void elsewhereTheRegistrarMakesACode() {
    CreateAuthCode create = new CreateAuthCode(EXAMPLE, false);

    Golden.assertEncoded(create, "random-auth");
    assertThat(IspapiCodecs.encode(create).result(answer(Map.of())))
        .isEqualTo(new CreateAuthCode.Result(false, null, null));
  }

  @Test
  void hasACodeMailed() {
    MailAuthCode mail = new MailAuthCode(AUSTRIAN);

    Golden.assertEncoded(mail, "documented");
    assertThat(Golden.result(mail, "documented")).isEqualTo(new MailAuthCode.Result(true, false));
    assertThat(IspapiCodecs.encode(mail).meansAlreadyDone(ResultCode.NOT_UNIQUE)).isTrue();
    assertThat(Golden.result(mail, "in-force")).isEqualTo(new MailAuthCode.Result(false, true));
  }

  @Test
  void makesACodeVoid() {
    RevokeAuthCode revoke = new RevokeAuthCode(GERMAN, true);

    Golden.assertEncoded(revoke, "documented");
    assertThat(Golden.result(revoke, "documented")).isEqualTo(new RevokeAuthCode.Result(false));
    assertThat(IspapiCodecs.encode(revoke).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    Golden.assertEncoded(new RevokeAuthCode(EXAMPLE, false), "random-auth");
    assertThat(IspapiCodecs.encode(new RevokeAuthCode(EUROPEAN, true)).name())
        .isEqualTo("ModifyDomain");
  }

  @Test
  void listsTheNamesThatAreOnTheirWayAway() {
    ListOutgoingTransfers list = new ListOutgoingTransfers(250, 100);

    Golden.assertEncoded(list, "outgoing");
    assertThat(Golden.result(list, "outgoing"))
        .isEqualTo(
            new ListOutgoingTransfers.Result(
                List.of(
                    new ListOutgoingTransfers.Entry(
                        "one.com",
                        State.REQUESTED,
                        Instant.parse("2026-11-01T10:00:00Z"),
                        null,
                        "Some Registrar Inc.",
                        false),
                    new ListOutgoingTransfers.Entry(
                        "xn--mller-kva.com", State.PENDING, null, null, "SYSTEM", true),
                    new ListOutgoingTransfers.Entry(
                        "three.com", State.OTHER, null, null, null, false)),
                253));
    assertThatIllegalArgumentException().isThrownBy(() -> new ListOutgoingTransfers(0, 251));
  }

  @Test
  void answersARequestUnlessThereIsNone() {
    AnswerTransfer approve = new AnswerTransfer(EXAMPLE, true);

    Golden.assertEncoded(approve, "approve");
    Golden.assertEncoded(new AnswerTransfer(EXAMPLE, false), "deny");
    assertThat(IspapiCodecs.encode(approve).meansAlreadyDone(ResultCode.NOT_FLAGGED_FOR_TRANSFER))
        .isTrue();
    assertThat(IspapiCodecs.encode(approve).meansAlreadyDone(ResultCode.NOT_FOUND)).isTrue();
    assertThat(IspapiCodecs.encode(approve).meansAlreadyDone(ResultCode.STATUS_PROHIBITS_OPERATION))
        .isFalse();
    assertThat(IspapiCodecs.encode(approve).result(answer(Map.of())).answered()).isTrue();
    assertThat(
            IspapiCodecs.encode(approve)
                .result(new RegistrarResponse(534, "none", false, Map.of()))
                .answered())
        .isFalse();
  }

  @Test
  void pushesAName() {
    Golden.assertEncoded(PUSH, "documented");
    assertThat(Golden.result(PUSH, "documented")).isEqualTo(new PushDomain.Result(false));
    assertThat(PUSH.costsMoney()).isFalse();
    assertThat(PUSH.object()).isEqualTo("my-domain.de");
    assertThatIllegalArgumentException().isThrownBy(() -> new PushDomain(EXAMPLE, " "));
  }

  @Test
  void showsNoAuthCode() {
    assertThat(Golden.result(new CreateAuthCode(GERMAN, true), "documented").toString())
        .doesNotContain("topsecret");
    assertThat(Golden.result(new ReadAuthCode(EXAMPLE), "documented").toString())
        .doesNotContain("OkHRSf");
  }

  private static RegistrarResponse answer(Map<String, List<String>> properties) {
    return new RegistrarResponse(
        200, "Command completed successfully", false, Map.copyOf(properties));
  }
}
