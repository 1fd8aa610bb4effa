package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainListTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    sandbox.control(
        "POST",
        "/sandbox/registry",
        """
        [{"domain":"old.com","age":"P900D","expires":"P200D","transferLock":true,
          "nameservers":["ns1.old.example"]},
         {"domain":"elsewhere.com","owner":"OTHER_REGISTRAR"},
         {"domain":"others.com","owner":"OTHER_ACCOUNT"}]
        """);
    sandbox.call(
        "AddDomain",
        RawRequest.registration(
            "new.net",
            "NAMESERVER0=ns1.example.net",
            "NAMESERVER1=ns2.example.net",
            "RENEWALMODE=AUTODELETE"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DOMAIN=*|new.net,old.com",
        "DOMAIN=o*|old.com",
        "DOMAINSUBCLASS=NET.|new.net",
        "NAMESERVER=ns2.*|new.net",
        "NAMESERVER0=ns1.example.net|new.net",
        "OWNERCONTACT=P-TUE1378025|new.net",
        "STATUS=ACTIVE|new.net,old.com",
        "STATUS=PENDING*|",
        "TRANSFERLOCK=1|old.com",
        "RENEWALMODE=DELETE|new.net",
        "REPOSITORY=COM-OTE-1API1|old.com",
        "USER=test.*|new.net,old.com",
        "USER=other.user|",
        "X-TRUSTEE=1|",
        "UNIQUE=1|new.net,old.com",
        "ORDERBY=DOMAINDESC|old.com,new.net",
        "ORDERBY=CREATEDDATE|old.com,new.net",
        "ORDERBY=EXPIRATIONDATEDESC|new.net,old.com",
        "VERSION=1|new.net,old.com"
      })
  void returnsWhatFitsInTheRequestedOrder(String line, String expected) {
    ParsedAnswer list = sandbox.call("QueryDomainList", line);

    assertThat(list.code()).isEqualTo(200);
    assertThat(String.join(",", list.all("DOMAIN"))).isEqualTo(expected == null ? "" : expected);
    assertThat(list.first("TOTAL")).isEqualTo(Integer.toString(list.all("DOMAIN").size()));
  }

  @ParameterizedTest
  @CsvSource({
    "OBJECTID=new.*, new.net",
    "DOMAIN0=old.com, old.com",
    "SUBCLASS=COM, old.com",
    "OBJECTCLASS=DOMAIN, 'new.net,old.com'",
    "OBJECTCLASS=DOMAINAPPLICATION, ''",
    "TRANSFER-DIRECTION=IN, ''",
    "ADDON-PROXY=0, 'new.net,old.com'",
    "CONTACT=P-TUE1378025, new.net",
    "RENEWALMODE=AUTODELETE, new.net",
    "ORDERBY=FAILUREDATEDESC, 'new.net,old.com'"
  })
  void hasFiltersOfItsOwnInTheSecondVersion(String line, String expected) {
    assertThat(String.join(",", sandbox.call("QueryDomainList", "VERSION=2", line).all("OBJECTID")))
        .isEqualTo(expected);
  }

  @Test
  void filtersByDates() {
    ParsedAnswer status = sandbox.call("StatusDomain", "DOMAIN=old.com");
    String expiry = status.first("EXPIRATIONDATE");

    assertThat(
            sandbox
                .call(
                    "QueryDomainList", "MINEXPIRATIONDATE=" + expiry, "MAXEXPIRATIONDATE=" + expiry)
                .all("DOMAIN"))
        .containsExactly("old.com");
    assertThat(
            sandbox
                .call(
                    "QueryDomainList", "VERSION=2", "MAXFAILUREDATE=" + status.first("FAILUREDATE"))
                .all("OBJECTID"))
        .containsExactly("old.com");
    assertThat(sandbox.call("QueryDomainList", "MINCREATEDDATE=soon").says())
        .isEqualTo("505 Invalid attribute value syntax; MINCREATEDDATE");
  }

  @Test
  void hasTwoNameServersOfANameSetUpWithoutAny() {
    sandbox.control("POST", "/sandbox/registry", "[{\"domain\":\"plain.org\"}]");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=plain.org").all("NAMESERVER"))
        .containsExactly("ns1.old.example", "ns2.old.example");
  }

  @Test
  void agreesWithTheStatusOfEachName() {
    ParsedAnswer list = sandbox.call("QueryDomainList", "WIDE=1");
    ParsedAnswer status = sandbox.call("StatusDomain", "DOMAIN=new.net");

    Map.of(
            "DOMAINACCOUNTINGDATE", "ACCOUNTINGDATE",
            "DOMAINAUTH", "AUTH",
            "DOMAINCREATEDDATE", "CREATEDDATE",
            "DOMAINFAILUREDATE", "FAILUREDATE",
            "DOMAINFINALIZATIONDATE", "FINALIZATIONDATE",
            "DOMAINNEXTACTION", "NEXTACTION",
            "DOMAINNEXTACTIONDATE", "NEXTACTIONDATE",
            "DOMAINPAIDUNTILDATE", "PAIDUNTILDATE",
            "DOMAINREPOSITORY", "REPOSITORY",
            "DOMAINOWNERCONTACT", "OWNERCONTACT")
        .forEach(
            (column, property) ->
                assertThat(list.first(column)).as(column).isEqualTo(status.first(property)));
    assertThat(list.all("DOMAINNAMESERVER1")).containsExactly("ns2.example.net", "");
  }

  @ParameterizedTest
  @CsvSource({"A, 1, 1, delete", "B, 1, 1, delete", "A, 2, 1, AUTODELETE", "B, 2, 1, delete"})
  void spellsTheRenewalModeAsItsVersionDoes(
      String profile, String version, String wide, String mode) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    ParsedAnswer list =
        sandbox.call("QueryDomainList", "VERSION=" + version, "WIDE=" + wide, "X-TRUSTEE=0");
    if (version.equals("2")) {
      assertThat(list.says()).isEqualTo("503 Invalid attribute name; X-TRUSTEE");
      list = sandbox.call("QueryDomainList", "VERSION=2", "WIDE=" + wide);
    }

    assertThat(list.first(version.equals("1") ? "DOMAINRENEWALMODE" : "RENEWALMODE"))
        .isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource({"A, 1, false", "A, 0, true", "B, 1, true", "B, 0, false"})
  void leavesTheTotalOutWhenToldTo(String profile, String value, boolean total) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(
            sandbox
                .call("QueryDomainList", "VERSION=2", "NOTOTAL=" + value)
                .properties()
                .containsKey("TOTAL"))
        .isEqualTo(total);
  }

  @Test
  void reportsWhatAnotherYearCosts() {
    sandbox.control(
        "POST",
        "/sandbox/registry",
        "{\"domain\":\"dear.com\",\"class\":\"PREMIUM_A\",\"price\":900,\"renewalPrice\":300,"
            + "\"currency\":\"USD\"}");

    // The documented example, but for its LIMIT.
    ParsedAnswer list =
        sandbox.call("QueryDomainList", "TOTAL=1", "PROPERTIES=PRICE", "VERSION=2", "WIDE=1");
    assertThat(list.all("OBJECTID")).containsExactly("dear.com", "new.net", "old.com");
    assertThat(list.all("CURRENCY")).containsExactly("USD", "EUR", "EUR");
    assertThat(list.all("RENEWALPRICE")).startsWith("300.00").endsWith("12.00");
    assertThat(list.all("RENEWALGROSSPRICE")).startsWith("357.00").endsWith("14.28");
    assertThat(list.all("VAT")).containsOnly("19.00");
    assertThat(sandbox.call("QueryDomainList", "PROPERTIES=RENEWALPRICE").all("RENEWALPRICE"))
        .isEqualTo(list.all("RENEWALPRICE"));
  }

  @Test
  void saysWhatItDoesNotOffer() {
    assertThat(sandbox.call("QueryDomainList", "PROPERTIES=PRICE").code()).isEqualTo(549);
    assertThat(sandbox.call("QueryDomainList", "VERSION=2", "PROPERTIES=DOMAINSALE").code())
        .isEqualTo(549);
    assertThat(sandbox.call("QueryDomainList", "DOMAINREGEX=.*").says())
        .isEqualTo("503 Invalid attribute name; DOMAINREGEX");
  }

  @Test
  void isCompleteOverAllPages() {
    ParsedAnswer second = sandbox.call("QueryDomainList", "FIRST=1", "LIMIT=1");

    assertThat(second.all("DOMAIN")).containsExactly("old.com");
    assertThat(second.first("FIRST") + second.first("LAST") + second.first("COUNT"))
        .isEqualTo("111");
    assertThat(second.first("LIMIT") + second.first("TOTAL")).isEqualTo("12");
    assertThat(sandbox.call("QueryDomainList", "FIRST=7").all("DOMAIN")).isEmpty();
    assertThat(sandbox.call("QueryDomainList", "LIMIT=20000").first("LIMIT")).isEqualTo("10000");
  }

  @Test
  void doesTheSameForContacts() {
    assertThat(sandbox.call("QueryContactList", "LASTNAME=us*").all("CONTACT"))
        .containsExactly("P-TUE1378025");
    assertThat(sandbox.call("QueryContactList", "COUNTRY=US").first("TOTAL")).isEqualTo("0");
    assertThat(sandbox.call("QueryContactList", "STREET=*42", "WIDE=1").first("CONTACTSTREET"))
        .isEqualTo("Samplestreet 42");
    assertThat(sandbox.call("QueryContactList", "ORDERBY=STREET").code()).isEqualTo(541);
    assertThat(sandbox.call("QueryContactList", "ORDERBY=CONTACTDESC").all("CONTACT").get(0))
        .isEqualTo("P-TUE1378025");
  }

  @Test
  void spellsNamesBothWays() {
    ParsedAnswer answer =
        sandbox.call(
            "ConvertIdn",
            "DOMAIN0=äöütest.com",
            "DOMAIN1=XN--MLLER-KVA.com",
            "DOMAIN2=XN--J6W193G",
            "DOMAIN3=com");

    assertThat(answer.all("ACE"))
        .containsExactly("xn--test-koa2iub.com", "xn--mller-kva.com", "xn--j6w193g", "com");
    assertThat(answer.all("IDN")).containsExactly("äöütest.com", "müller.com", "香港", "com");
    assertThat(sandbox.call("ConvertIDN", "DOMAIN0=ok.com", "DOMAIN1=no..dots").says())
        .isEqualTo("505 Invalid attribute value syntax; DOMAIN1");
  }
}
