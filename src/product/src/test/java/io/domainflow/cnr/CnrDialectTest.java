package io.domainflow.cnr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.domainflow.account.Accounts;
import io.domainflow.account.RegistrarSystem;
import io.domainflow.account.ResellerAccount;
import io.domainflow.cnr.probe.CnrProbe;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.lineprotocol.ScriptedServer;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.registrar.Answer;
import io.domainflow.registrar.Answer.Kind;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotSent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ReadBalance;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.RenewDomain;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.mock.env.MockEnvironment;

/** A command sends the right requests, and no others. */
class CnrDialectTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final Instant EXPIRY = Instant.parse("2027-03-01T10:00:00Z");
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Accounts.Access ACCESS =
      new Accounts.Access(
          ResellerAccount.of("cnr", RegistrarSystem.CNR_SANDBOX, "test.user:shop"), "secret");
  private static final ChangeRegistrant CHANGE =
      new ChangeRegistrant(NAME, "P-A1", Confirmations.NONE, AdditionalFields.NONE);

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ScriptedServer server =
      new ScriptedServer(
          exchange -> {
            String said = command(exchange.request());
            String text =
                answers.getOrDefault(
                    said + " " + domain(exchange.request()), answers.getOrDefault(said, ""));
            if (!text.isEmpty()) {
              exchange.answer(200, text);
            } else {
              exchange.hangUp();
            }
          });
  private final CnrDialect dialect =
      new CnrDialect(
          LineProtocolHttp.create(LONGEST),
          new StaticListableBeanFactory().getBeanProvider(ResolvableType.forClass(CnrProbe.class)),
          new CnrProperties(
              URI.create("https://live.example/"),
              URI.create("https://ote.example/"),
              URI.create("http://127.0.0.1:" + server.port() + "/api/call.cgi")),
          new MockEnvironment(),
          Clock.systemUTC());

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void logsInWithoutAnEntity() {
    answer("StatusAccount", 200, "property[amount][0] = 7.00", "property[currency][0] = USD");

    Answer<ReadBalance.Result> answer = dialect.send(ACCESS, new ReadBalance(), LONGEST);

    assertThat(answer.kind()).isEqualTo(Kind.SUCCESS);
    assertThat(server.requests().get(0))
        .contains("s_login=test.user%3Ashop&s_pw=secret&s_command=COMMAND%3DStatusAccount")
        .doesNotContain("s_entity");
  }

  @Test
  void refusesWhatIsNotOfferedWithoutACall() {
    dialect.check(CHANGE);
    Answer<ChangeRegistrant.Result> answer = dialect.send(ACCESS, CHANGE, LONGEST);

    assertThat(answer.kind()).isEqualTo(Kind.REFUSED);
    assertThat(answer.reason()).isEqualTo(RefusalReason.NOT_OFFERED);
    assertThat(answer.words()).contains("not offered for accounts at CentralNic Reseller");
    assertThat(dialect.nameOf(CHANGE)).isEqualTo("ChangeRegistrant");
    assertThat(dialect.points(new CheckClaims(NAME, true))).isZero();
    assertThat(dialect.probe(CHANGE, null, null)).isInstanceOf(ProbeResult.NoTrace.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void asksInSeveralCalls() {
    answer("CheckDomains", 200, "property[domaincheck][0] = 210 Available");
    List<DomainName> names =
        IntStream.range(0, 40).mapToObj(i -> DomainName.of("name" + i + ".com")).toList();

    Answer<CheckDomains.Result> answer = dialect.send(ACCESS, new CheckDomains(names), LONGEST);

    assertThat(server.requests()).hasSize(2);
    assertThat(answer.kind()).isEqualTo(Kind.SUCCESS);
    assertThat(dialect.points(new CheckDomains(names))).isEqualTo(40);
    assertThat(dialect.describe(new CheckDomains(names))).isEqualTo("CheckDomains for name0.com");
  }

  @Test
  void aQuestionIsRefusedLikeItsPart() {
    answer("StatusDomainTransfer", 545);
    answer("QueryForeignTransferList", 200);

    Answer<ReadTransfer.Result> answer = dialect.send(ACCESS, new ReadTransfer(NAME), LONGEST);

    assertThat(answer.kind()).isEqualTo(Kind.REFUSED);
    assertThat(answer.reason()).isEqualTo(RefusalReason.NOT_FOUND);
    assertThat(answer.code()).isEqualTo(545);
  }

  /** Then it is certain that nothing was bought. */
  @Test
  void aRenewalIsNotSentIfTheQuestionBeforeItIsNotAnswered() {
    assertThatExceptionOfType(NotSent.class)
        .isThrownBy(() -> dialect.send(ACCESS, orderedByMode(), LONGEST));
  }

  @Test
  void aRenewalThatIsNotAnsweredIsInDoubt() {
    answer("StatusDomain", 200, "property[renewalmode][0] = AUTOEXPIRE");

    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> dialect.send(ACCESS, orderedByMode(), LONGEST));
    assertThat(command(server.requests().get(1))).isEqualTo("SetDomainRenewalMode");
    assertThat(dialect.describe(orderedByMode()))
        .isEqualTo("SetDomainRenewalMode for xn--mller-kva.com");
  }

  /** Its words are the same as for a name in another account. */
  @Test
  void aRightThatIsMissingIsToldFromANameInAnotherAccount() {
    answer("StatusDomain", 531);

    Answer<ReadDomain.Result> missing = dialect.send(ACCESS, new ReadDomain(NAME), LONGEST);

    assertThat(missing.kind()).isEqualTo(Kind.LOGIN_REFUSED);
    assertThat(missing.reason()).isEqualTo(RefusalReason.RIGHT_MISSING);

    answer("StatusDomain", 545);
    answer("StatusDomain müller.com", 531);
    Answer<ReadDomain.Result> others = dialect.send(ACCESS, new ReadDomain(NAME), LONGEST);

    assertThat(others.kind()).isEqualTo(Kind.REFUSED);
    assertThat(others.reason()).isEqualTo(RefusalReason.OF_ANOTHER_ACCOUNT);
  }

  @Test
  void aRightToChangeANameOfTheAccountIsMissing() {
    HoldDomain hold = new HoldDomain(NAME, true);
    answer("ModifyDomain", 531);
    answer("StatusDomain", 545);
    assertThat(dialect.send(ACCESS, hold, LONGEST).reason())
        .as("the name is not in the account")
        .isEqualTo(RefusalReason.OF_ANOTHER_ACCOUNT);

    answer("StatusDomain", 200, "property[status][0] = ACTIVE");
    assertThat(dialect.send(ACCESS, hold, LONGEST).reason()).isEqualTo(RefusalReason.RIGHT_MISSING);
  }

  @Test
  void theAccountItselfLacksNoRight() {
    answer("StatusDomain", 531);

    Answer<ReadDomain.Result> answer =
        dialect.send(
            new Accounts.Access(
                ResellerAccount.of("cnr", RegistrarSystem.CNR_SANDBOX, "test.user"), "secret"),
            new ReadDomain(NAME),
            LONGEST);

    assertThat(answer.reason()).isEqualTo(RefusalReason.OF_ANOTHER_ACCOUNT);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anAccountThatIsStoppedIsLeftAlone() {
    answer("StatusDomain", 422);

    Answer<ReadDomain.Result> answer = dialect.send(ACCESS, new ReadDomain(NAME), LONGEST);

    assertThat(answer.kind()).isEqualTo(Kind.LOGIN_REFUSED);
    assertThat(answer.reason()).isEqualTo(RefusalReason.ACCOUNT_STOPPED);
  }

  @Test
  void sendsNothingThatNoProbeCouldFindAgain() {
    assertThatIllegalStateException()
        .isThrownBy(() -> dialect.check(new DeleteDomain(NAME)))
        .withMessageContaining("has no probe");
  }

  private static RenewDomain orderedByMode() {
    return new RenewDomain(NAME, new Period(1), EXPIRY, EXPIRY, null, false);
  }

  private void answer(String command, int code, String... properties) {
    answers.put(
        command,
        "[RESPONSE]\ncode = "
            + code
            + "\ndescription = words\n"
            + String.join("\n", properties)
            + "\nEOF\n");
  }

  private static String domain(String request) {
    String form = URLDecoder.decode(request, StandardCharsets.UTF_8);
    return form.lines()
        .filter(line -> line.startsWith("DOMAIN="))
        .map(line -> line.substring(7))
        .findFirst()
        .orElse("");
  }

  private static String command(String request) {
    String form = URLDecoder.decode(request, StandardCharsets.UTF_8);
    return form.substring(form.indexOf("COMMAND=") + 8).lines().findFirst().orElse("");
  }
}
