package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddDomainTest {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void registry(String json) {
    assertThat(sandbox.control("POST", "/sandbox/registry", json).statusCode()).isEqualTo(200);
  }

  private static LocalDateTime date(ParsedAnswer answer, String property) {
    return LocalDateTime.parse(answer.first(property), DATE);
  }

  @Test
  void registersANameAndChargesTheAccount() {
    ParsedAnswer added =
        sandbox.call(
            "AddDomain",
            RawRequest.registration(
                "new.com",
                "PERIOD=2Y",
                "RENEWALMODE=AUTOEXPIRE",
                "TRANSFERLOCK=1",
                "NAMESERVER0=ns1.example.net",
                "NAMESERVER1=ns2.example.net"));
    ParsedAnswer status = sandbox.call("StatusDomain", "DOMAIN=new.com");

    assertThat(added.says()).isEqualTo("200 Command completed successfully");
    assertThat(added.first("STATUS")).isEqualTo("ACTIVE");
    assertThat(added.pending()).isFalse();
    assertThat(status.first("RENEWALMODE")).isEqualTo("AUTOEXPIRE");
    assertThat(status.first("TRANSFERLOCK")).isEqualTo("1");
    assertThat(status.all("STATUS")).containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(status.all("NAMESERVER")).containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(status.first("OWNERCONTACT")).isEqualTo("P-TUE1378025");
    assertThat(date(status, "REGISTRATIONEXPIRATIONDATE"))
        .isEqualTo(date(status, "CREATEDDATE").plusYears(2));
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("999976.00");
    assertThat(sandbox.get("/sandbox/ledger?domain=new.com"))
        .contains("\"seq\":1", "\"command\":\"AddDomain\"", "\"code\":200")
        .contains("\"charged\":\"24.00\"", "\"PERIOD\":\"2Y\"");
  }

  @Test
  void theRegistrantOfACanadianNameHasAMailWithTheAgreement() {
    ParsedAnswer added =
        sandbox.call(
            "AddDomain",
            RawRequest.registration("new.ca", "X-CA-LEGALTYPE=CCT", "X-CA-LANGUAGE=EN"));

    assertThat(added.says()).isEqualTo("200 Command completed successfully");
    assertThat(sandbox.get("/sandbox/mailbox"))
        .contains("\"kind\":\"AGREEMENT\"", "\"domain\":\"new.ca\"", "/confirm")
        .doesNotContain("/refuse");
  }

  @Test
  void datesFollowFromTheExpiryAsDocumented() {
    ParsedAnswer added = sandbox.call("AddDomain", RawRequest.registration("dates.com"));
    LocalDateTime expiry = date(added, "REGISTRATIONEXPIRATIONDATE");

    assertThat(date(added, "ACCOUNTINGDATE")).isEqualTo(expiry.minusDays(5));
    assertThat(date(added, "FINALIZATIONDATE")).isEqualTo(expiry.plusDays(1));
    assertThat(date(added, "FAILUREDATE")).isEqualTo(expiry.plusDays(44));
    assertThat(date(added, "PAIDUNTILDATE")).isEqualTo(expiry);
  }

  @Test
  void createsContactsFromTheirDataAndHidesThemInTheLedger() {
    String[] lines = {"DOMAIN=inline.com", "AUTH=top-secret"};
    for (String slot :
        List.of("OWNERCONTACT0", "ADMINCONTACT0", "TECHCONTACT0", "BILLINGCONTACT0")) {
      lines = RawRequest.join(lines, RawRequest.contact(slot, "Example Ltd"));
    }

    assertThat(sandbox.call("AddDomain", lines).code()).isEqualTo(200);

    ParsedAnswer status = sandbox.call("StatusDomain", "DOMAIN=inline.com");
    String handle = status.first("OWNERCONTACT");
    ParsedAnswer contact = sandbox.call("StatusContact", "CONTACT=" + handle);
    assertThat(status.first("BILLINGCONTACT")).isEqualTo(handle);
    assertThat(contact.first("ORGANIZATION")).isEqualTo("Example Ltd");
    assertThat(contact.all("STREET")).containsExactly("Main Street 1", "Back Yard");
    assertThat(sandbox.get("/sandbox/ledger"))
        .doesNotContain("ada@example.net", "Main Street", "top-secret")
        .contains("\"OWNERCONTACT0EMAIL\":\"***\"", "\"AUTH\":\"***\"");
  }

  @ParameterizedTest
  @CsvSource({
    "ADMINCONTACT0=, ADMINCONTACT0=P-TUE1378025, '200 Command completed successfully'",
    "OWNERCONTACT0=, ADMINCONTACT0=P-TUE1378025, '504 Missing required attribute; OWNERCONTACT0'",
    "OWNERCONTACT0=P-NOBODY1, ADMINCONTACT0=P-TUE1378025, '545 Object not found; OWNERCONTACT0'",
    "OWNERCONTACT0CITY=Berlin, ADMINCONTACT0=P-TUE1378025,"
        + " '504 Missing required attribute; OWNERCONTACT0FIRSTNAME'",
    "OWNERCONTACT0COUNTRY=XX, ADMINCONTACT0=P-TUE1378025,"
        + " '505 Invalid attribute value syntax; OWNERCONTACT0COUNTRY'"
  })
  void looksAtTheContacts(String owner, String admin, String says) {
    String other = owner.startsWith("ADMIN") ? "OWNERCONTACT0=P-TUE1378025" : admin;

    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    "DOMAIN=contacts.com",
                    owner,
                    other,
                    "TECHCONTACT0=P-TUE1378025",
                    "BILLINGCONTACT0=P-TUE1378025")
                .says())
        .isEqualTo(says);
  }

  @Test
  void needsAllFourContacts() {
    assertThat(sandbox.call("AddDomain", "DOMAIN=a.com", "OWNERCONTACT0=P-TUE1378025").says())
        .isEqualTo("504 Missing required attribute; ADMINCONTACT0");
  }

  @ParameterizedTest
  @CsvSource({
    "a.ca, X-CA-LANGUAGE=EN, '504 Missing required attribute; X-CA-LEGALTYPE'",
    "a.ca, X-CA-LEGALTYPE=NOBODY, '541 Invalid attribute value; X-CA-LEGALTYPE'",
    "a.ca, X-CA-LEGALTYPE=CCT, '504 Missing required attribute; X-CA-LANGUAGE'",
    "a.us, X-US-NEXUS-CATEGORY=C11, '504 Missing required attribute; X-US-NEXUS-APPPURPOSE'",
    "a.com, X-CA-LEGALTYPE=CCT, '503 Invalid attribute name; X-CA-LEGALTYPE'",
    "a.com, X-NO-SUCH-FIELD=1, '503 Invalid attribute name; X-NO-SUCH-FIELD'",
    "a.com, PERIOD=11Y, '541 Invalid attribute value; PERIOD'",
    "a.com, PERIOD=1M, '541 Invalid attribute value; PERIOD'",
    "a.com, PERIOD=one, '505 Invalid attribute value syntax; PERIOD'",
    "a.com, RENEWALMODE=RENEWONCE, '541 Invalid attribute value; RENEWALMODE'",
    "a.com, TRANSFERLOCK=yes, '541 Invalid attribute value; TRANSFERLOCK'",
    "a.com, NAMESERVER1=NS1.Unknown.Example, '541 Invalid attribute value; NAMESERVER1 is not known"
        + " to the registry'",
    "a.com, NAMESERVER0=not a host, '505 Invalid attribute value syntax; NAMESERVER0'",
    "a.com, ORDER=CREATE, '549 Command failed; ORDER is not offered by the sandbox'"
  })
  void refusesWhatTheZoneDoesNotTake(String domain, String line, String says) {
    assertThat(sandbox.call("AddDomain", RawRequest.registration(domain, line)).says())
        .isEqualTo(says);
    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo("[]");
  }

  @Test
  void asksForTheForeignersCountryOnlyInTheNexusCategoriesThatNeedIt() {
    String[] lines =
        RawRequest.registration("a.us", "X-US-NEXUS-APPPURPOSE=P1", "X-US-NEXUS-CATEGORY=C31");

    assertThat(sandbox.call("AddDomain", lines).says())
        .isEqualTo("504 Missing required attribute; X-US-NEXUS-VALIDATOR");
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    RawRequest.registration(
                        "a.us", "X-US-NEXUS-APPPURPOSE=P1", "X-US-NEXUS-CATEGORY=C11"))
                .code())
        .isEqualTo(200);
  }

  @Test
  void asksAFrenchOrganizationForOneOfItsNumbers() {
    String[] rest = {
      "DOMAIN=a.fr",
      "ADMINCONTACT0=P-TUE1378025",
      "TECHCONTACT0=P-TUE1378025",
      "BILLINGCONTACT0=P-TUE1378025"
    };
    String[] organization =
        RawRequest.join(rest, RawRequest.contact("OWNERCONTACT0", "Exemple SA"));

    assertThat(sandbox.call("AddDomain", organization).says())
        .isEqualTo("504 Missing required attribute; X-FR-REGISTRANT-LEGAL-ID");
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    RawRequest.join(organization, new String[] {"X-FR-REGISTRANT-JO-NUMBER=7"}))
                .says())
        .isEqualTo("504 Missing required attribute; X-FR-REGISTRANT-JO-DATE-DECLARATION");
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    RawRequest.join(
                        organization, new String[] {"X-FR-REGISTRANT-LEGAL-ID=123456789"}))
                .code())
        .isEqualTo(200);
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    RawRequest.join(
                        new String[] {"DOMAIN=b.fr"},
                        RawRequest.join(
                            Arrays.copyOfRange(rest, 1, rest.length),
                            RawRequest.contact("OWNERCONTACT0", ""))))
                .code())
        .as("an individual needs none")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 540 Attribute value is not unique",
    "B, 554 Object already registered",
  })
  void refusesANameThatIsTaken(String profile, String words) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");
    sandbox.call("AddDomain", RawRequest.registration("mine.com"));
    registry("{\"domain\":\"elsewhere.com\",\"owner\":\"OTHER_REGISTRAR\"}");
    registry("{\"domain\":\"theirs.com\",\"owner\":\"OTHER_ACCOUNT\"}");

    for (String taken : List.of("mine.com", "elsewhere.com", "theirs.com")) {
      assertThat(sandbox.call("AddDomain", RawRequest.registration(taken)).says()).isEqualTo(words);
    }
    assertThat(sandbox.call("StatusDomain", "DOMAIN=elsewhere.com").code()).isEqualTo(545);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=theirs.com").code()).isEqualTo(531);
    assertThat(
            sandbox
                .callAs("test.user2", "test.passw0rd2", "StatusDomain", "DOMAIN=mine.com")
                .says())
        .isEqualTo("531 Authorization failed");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=nobody.com").says())
        .isEqualTo("545 Object not found");
  }

  @Test
  void refusesAPremiumName() {
    registry(
        "{\"domain\":\"dear.com\",\"owner\":\"FREE\",\"class\":\"PREMIUM_COM_A\",\"price\":900}");

    assertThat(sandbox.call("AddDomain", RawRequest.registration("dear.com")).says())
        .isEqualTo("504 Missing required attribute; CLASS=PREMIUM_COM_A");
  }

  @Test
  void refusesAClaimedNameWithoutTheAcceptedNotice() {
    registry("{\"domain\":\"brand.shop\",\"owner\":\"FREE\",\"claims\":true}");
    String key = sandbox.call("CheckDomain", "DOMAIN=brand.shop", "PHASE=claims").first("CLAIMKEY");

    assertThat(sandbox.call("AddDomain", RawRequest.registration("brand.shop")).says())
        .isEqualTo("504 Missing required attribute; CLAIMKEY");
    assertThat(
            sandbox
                .call("AddDomain", RawRequest.registration("brand.shop", "CLAIMKEY=" + key))
                .says())
        .isEqualTo("504 Missing required attribute; NOTICE-POA-ACCEPT-HASH");
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    RawRequest.registration(
                        "brand.shop", "CLAIMKEY=" + key, "NOTICE-POA-ACCEPT-HASH=made-up"))
                .says())
        .isEqualTo("541 Invalid attribute value; NOTICE-POA-ACCEPT-HASH");
  }

  @Test
  void refusesWhatTheAccountCannotPay() {
    sandbox.control(
        "POST",
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"balance\":\"5.00\",\"creditLimit\":\"10.00\"}");

    assertThat(sandbox.call("AddDomain", RawRequest.registration("one.com")).code()).isEqualTo(200);
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("-7.00");
    assertThat(sandbox.call("AddDomain", RawRequest.registration("two.com")).says())
        .isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=two.com").code()).isEqualTo(545);
  }

  @Test
  void usesTheAccountsRenewalModeWhenNoneIsGiven() {
    sandbox.control(
        "POST", "/sandbox/accounts", "{\"login\":\"test.user\",\"renewalMode\":\"AUTODELETE\"}");
    sandbox.call("AddDomain", RawRequest.registration("mode.com"));

    assertThat(sandbox.call("StatusDomain", "DOMAIN=mode.com").first("RENEWALMODE"))
        .isEqualTo("AUTODELETE");
  }

  @Test
  void profileBReadsTheRefusalsTheOtherWay() {
    registry("{\"domain\":\"dear.com\",\"owner\":\"FREE\",\"class\":\"PREMIUM_COM_A\"}");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");

    assertThat(sandbox.call("AddDomain", RawRequest.registration("dear.com")).code())
        .isEqualTo(541);
    assertThat(
            sandbox
                .call(
                    "AddDomain",
                    "DOMAIN=b.com",
                    "OWNERCONTACT0=P-NOBODY1",
                    "ADMINCONTACT0=",
                    "TECHCONTACT0=",
                    "BILLINGCONTACT0=")
                .says())
        .isEqualTo("541 Invalid attribute value; OWNERCONTACT0");
  }

  @Test
  void registersANameOnceHoweverManyAskAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(50);
    try {
      Callable<Integer> attempt =
          () -> sandbox.call("AddDomain", RawRequest.registration("race.com")).code();
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> answer : pool.invokeAll(Collections.nCopies(50, attempt))) {
        codes.add(answer.get());
      }

      assertThat(codes).hasSize(50).containsOnlyOnce(200);
      assertThat(codes).filteredOn(code -> code == 540).hasSize(49);
    } finally {
      pool.shutdown();
    }
    assertThat(sandbox.get("/sandbox/ledger?domain=race.com").split("\"seq\"", -1)).hasSize(2);
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("999988.00");
  }
}
