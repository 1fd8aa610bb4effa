package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PremiumApplicationTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void registry(String json) {
    assertThat(sandbox.control("POST", "/sandbox/registry", json).statusCode()).isEqualTo(200);
  }

  private void premium(String domain, String price, String next) {
    registry(
        """
        {"domain":"%s","owner":"FREE","class":"PREMIUM_A","price":"%s","next":[%s]}
        """
            .formatted(domain, price, next));
  }

  private static String decided(String after, String outcome) {
    return """
    {"command":"AddDomainApplication","after":"%s","outcome":"%s","reason":"reserved"}"""
        .formatted(after, outcome);
  }

  private void profileB() {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
  }

  private void advance(String by) {
    assertThat(
            sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}").statusCode())
        .isEqualTo(200);
  }

  private ParsedAnswer apply(String domain, String... further) {
    return sandbox.call(
        "AddDomainApplication",
        RawRequest.registration(domain, RawRequest.join(new String[] {"PERIOD=1Y"}, further)));
  }

  private ParsedAnswer application(ParsedAnswer applied) {
    return sandbox.call("StatusDomainApplication", "APPLICATION=" + applied.first("APPLICATION"));
  }

  private String balance() {
    return sandbox.call("StatusAccount").first("AMOUNT");
  }

  @Test
  void isGrantedAtTheNextLookAndChargedOnce() {
    premium("dear.com", "900.00", "");

    ParsedAnswer applied =
        apply(
            "dear.com",
            "CLASS=PREMIUM_A",
            "PRICE=900.00",
            "CURRENCY=EUR",
            "TRANSFERLOCK=1",
            "NAMESERVER0=ns1.example.net",
            "NAMESERVER1=ns2.example.net");

    assertThat(applied.says()).isEqualTo("200 Command completed successfully");
    assertThat(applied.first("STATUS")).isEqualTo("REQUESTED");
    assertThat(applied.first("PERIOD")).isEqualTo("1");
    assertThat(application(applied).first("STATUS")).isEqualTo("ACTIVE");
    ParsedAnswer name = sandbox.call("StatusDomain", "DOMAIN=dear.com");
    assertThat(name.all("STATUS")).containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(name.first("SUBCLASS")).isEqualTo("PREMIUM_A");
    assertThat(name.first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(name.first("RENEWALMODE")).isEqualTo("AUTORENEW");
    assertThat(name.all("NAMESERVER")).containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(balance()).isEqualTo("999100.00");
    assertThat(sandbox.get("/sandbox/ledger?domain=dear.com"))
        .contains("\"command\":\"AddDomainApplication\"", "\"charged\":\"900.00\"")
        .contains("\"currency\":\"EUR\"", "\"CLASS\":\"PREMIUM_A\"")
        .doesNotContain("\"seq\":2");
  }

  @Test
  void usesTheAccountsRenewalModeAsItHasNoneOfItsOwn() {
    premium("dear.com", "900.00", "");
    sandbox.control(
        "POST", "/sandbox/accounts", "{\"login\":\"test.user\",\"renewalMode\":\"AUTODELETE\"}");

    assertThat(apply("dear.com", "CLASS=PREMIUM_A", "RENEWALMODE=AUTOEXPIRE").says())
        .isEqualTo("503 Invalid attribute name; RENEWALMODE");
    apply("dear.com", "CLASS=PREMIUM_A");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=dear.com").first("RENEWALMODE"))
        .isEqualTo("AUTODELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "A, dear.com, CLASS=, '504 Missing required attribute; CLASS'",
    "A, dear.com, CLASS=PREMIUM_B, '504 Missing required attribute; CLASS=PREMIUM_A'",
    "B, dear.com, CLASS=PREMIUM_B, '541 Invalid attribute value; CLASS=PREMIUM_A'",
    "A, plain.com, CLASS=PREMIUM_A, '541 Invalid attribute value; CLASS'",
    "A, dear.com, CLASS=PREMIUM_A;PRICE=899.99, '541 Invalid attribute value; PRICE'",
    "A, dear.com, CLASS=PREMIUM_A;PRICE=900;CURRENCY=USD, '541 Invalid attribute value; CURRENCY'",
    "A, dear.com, CLASS=PREMIUM_A;PRICE=cheap, '505 Invalid attribute value syntax; PRICE'",
    "A, dear.com, CLASS=PREMIUM_A;PRICE=900, '200 Command completed successfully'",
    "B, dear.com, CLASS=PREMIUM_A;PRICE=1;CURRENCY=USD, '200 Command completed successfully'",
    "A, dear.com, CLASS=PREMIUM_A;CLAIMKEY=x, '503 Invalid attribute name; CLAIMKEY'",
    "A, dear.com, CLASS=PREMIUM_A;EOI=1, '549 Command failed; EOI is not offered by the sandbox'",
    "A, dear.com, CLASS=PREMIUM_A;X-ACCEPT-SSL-REQUIREMENT=1, '200 Command completed successfully'",
    "B, dear.com, CLASS=PREMIUM_A;X-ACCEPT-SSL-REQUIREMENT=1,"
        + " '503 Invalid attribute name; X-ACCEPT-SSL-REQUIREMENT'",
    "A, dear.com, CLASS=PREMIUM_A;NAMESERVER0=ns1.unknown.example,"
        + " '541 Invalid attribute value; NAMESERVER0 is not known to the registry'"
  })
  void looksAtClassAndPrice(String profile, String domain, String lines, String says) {
    premium("dear.com", "900.00", "");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(apply(domain, lines.split(";")).says()).isEqualTo(says);

    assertThat(balance()).isEqualTo(says.startsWith("200") ? "999100.00" : "1000000.00");
  }

  @Test
  void needsPeriodAndTechnicalContactUnlessProfileBFollowsTheExample() {
    premium("dear.com", "900.00", "");
    String[] example = {"DOMAIN=dear.com", "CLASS=PREMIUM_A", "OWNERCONTACT0=P-TUE1378025"};

    assertThat(sandbox.call("AddDomainApplication", example).says())
        .isEqualTo("504 Missing required attribute; PERIOD");
    assertThat(
            sandbox
                .call("AddDomainApplication", RawRequest.join(example, new String[] {"PERIOD=1Y"}))
                .says())
        .isEqualTo("504 Missing required attribute; TECHCONTACT0");
    profileB();
    assertThat(sandbox.call("AddDomainApplication", example).code()).isEqualTo(200);
  }

  @Test
  void needsTheZonesFieldsUnlessProfileBTakesNone() {
    premium("dear.ca", "900.00", "");

    assertThat(apply("dear.ca", "CLASS=PREMIUM_A").says())
        .isEqualTo("504 Missing required attribute; X-CA-LEGALTYPE");
    profileB();
    assertThat(apply("dear.ca", "CLASS=PREMIUM_A").code()).isEqualTo(200);
  }

  @Test
  void waitsForTheRegistryAndBecomesAName() {
    premium("slow.com", "900.00", decided("P2D", "SUCCESSFUL"));
    ParsedAnswer applied = apply("slow.com", "CLASS=PREMIUM_A");

    assertThat(application(applied).first("STATUS")).isEqualTo("REQUESTED");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").code()).isEqualTo(545);
    advance("P2D");
    assertThat(application(applied).first("STATUS")).isEqualTo("ACTIVE");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("SUBCLASS"))
        .isEqualTo("PREMIUM_A");
    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTSUBCLASS"))
        .containsExactly("CREATE_SUCCESSFUL");
    assertThat(
            sandbox
                .call("QueryObjectLogList", "OBJECTCLASS=DOMAIN", "OBJECTID=slow.com")
                .all("OPERATIONSTATUS"))
        .containsExactly("SUCCESSFUL", "PENDING");
  }

  @Test
  void givesTheMoneyBackWhenTheRegistryRefuses() {
    premium("doomed.com", "900.00", decided("P2D", "FAILED"));
    ParsedAnswer applied = apply("doomed.com", "CLASS=PREMIUM_A");
    assertThat(balance()).isEqualTo("999100.00");

    advance("P2D");

    assertThat(application(applied).first("STATUS")).isEqualTo("FAILED");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=doomed.com").code()).isEqualTo(545);
    assertThat(balance()).isEqualTo("1000000.00");
    assertThat(sandbox.get("/sandbox/ledger?domain=doomed.com")).contains("\"-900.00\"");
    ParsedAnswer log = sandbox.call("QueryObjectLogList", "OBJECTID=doomed.com");
    assertThat(
            sandbox
                .call("StatusObjectLog", "LOGINDEX=" + log.first("LOGINDEX"))
                .all("OPERATIONINFO"))
        .contains("DESCRIPTION=Command failed; reserved");
    assertThat(sandbox.call("QueryEventList", "WIDE=1").all("EVENTSUBCLASS"))
        .containsExactly("CREATE_FAILED");
  }

  @Test
  void profileBShowsThePendingNameAndForgetsAFailedApplication() {
    profileB();
    premium("doomed.com", "900.00", decided("P2D", "FAILED"));
    ParsedAnswer applied = apply("doomed.com", "CLASS=PREMIUM_A");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=doomed.com").first("STATUS"))
        .isEqualTo("REQUESTEDCREATE");

    advance("P2D");

    assertThat(application(applied).code()).isEqualTo(545);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=doomed.com").code()).isEqualTo(545);
    assertThat(sandbox.call("QueryDomainApplicationList").first("TOTAL")).isEqualTo("0");
    assertThat(balance()).isEqualTo("1000000.00");
  }

  @Test
  void profileBActivatesThePendingName() {
    profileB();
    premium("slow.com", "900.00", decided("P2D", "SUCCESSFUL"));
    apply("slow.com", "CLASS=PREMIUM_A");

    advance("P2D");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=slow.com").first("STATUS")).isEqualTo("ACTIVE");
  }

  @Test
  void chargesASecondApplicationForTheSameName() {
    premium("dear.com", "900.00", decided("P2D", "SUCCESSFUL"));
    ParsedAnswer first = apply("dear.com", "CLASS=PREMIUM_A");
    ParsedAnswer second = apply("dear.com", "CLASS=PREMIUM_A");

    assertThat(second.code()).isEqualTo(200);
    assertThat(second.first("APPLICATION")).isNotEqualTo(first.first("APPLICATION"));
    assertThat(balance()).isEqualTo("998200.00");
    assertThat(application(second).first("STATUS")).isEqualTo("ACTIVE");
    advance("P2D");
    assertThat(application(first).first("STATUS")).isEqualTo("FAILED");
    assertThat(balance()).isEqualTo("999100.00");
  }

  @Test
  void hasNoGuardOnceTheNameIsRegisteredEither() {
    premium("dear.com", "900.00", "");
    apply("dear.com", "CLASS=PREMIUM_A");

    ParsedAnswer second = apply("dear.com", "CLASS=PREMIUM_A");

    assertThat(second.code()).isEqualTo(200);
    assertThat(application(second).first("STATUS")).isEqualTo("FAILED");
    assertThat(sandbox.get("/sandbox/ledger?domain=dear.com").split("\"900.00\"", -1)).hasSize(3);
    profileB();
    assertThat(apply("dear.com", "CLASS=PREMIUM_A").says())
        .isEqualTo("540 Attribute value is not unique; DOMAIN is already assigned to your account");
  }

  @Test
  void refusesATakenName() {
    premium("dear.com", "900.00", "");
    registry("{\"domain\":\"dear.com\",\"owner\":\"OTHER_REGISTRAR\",\"class\":\"PREMIUM_A\"}");

    assertThat(apply("dear.com", "CLASS=PREMIUM_A").says())
        .isEqualTo("540 Attribute value is not unique");
  }

  @Test
  void failsWhenSomebodyElseGetsTheNameMeanwhile() {
    premium("dear.com", "900.00", decided("P2D", "SUCCESSFUL"));
    ParsedAnswer applied = apply("dear.com", "CLASS=PREMIUM_A");
    registry("{\"domain\":\"dear.com\",\"owner\":\"OTHER_REGISTRAR\"}");

    advance("P2D");

    assertThat(application(applied).first("STATUS")).isEqualTo("FAILED");
    assertThat(balance()).isEqualTo("1000000.00");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=dear.com").code()).isEqualTo(545);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'{\"command\":\"AddDomainApplication\",\"after\":\"P2D\",\"outcome\":\"FAILED\"}'"
  })
  void hasItsNewPriceAtOnce(String next) {
    premium("dear.com", "900.00", next);
    premium("dear.com", "950.00", next);

    assertThat(sandbox.call("CheckDomains", "DOMAIN0=dear.com", "PREMIUMCHANNELS=*").first("PRICE"))
        .isEqualTo("950.00");
    assertThat(apply("dear.com", "CLASS=PREMIUM_A", "PRICE=900.00", "CURRENCY=EUR").says())
        .isEqualTo("541 Invalid attribute value; PRICE");
    assertThat(apply("dear.com", "CLASS=PREMIUM_A", "PRICE=950.00", "CURRENCY=EUR").code())
        .isEqualTo(200);
  }

  @Test
  void keepsAnApplicationWhoseNameIsSetUpAgain() {
    premium("dear.com", "900.00", decided("P2D", "SUCCESSFUL"));
    ParsedAnswer applied = apply("dear.com", "CLASS=PREMIUM_A");
    premium("dear.com", "950.00", "");

    advance("P2D");

    assertThat(application(applied).first("STATUS")).isEqualTo("ACTIVE");
    assertThat(balance()).isEqualTo("999100.00");
  }

  @Test
  void readsAForeignPriceUnconvertedAndStatesItsCurrency() {
    registry(
        """
        {"domain":"dear.com","owner":"FREE","price":"500.00","currency":"USD",
         "next":[{"command":"AddDomainApplication","after":"P2D","outcome":"FAILED"}]}
        """);

    assertThat(apply("dear.com", "CLASS=PREMIUM_COM_A", "PRICE=500", "CURRENCY=USD").code())
        .isEqualTo(200);
    assertThat(balance()).isEqualTo("999500.00");
    advance("P2D");

    assertThat(balance()).isEqualTo("1000000.00");
    assertThat(sandbox.get("/sandbox/ledger").split("\"currency\":\"USD\"", -1)).hasSize(3);
  }

  @Test
  void refusesWhatTheAccountCannotPay() {
    premium("dear.com", "900.00", "");
    sandbox.control(
        "POST", "/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"899.99\"}");

    assertThat(apply("dear.com", "CLASS=PREMIUM_A").says()).isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("QueryDomainApplicationList").first("TOTAL")).isEqualTo("0");
  }

  @Test
  void listsTheApplicationsOfTheAccount() {
    for (String name : new String[] {"one.com", "two.com", "three.shop"}) {
      premium(name, "100.00", decided("P2D", "SUCCESSFUL"));
      apply(name, "CLASS=PREMIUM_A");
    }

    ParsedAnswer some =
        sandbox.call("QueryDomainApplicationList", "DOMAIN=*.com", "WIDE=1", "LIMIT=1", "FIRST=1");
    assertThat(some.first("TOTAL")).isEqualTo("2");
    assertThat(some.all("DOMAIN")).containsExactly("two.com");
    assertThat(some.all("STATUS")).containsExactly("REQUESTED");
    assertThat(some.all("OWNERCONTACT")).containsExactly("P-TUE1378025");
    assertThat(
            sandbox
                .call("QueryDomainApplicationList", "DOMAIN0=three.shop", "DOMAIN1=one.com")
                .all("DOMAIN"))
        .containsExactly("one.com", "three.shop");
    assertThat(sandbox.call("QueryDomainApplicationList", "ORDERBY=DOMAINDESC").all("DOMAIN"))
        .containsExactly("two.com", "three.shop", "one.com");
    assertThat(sandbox.call("QueryDomainApplicationList", "STATUS=ACTIVE").all("DOMAIN")).isEmpty();
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "QueryDomainApplicationList")
                .first("TOTAL"))
        .isEqualTo("0");
  }

  @Test
  void showsAnApplicationToItsOwnAccountOnly() {
    premium("dear.com", "900.00", "");
    String number = "APPLICATION=" + apply("dear.com", "CLASS=PREMIUM_A").first("APPLICATION");

    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusDomainApplication", number)
                .code())
        .isEqualTo(531);
    assertThat(sandbox.call("StatusDomainApplication", "APPLICATION=1").code()).isEqualTo(545);
    assertThat(sandbox.call("StatusDomainApplication", "APPLICATION=none").code()).isEqualTo(545);
  }

  @Test
  void isNeverAPlainRegistration() {
    premium("dear.com", "900.00", "");

    for (String command : new String[] {"AddDomain", "CheckDomainRegistration"}) {
      assertThat(sandbox.call(command, RawRequest.registration("dear.com")).says())
          .isEqualTo("504 Missing required attribute; CLASS=PREMIUM_A");
    }
    profileB();
    for (String command : new String[] {"AddDomain", "CheckDomainRegistration"}) {
      assertThat(sandbox.call(command, RawRequest.registration("dear.com")).says())
          .isEqualTo("541 Invalid attribute value; CLASS=PREMIUM_A");
    }
    assertThat(balance()).isEqualTo("1000000.00");
  }

  /** The example of the documentation, for a name that somebody else has. */
  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void takesABackorderWhichNothingDecides(String profile) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    registry("{\"domain\":\"hexonet-application.com\",\"owner\":\"OTHER_REGISTRAR\"}");

    ParsedAnswer applied =
        sandbox.call(
            "AddDomainApplication",
            "CLASS=backorder",
            "DOMAIN=hexonet-application.com",
            "NAMESERVER0=ns1.ispapi.net",
            "NAMESERVER1=ns2.ispapi.net",
            "NAMESERVER2=ns3.ispapi.net",
            "OWNERCONTACT0=P-TUE1378025");

    assertThat(applied.says()).isEqualTo("200 Command completed successfully");
    assertThat(applied.first("CLASS")).isEqualTo("COM_BACKORDER");
    assertThat(applied.first("SUBCLASS")).isEqualTo("COM_BACKORDER");
    assertThat(applied.first("PERIOD")).isEqualTo("1");
    assertThat(applied.first("STATUS")).isEqualTo("REQUESTED");
    advance("P400D");
    assertThat(application(applied).first("STATUS")).isEqualTo("REQUESTED");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=hexonet-application.com").code())
        .isEqualTo(545);
    assertThat(balance()).isEqualTo("1000000.00");
  }

  @Test
  void takesNoBackorderForANameOfTheAccount() {
    registry("{\"domain\":\"ours.com\",\"owner\":\"OURS\"}");

    assertThat(apply("ours.com", "CLASS=BACKORDER").code()).isEqualTo(540);
  }
}
