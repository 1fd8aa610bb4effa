package io.domainflow.ote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.cnr.command.CnrCodecs;
import io.domainflow.cnr.command.RightCheck;
import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.ote.Report.Row;
import io.domainflow.ote.Report.Verdict;
import io.domainflow.registrar.command.Query;
import io.domainflow.sandbox.Behaviours;
import io.domainflow.sandbox.SandboxServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The comparison with the test system of CentralNic Reseller, against a second sandbox in its
 * place. {@link OteRunTest} covers what does not depend on the platform.
 */
class OteRunAtCnrTest {

  private static SandboxServer ote;
  private SandboxServer sandbox;

  @BeforeAll
  static void startTheTestSystem() {
    ote = SandboxServer.start(List.of());
  }

  @AfterAll
  static void stopTheTestSystem() {
    ote.close();
  }

  @BeforeEach
  void startOver() {
    sandbox = SandboxServer.fresh();
    ote.control("POST", "/sandbox/reset", "");
    Contract.setUp(ote, settings());
  }

  @Test
  void aSystemThatAnswersLikeTheSandboxHasNoDifference() {
    Report report = Contract.compare(settings(), sandbox);

    assertThat(report.rows())
        .hasSizeGreaterThan(40)
        .allMatch(row -> row.verdict() == Verdict.SAME, "is the same");
    assertThat(report.text()).endsWith("\n" + report.rows().size() + " cases, 0 differences\n");
  }

  @Test
  void namesEverythingThatIsReadTheOtherWay() {
    ote.control("POST", "/sandbox/profile", "{\"name\": \"B\"}");

    Report report = Contract.compare(settings(), sandbox);

    assertThat(report.of(Verdict.DIFFERENT))
        .allMatch(Row::likeProfileB, "is like profile B")
        .extracting(Row::name)
        .containsExactly(
            "CheckDomainTransfer: a name nobody has",
            "CheckDomainTransfer: a name of a zone that the modules do not ask about",
            "QueryDomainList: the first names of the account",
            "QueryDomainList: the same with status, contacts and name servers",
            "StatusRegistrar: no REGISTRAR");
    assertThat(report.text())
        .contains("- touches inferred: CNR StatusRegistrar: REGISTRAR that is missing is 504");
  }

  @Test
  void everyQuestionOfTheClientIsAsked() {
    ConsentSide side = side();
    List<String> questions =
        CnrCodecs.ALL.commands().stream()
            .filter(Query.class::isAssignableFrom)
            // another command, repeated for an object that nobody has
            .filter(command -> command != RightCheck.class)
            .map(Class::getSimpleName)
            .toList();

    assertThat(questions).isNotEmpty();
    assertThat(CnrCases.of(settings()))
        .extracting(asked -> asked.question().apply(side).getClass().getSimpleName())
        .containsAll(questions);
  }

  @Test
  void everyCaseTouchesMarksThatExist() {
    assertThat(CnrCases.of(settings()))
        .flatExtracting(Case::marks)
        .isNotEmpty()
        .allSatisfy(mark -> assertThat(Behaviours.words(mark)).isNotEmpty());
  }

  @Test
  void sendsNothingThatIsNoQuestion() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> side().ask(new Cases.Raw("RenewDomain", Map.of("DOMAIN", "own.com"))))
        .withMessageContaining("no money was spent");
    assertThat(ote.get("/sandbox/requests")).isEqualTo("[]");
  }

  private static ConsentSide side() {
    return new ConsentSide(
        "OT&E",
        OteSystem.CNR,
        new LineProtocolClient(
            LineProtocolHttp.create(Duration.ofSeconds(5)), Duration.ofSeconds(20)),
        ote.uri(OteSystem.CNR.path()),
        new Credentials("test.user", "test.passw0rd"));
  }

  private static OteSettings settings() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                new HashMap<>(
                    Map.of(
                        OteSettings.SYSTEM,
                        "CNR",
                        OteSettings.LOGIN,
                        "test.user",
                        OteSettings.PASSWORD,
                        "test.passw0rd",
                        OteSettings.OWN_NAME,
                        "own.com",
                        OteSettings.PREMIUM_NAME,
                        "premium.com",
                        "domainflow.cnr.ote-url",
                        ote.uri(OteSystem.CNR.path()).toString()))));
    return new OteSettings(environment);
  }
}
