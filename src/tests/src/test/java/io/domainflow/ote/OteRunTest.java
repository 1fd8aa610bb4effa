package io.domainflow.ote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.lineprotocol.message.ResponseParser;
import io.domainflow.ote.Report.Row;
import io.domainflow.ote.Report.Verdict;
import io.domainflow.registrar.command.Query;
import io.domainflow.sandbox.Behaviours;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The comparison with the test system, against a second sandbox in its place. */
@ExtendWith(OutputCaptureExtension.class)
class OteRunTest {

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
    Contract.setUp(ote, new OteSettings(environment(Map.of())));
  }

  @Test
  void aSystemThatAnswersLikeTheSandboxHasNoDifference() {
    Report report = run(Map.of());

    assertThat(report.rows()).allMatch(row -> row.verdict() == Verdict.SAME, "is the same");
    assertThat(report.text()).endsWith("\n" + report.rows().size() + " cases, 0 differences\n");
  }

  @Test
  void namesEverythingThatIsReadTheOtherWay() {
    ote.control("POST", "/sandbox/profile", "{\"name\": \"B\"}");

    Report report = run(Map.of());

    assertThat(report.of(Verdict.DIFFERENT))
        .allMatch(Row::likeProfileB, "is like profile B")
        .extracting(Row::name)
        .containsExactly(
            "CheckDomain: a premium name",
            "CheckDomains: a top-level domain that does not exist beside a free name",
            "CheckDomainRegistration: an unknown handle",
            "CheckDomainRegistration: an additional field and an unknown handle",
            "CheckDomainRegistration: an additional field is missing",
            "CheckDomainRegistration: a taken name",
            "CheckDomainRegistration: a name of the account",
            "CheckDomainRegistration: a premium name",
            "CheckDomainRegistration: a claim nobody has accepted",
            "GetEnvironment: the renewal mode of the account",
            "StatusTMDBClaim: an unknown key",
            "CheckDomainTransfer: a name nobody has",
            "QueryDomainOptions: the rules of a zone");
    assertThat(report.text())
        .contains(
            "## StatusTMDBClaim: an unknown key\n\n"
                + "- code: OT&E «545 Object not found (refused)», sandbox «505 Invalid attribute"
                + " value syntax; CLAIMKEY (refused)»\n"
                + "- profile B of the sandbox answers as OT&E does\n"
                + "- touches inferred: StatusTMDBClaim of an unknown key is 505; profile B: 545"
                + " (`StatusTmdbClaimHandler`)\n")
        .containsPattern("\\n[0-9]+ cases, 13 differences\\n$");
  }

  @Test
  void namesAnAccountThatIsNotAsTheSettingsSay() {
    ote.control(
        "POST", "/sandbox/registry", "{\"domain\": \"own.com\", \"owner\": \"OTHER_ACCOUNT\"}");
    ote.control("POST", "/sandbox/registry", "{\"domain\": \"claimed.com\", \"owner\": \"FREE\"}");

    Report report = run(Map.of());

    assertThat(report.of(Verdict.DIFFERENT))
        .extracting(Row::name, Row::likeProfileB)
        .containsExactly(
            tuple("CheckDomain: claims on a name with one", false),
            tuple("StatusDomain: a name of the account", false),
            tuple("QueryDomainList: the first names of the account", false),
            tuple("CheckDomainTransfer: a name of the account", false),
            tuple("StatusDomain: the auth code of a name of the account", false),
            tuple("CheckDomainTrade: an unknown handle", false));
    assertThat(report.of(Verdict.LEFT_OUT))
        .extracting(Row::why)
        .contains(
            "OT&E states no OWNERCONTACT in StatusDomain",
            "OT&E states no CLAIMKEY in CheckDomain");
    assertThat(report.text())
        .contains("- code: OT&E «531 Authorization failed (refused)», sandbox «200 ")
        .contains("- profile B of the sandbox differs as well\n");
  }

  @Test
  void leavesOutWhatNeedsANameThatIsNotSet() {
    Report report =
        run(
            Map.of(
                OteSettings.OWN_NAME, "",
                OteSettings.PREMIUM_NAME, "",
                OteSettings.CLAIMED_NAME, ""));

    assertThat(report.of(Verdict.SAME)).hasSizeGreaterThan(15);
    assertThat(report.of(Verdict.DIFFERENT)).isEmpty();
    assertThat(report.text())
        .contains("- StatusDomain: a name of the account (DOMAINFLOW_OTE_OWN_NAME is not set)\n")
        .contains("- CheckDomain: a premium name (DOMAINFLOW_OTE_PREMIUM_NAME is not set)\n")
        .endsWith("\n" + report.of(Verdict.SAME).size() + " cases, 0 differences\n");
  }

  @Test
  void changesNothingAtTheTestSystem() {
    String before = ote.get("/sandbox/accounts");

    run(Map.of());

    assertThat(ote.get("/sandbox/requests"))
        .contains("\"mutation\":false")
        .doesNotContain("\"mutation\":true");
    assertThat(ote.get("/sandbox/ledger")).isEqualTo("[]");
    assertThat(ote.get("/sandbox/accounts")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          CheckDomain             | a taken name                           | -    | -
          CheckDomains            | a premium name                         | -    | -
          CheckDomainRegistration | nothing against it                     | -    | -
          StatusTMDBClaim         | the notice of a name with a claim      | -    | -
          StatusContact           | the owner of a name of the account     | none | MIDDLENAME, TITLE
          StatusUser              | without asking for relations           | none | RELATIONTYPE, RELATIONVALUE
          """)
  void theRegistrarsOwnSamplesMatchTheSandboxExceptForTheirProperties(
      String command, String title, String onlyInSample, String onlyInSandbox) throws IOException {
    assertThat(differences(find(command, title)))
        .isEqualTo(
            onlyInSample == null
                ? List.of()
                : List.of(
                    new Difference(
                        "properties only one of them states", onlyInSample, onlyInSandbox)));
  }

  @Test
  void theRegistrarsOwnSampleOfANameMatchesTheSandboxExceptForItsProperties() throws IOException {
    assertThat(differences(find("StatusDomain", "a name of the account")))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.ote()).contains("NAMESERVER, X-REGISTRANT-VERIFICATION-EMAIL");
              assertThat(difference.sandbox())
                  .isEqualTo("RENEWALDATE, RENEWALPERIOD, TRANSFERMODE");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"AddDomain", "addDomain", "DeleteContact", "SetDomainRenewalMode"})
  void neverSendsACommandThatMayChangeSomething(String command) {
    ConsentSide side = side(ote);

    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> side.ask(new Cases.Raw(command, Map.of("DOMAIN", "own.com"))))
        .withMessageContaining(command + " may change something")
        .withMessageContaining("no money was spent");
    assertThat(ote.get("/sandbox/requests")).isEqualTo("[]");
  }

  @Test
  void everyQuestionOfTheClientIsAsked() {
    List<String> questions =
        new ClassFileImporter()
                .importPackages("io.domainflow.registrar.command", "io.domainflow.ispapi.command")
                .stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Query.class))
                .map(JavaClass::getSimpleName)
                .toList();

    ConsentSide side = side(ote);
    assertThat(questions).isNotEmpty();
    assertThat(Cases.of(new OteSettings(environment(Map.of()))))
        .extracting(asked -> asked.question().apply(side).getClass().getSimpleName())
        .containsAll(questions);
  }

  @Test
  void everyCaseTouchesMarksThatExist() {
    assertThat(Cases.of(new OteSettings(environment(Map.of()))))
        .flatExtracting(Case::marks)
        .isNotEmpty()
        .allSatisfy(mark -> assertThat(Behaviours.words(mark)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {OteSettings.LOGIN, OteSettings.PASSWORD})
  void saysWhichCredentialsAreMissing(String missing) {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(Map.of(missing, "")))
        .withMessage(
            "Set the environment variables DOMAINFLOW_OTE_LOGIN and DOMAINFLOW_OTE_PASSWORD to a"
                + " login of the registrar's test system (OT&E). Nothing was sent.");
  }

  @Test
  void saysThatTheCredentialsAreWrong(CapturedOutput output) {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(Map.of(OteSettings.PASSWORD, "canary")))
        .withMessage(
            "OT&E does not accept the login («530 Authentication failed»). Check"
                + " DOMAINFLOW_OTE_LOGIN and DOMAINFLOW_OTE_PASSWORD; nothing was compared.");
    assertThat(output.getAll()).doesNotContain("canary");
  }

  @Test
  void saysThatTheTestSystemCannotBeReached() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(
            () -> run(Map.of("domainflow.ispapi.ote-url", "http://localhost:1/api/call.cgi")))
        .withMessage(
            "OT&E (http://localhost:1/api/call.cgi) cannot be asked: connection refused. Only"
                + " questions are sent, so nothing was changed or charged.");
  }

  @Test
  void saysThatThereIsNoSuchTestSystem() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(Map.of(OteSettings.SYSTEM, "OTHER")))
        .withMessage("DOMAINFLOW_OTE_SYSTEM must be HEXONET or CNR. Nothing was sent.");
  }

  @Test
  void sendsNoPasswordWithoutEncryption() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(Map.of("domainflow.ispapi.ote-url", "http://ote.example/call.cgi")))
        .withMessage(
            "domainflow.ispapi.ote-url must be an https address, because passwords are sent to it");
  }

  @Test
  void refusesASettingThatIsNotAName() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> run(Map.of(OteSettings.OWN_NAME, "localhost")))
        .withMessageStartingWith(
            "DOMAINFLOW_OTE_OWN_NAME must have a label and a top-level domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HALF_BODY", "CODE_425", "HTTP_500"})
  void aQuestionWithoutAnAnswerFailsTheRunButNotTheOtherQuestions(String fault) {
    fault("StatusUser", fault, "");

    Report report = run(Map.of());

    assertThat(report.of(Verdict.UNANSWERED))
        .extracting(Row::name)
        .containsExactly("StatusUser: prices of the account");
    assertThat(report.of(Verdict.SAME)).hasSize(report.rows().size() - 1);
    assertThat(report.text())
        .contains("## No answer\n\n- StatusUser: prices of the account (OT&E ");
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(report::requireAnswers)
        .withMessageStartingWith("Cases without an answer: 1.");
  }

  @Test
  void aDifferenceDoesNotFailTheOrder() {
    fault("StatusUser", "CODE_549", "");

    Report report = run(Map.of());

    assertThat(report.of(Verdict.DIFFERENT)).hasSize(1);
    report.requireAnswers();
  }

  @Test
  void tellsNoSecret(CapturedOutput output) {
    fault("StatusUser", "CODE_549", "test.user test.passw0rd DOMAIN-AUTH=canary");

    Report report = run(Map.of());

    assertThat(report.text()).contains("«549 Command failed; *** *** DOMAIN-AUTH=*** (try later)»");
    assertThat(output.getAll()).doesNotContain("test.passw0rd", "canary");
  }

  // The samples of the registrar's pages are the only answers of a real system in this repository.
  private <R> List<Difference> differences(Case<R> asked) throws IOException {
    Answered<R> ours = asked.ask(side(ote));
    try (InputStream in =
        OteRunTest.class.getResourceAsStream(
            "/io/domainflow/ispapi/golden/" + asked.command() + "/documented.response")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Comparison.between(
          new Answered<>(ours.question(), ResponseParser.parse(text)), ours, asked.reading());
    }
  }

  private static Case<?> find(String command, String title) {
    return Cases.of(new OteSettings(environment(Map.of()))).stream()
        .filter(asked -> asked.name().equals(command + ": " + title))
        .findFirst()
        .orElseThrow();
  }

  private static ConsentSide side(SandboxServer server) {
    return new ConsentSide(
        "OT&E",
        OteSystem.HEXONET,
        new LineProtocolClient(
            LineProtocolHttp.create(Duration.ofSeconds(5)), Duration.ofSeconds(20)),
        server.uri("/sandbox/api/call.cgi"),
        new Credentials("test.user", "test.passw0rd"));
  }

  private static void fault(String command, String fault, String description) {
    ote.control(
        "POST",
        "/sandbox/faults",
        ("{\"command\": \"%s\", \"fault\": \"%s\", \"times\": 1, \"domain\": \"*\","
                + " \"description\": \"%s\"}")
            .formatted(command, fault, description));
  }

  private Report run(Map<String, Object> settings) {
    return Contract.compare(new OteSettings(environment(settings)), sandbox);
  }

  private static StandardEnvironment environment(Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(
            Map.of(
                OteSettings.LOGIN,
                "test.user",
                OteSettings.PASSWORD,
                "test.passw0rd",
                OteSettings.OWN_NAME,
                "own.com",
                OteSettings.PREMIUM_NAME,
                "premium.com",
                OteSettings.CLAIMED_NAME,
                "claimed.com",
                "domainflow.ispapi.ote-url",
                ote.uri("/sandbox/api/call.cgi").toString()));
    all.putAll(settings);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", all));
    return environment;
  }
}
