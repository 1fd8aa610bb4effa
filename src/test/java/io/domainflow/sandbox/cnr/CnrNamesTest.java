package io.domainflow.sandbox.cnr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.Wire;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names at CentralNic Reseller are checked, bought, read, changed, listed and deleted. */
class CnrNamesTest {

  private static final String LOGIN = "s_login=test.user&s_pw=test.passw0rd&s_command=";
  private static final String HEAD =
      """
      [RESPONSE]
      code = 200
      description = Command completed successfully
      runtime = 0.006
      queuetime = 0
      """;
  private static final String CNR = "\"platform\":\"CNR\"";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  @Test
  void checksNamesEachInItsCell() {
    registry.elsewhere("taken.com", "");
    String command =
        "COMMAND=CheckDomains\nDOMAIN0=free.com\nDOMAIN1=taken.com\nDOMAIN2=free.nosuchtld";

    assertThat(sandbox.cnrBody(LOGIN + Wire.encode(command)))
        .isEqualTo(
            HEAD
                + """
                property[column][0] = domaincheck
                property[column][1] = domainchecktime
                property[domaincheck][0] = 210 Available
                property[domainchecktime][0] = 0
                property[domaincheck][1] = 211 Domain name not available
                property[domainchecktime][1] = 0
                property[domaincheck][2] = 541 Invalid attribute value
                property[domainchecktime][2] = 0
                EOF
                """);
  }

  @Test
  void checksAtMost32NamesAndTellsAsManyPrices() {
    assertThat(sandbox.cnr("CheckDomains", numbered(33, "DOMAIN%d=n%<d.com")).code())
        .isEqualTo(541);
    String[] names = numbered(32, "DOMAIN%d=n%<d.com");
    assertThat(sandbox.cnr("CheckDomains", names).all("domaincheck")).hasSize(32);

    String[] all = Wire.join(names, numbered(32, "X-FEE-COMMAND%d=CREATE"));
    assertThat(sandbox.cnr("CheckDomains", all).all("x-fee-amount")).hasSize(32);
    registry.profile("B");
    assertThat(sandbox.cnr("CheckDomains", all).code()).isEqualTo(541);
    String[] some = Wire.join(names, numbered(30, "X-FEE-COMMAND%d=CREATE"));
    assertThat(sandbox.cnr("CheckDomains", some).all("x-fee-amount")).hasSize(30);
  }

  private static String[] numbered(int many, String form) {
    return IntStream.range(0, many).mapToObj(form::formatted).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "ADD, create, 24.0000",
    "DELETE, , ",
    "CREATE, create, 24.0000",
    "AddDomain, create, 24.0000",
    "RENEWDOMAIN, renew, 24.0000",
    "TRANSFER, transfer, 24.0000",
    "RESTORE, restore, 60.0000",
    "TRADEDOMAIN, trade, 25.0000"
  })
  void tellsThePriceOfEachThingThatCanBeDone(String asked, String answered, String amount) {
    registry.name("plain.com", "\"owner\":\"FREE\",\"zone\":{\"tradePrice\":\"25.00\"}");

    for (String command : List.of("CheckDomain", "CheckDomains")) {
      CnrAnswer check =
          sandbox.cnr(
              command,
              command.equals("CheckDomain") ? "DOMAIN=plain.com" : "DOMAIN0=plain.com",
              "X-FEE-COMMAND0=" + asked,
              "X-FEE-PERIOD0=2");
      if (answered == null) {
        assertThat(check.code()).isEqualTo(541);
      } else {
        assertThat(check.first("x-fee-command")).isEqualTo(answered);
        assertThat(check.first("x-fee-amount")).isEqualTo(amount);
      }
    }
  }

  @Test
  void tellsPricesOfTheNamesThatAreCheckedOnly() {
    String[] asked = {"DOMAIN0=a.com", "DOMAIN1=müller.com", "X-FEE-COMMAND7=RENEW"};

    assertThat(price(asked, "X-FEE-DOMAIN7=MÜLLER.com").first("x-fee-domain"))
        .isEqualTo("xn--mller-kva.com");
    assertThat(price(asked, "X-FEE-DOMAIN7=b.com").code()).isEqualTo(541);
    assertThat(price(asked).code()).isEqualTo(541);
    assertThat(price(asked, "X-FEE-DOMAIN7=a.com", "X-FEE-CURRENCY7=EUR").code()).isEqualTo(200);
    assertThat(price(asked, "X-FEE-DOMAIN7=a.com", "X-FEE-CURRENCY7=USD").code()).isEqualTo(541);
    assertThat(price(asked, "X-FEE-DOMAIN7=a.com", "X-FEE-PERIOD7=11").code()).isEqualTo(541);
    assertThat(price(asked, "X-FEE-DOMAIN7=a.com", "X-FEE-PERIODTYPE7=MONTH").code())
        .isEqualTo(541);
  }

  private CnrAnswer price(String[] asked, String... further) {
    return sandbox.cnr("CheckDomains", Wire.join(asked, further));
  }

  @Test
  void suggestsNamesThatAreFree() {
    registry.elsewhere("idea.at", "");

    CnrAnswer free = sandbox.cnr("GetNameSuggestion", "NAME=Idea", "SHOW-UNAVAILABLE=0");
    assertThat(free.all("name")).contains("idea.ch").doesNotContain("idea.at");
    assertThat(free.all("availability")).containsOnly("available");
    CnrAnswer all = sandbox.cnr("GetNameSuggestion", "NAME=idea.com", "SHOW-UNAVAILABLE=1");
    assertThat(all.all("availability").get(all.all("name").indexOf("idea.at")))
        .isEqualTo("unavailable");
    assertThat(sandbox.cnr("GetNameSuggestion", "NAME=no name").all("name")).isEmpty();
  }

  @Test
  void tellsThePriceOfAPremiumNameAndSellsItForThat() {
    registry.name(
        "gold.com",
        "\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"price\":900,\"currency\":\"USD\"");
    assertThat(sandbox.cnr("CheckDomains", "DOMAIN0=gold.com").properties())
        .as("nobody asked")
        .containsOnlyKeys("column", "domaincheck", "domainchecktime");
    CnrAnswer check =
        sandbox.cnr(
            "CheckDomains",
            "DOMAIN0=plain.com",
            "DOMAIN1=gold.com",
            "X-FEE-COMMAND1=create",
            "X-FEE-DOMAIN1=gold.com",
            "X-FEE-PERIOD1=1");

    assertThat(check.all("domaincheck")).containsExactly("210 Available", "210 Available");
    assertThat(check.first("x-fee-domain")).isEqualTo("gold.com");
    assertThat(check.first("x-fee-class")).isEqualTo("PREMIUM_A");
    assertThat(check.first("x-fee-amount")).isEqualTo("900.0000");
    assertThat(check.first("x-fee-currency")).isEqualTo("USD");
    assertThat(register("gold.com").says())
        .isEqualTo(
            "504 Missing required attribute; premium domain name. please provide required"
                + " parameters");
    assertThat(register("gold.com", "X-FEE-AMOUNT=899", "X-FEE-CURRENCY=USD").says())
        .isEqualTo("541 Invalid attribute value");
    assertThat(register("gold.com", "X-FEE-AMOUNT=900", "X-FEE-CURRENCY=EUR").says())
        .isEqualTo("541 Invalid attribute value");
    CnrAnswer bought = register("gold.com", "X-FEE-AMOUNT=900");
    assertThat(bought.first("x-fee-amount")).isEqualTo("900.0000");
    assertThat(bought.first("x-fee-application")).isEqualTo("0.0000");
    assertThat(bought.first("x-fee-currency")).isEqualTo("USD");
    assertThat(register("plain.com").properties()).doesNotContainKey("x-fee-amount");
    assertThat(registry.charged("gold.com")).isEqualTo("900.00");
    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=gold.com", "X-FEE-COMMAND=renew");
    assertThat(name.first("x-fee-class")).isEqualTo("PREMIUM_A");
    assertThat(name.first("x-fee-amount")).isEqualTo("900.00");
    assertThat(name.properties()).doesNotContainKey("x-fee-command");
  }

  @Test
  void tellsThePriceOfAPlainNameToo() {
    String[] asked = {"DOMAIN0=plain.com", "X-FEE-COMMAND0=create"};

    CnrAnswer check = sandbox.cnr("CheckDomains", asked);
    assertThat(check.first("x-fee-class")).isEqualTo("standard");
    assertThat(check.first("x-fee-amount")).endsWith(".0000");
    registry.profile("B");
    assertThat(sandbox.cnr("CheckDomains", asked).first("x-fee-class")).isEmpty();
  }

  @Test
  void registersANameAndShowsItWhole() {
    String handle = contact();
    CnrAnswer added =
        sandbox.cnr(
            "AddDomain",
            "DOMAIN=müller.com",
            "PERIOD=2",
            "OWNERCONTACT0=" + handle,
            "ADMINCONTACT0=" + handle,
            "TECHCONTACT0=" + handle,
            "BILLINGCONTACT0=" + handle,
            "NAMESERVER0=ns1.example.net",
            "NAMESERVER1=ns2.example.net",
            "AUTH=s3cret",
            "TRANSFERLOCK=1",
            "X-WHOISPRIVACY=1",
            "DNSSEC0=257 3 13 abc",
            "DOMAINTAG0=blue");

    assertThat(added.says()).isEqualTo("200 Command completed successfully");
    assertThat(added.first("status")).isEqualTo("ACTIVE");
    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=xn--mller-kva.com", "SHOWCONTACTDATA=1");
    assertThat(name.properties().keySet())
        .contains(
            "auth",
            "created by",
            "created date",
            "domain",
            "domain idn",
            "paiduntil date",
            "registrar",
            "registration expiration date",
            "renewal date",
            "renewalmode",
            "roid",
            "transfer lock",
            "transfermode",
            "updated by",
            "updated date",
            "zone");
    assertThat(name.properties()).doesNotContainKey("column");
    assertThat(name.first("domain idn")).isEqualTo("müller.com");
    assertThat(name.first("registrar")).isEqualTo("test.user");
    assertThat(name.first("zone")).isEqualTo("com");
    assertThat(name.first("auth")).isEqualTo("s3cret");
    assertThat(name.all("status")).containsExactly("ACTIVE", "clientTransferProhibited");
    assertThat(name.all("nameserver")).containsExactly("ns1.example.net", "ns2.example.net");
    assertThat(name.first("ownercontact")).isEqualTo(handle);
    assertThat(name.first("ownercontactfirstname")).isEqualTo("Ada");
    assertThat(name.first("ownercontactstreet0")).isEqualTo("Main Street 1");
    assertThat(name.first("x-whois-privacy")).isEqualTo("1");
    assertThat(name.first("dnssec")).isEqualTo("257 3 13 abc");
    assertThat(name.first("domaintag")).isEqualTo("blue");
    assertThat(name.first("registration expiration date"))
        .endsWith(".0")
        .isEqualTo(name.first("paiduntil date"));
    assertThat(registry.charged("xn--mller-kva.com")).isEqualTo("24.00");
  }

  @Test
  void registersWithContactsInLine() {
    CnrAnswer added =
        sandbox.cnr(
            "AddDomain",
            Wire.join(new String[] {"DOMAIN=inline.com"}, Wire.contact("OWNERCONTACT0", "ACME")));

    assertThat(added.code()).isEqualTo(200);
    assertThat(
            sandbox
                .cnr("StatusDomain", "DOMAIN=inline.com", "SHOWCONTACTDATA=1")
                .first("ownercontactorganization"))
        .isEqualTo("ACME");
  }

  @Test
  void refusesWhatCannotBeRegistered() {
    registry.elsewhere("taken.com", "");

    assertThat(register("taken.com").says()).isEqualTo("540 Attribute value is not unique");
    assertThat(register("free.nosuchtld").says()).isEqualTo("541 Invalid attribute value");
    assertThat(sandbox.cnr("AddDomain", "DOMAIN=free.com").says())
        .isEqualTo("504 Missing required attribute; OWNERCONTACT0");
    assertThat(register("free.com", "RENEWALMODE=AUTORENEW").says())
        .isEqualTo("503 Invalid attribute name; RENEWALMODE");
    assertThat(register("free.com", "X-CA-LEGAL-TYPE=CCO").says())
        .isEqualTo("503 Invalid attribute name; X-CA-LEGAL-TYPE");
    assertThat(register("free.ca", "X-CA-LEGAL-TYPE=CCO").code()).isEqualTo(200);
    assertThat(register("free.com", "PERIOD=1y").says())
        .isEqualTo("505 Invalid attribute value syntax; PERIOD");
    registry.profile("B");
    assertThat(register("taken.com").says()).isEqualTo("554 Object already registered");
  }

  @Test
  void saysThatARegistrationIsNotComplete() {
    String next =
        "\"owner\":\"FREE\",\"next\":[{\"command\":\"AddDomain\",\"after\":\"P1D\","
            + "\"outcome\":\"SUCCESSFUL\"}]";
    registry.name("slow.com", next);
    CnrAnswer added = register("slow.com");

    assertThat(added.first("status")).isEqualTo("REQUESTED");
    assertThat(added.pending()).isTrue();
    registry.advance("P2D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=slow.com").first("status")).isEqualTo("ACTIVE");

    registry.profile("B");
    registry.name("slower.com", next);
    assertThat(register("slower.com").pending()).isFalse();
  }

  @Test
  void isAnotherRegistrarForThePlatformBesideIt() {
    registry.name("hexonet.com", "\"owner\":\"OURS\"");
    registry.name("cnr.com", CNR);
    registry.name("other.com", "\"owner\":\"OTHER_ACCOUNT\"," + CNR);

    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=cnr.com").code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=hexonet.com").says())
        .isEqualTo("545 Entity reference not found");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=other.com").says())
        .isEqualTo("531 Authorization failed");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=cnr.com").code()).isEqualTo(545);
    assertThat(sandbox.call("StatusDomain", "DOMAIN=hexonet.com").code()).isEqualTo(200);
    assertThat(sandbox.call("CheckDomainTransfer", "DOMAIN=cnr.com").first("REGISTRAR"))
        .isEqualTo("Key-Systems GmbH");
  }

  @Test
  void changesAName() {
    registry.name("ours.com", CNR + ",\"transferLock\":true");
    CnrAnswer changed =
        sandbox.cnr(
            "ModifyDomain",
            "DOMAIN=ours.com",
            "NAMESERVER0=a.example.net",
            "TRANSFERLOCK=0",
            "ADDSTATUS0=clientHold",
            "X-WHOIS-PRIVACY=1",
            "AUTH=n3w",
            "DNSSECDSDATA0=1 13 2 ab",
            "DOMAINTAG0=red",
            "DOMAINTAG1=blue");

    assertThat(changed.says()).isEqualTo("200 Command completed successfully");
    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("nameserver")).containsExactly("a.example.net");
    assertThat(name.all("status")).containsExactly("ACTIVE", "clientHold");
    assertThat(name.first("transfer lock")).isEqualTo("0");
    assertThat(name.first("x-whois-privacy")).isEqualTo("1");
    assertThat(name.first("auth")).isEqualTo("n3w");
    assertThat(name.all("dnssecdsdata")).containsExactly("1 13 2 ab");
    assertThat(name.all("domaintag")).containsExactly("red", "blue");

    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "DELSTATUS0=clientHold", "DNSSECDELALL=1");
    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "AUTH=AUTO", "DOMAINTAG0=");
    name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("status")).containsExactly("ACTIVE");
    assertThat(name.properties()).doesNotContainKeys("dnssecdsdata", "domaintag");
    assertThat(name.first("auth")).isNotEqualTo("n3w").isNotEqualTo("AUTO");
    assertThat(sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "TRIGGERFOA=1").says())
        .isEqualTo("503 Invalid attribute name; TRIGGERFOA");
  }

  @Test
  void anEmptyEntryClearsAList() {
    registry.name("ours.com", CNR);
    sandbox.cnr("ModifyDomain", "DOMAIN=ours.com", "NAMESERVER0=", "TECHCONTACT0=");

    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=ours.com");
    assertThat(name.all("nameserver")).isEmpty();
    assertThat(name.all("techcontact")).isEmpty();
    assertThat(name.all("admincontact")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "A, 503 Invalid attribute name; ",
    "B, 541 Invalid attribute value",
  })
  void refusesPrivacyWhereTheZoneHasNoneInTheWordsOfTheCall(String profile, String refusal) {
    registry.profile(profile);
    registry.name("ours.de", CNR);

    for (String word : List.of("X-WHOIS-PRIVACY", "X-WHOISPRIVACY")) {
      String expected = refusal + (profile.equals("A") ? " " + word : "");
      assertThat(register("new.de", word + "=1").says()).isEqualTo(expected);
      assertThat(modify("ours.de", word + "=1").says()).isEqualTo(expected);
      assertThat(
              sandbox
                  .cnr(
                      "AddDomainApplication",
                      "DOMAIN=new.de",
                      "CLASS=GOLIVE",
                      "OWNERCONTACT0=" + contact(),
                      word + "=1")
                  .says())
          .isEqualTo(expected);
    }
    assertThat(register("new.de", "X-WHOISPRIVACY=0").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, DEFAULT", "B, AUTOEXPIRE"})
  void showsTheModeThatNobodyHasSet(String profile, String mode) {
    registry.profile(profile);
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"platform\":\"CNR\",\"renewalMode\":\"AUTOEXPIRE\"}");
    registry.elsewhere("theirs.com", "");

    assertThat(register("new.com").first("renewalmode")).isEqualTo(mode);
    sandbox.cnr("TransferDomain", "DOMAIN=theirs.com", "AUTH=secret1");
    registry.advance("P6D");
    assertThat(sandbox.cnr("QueryDomainList", "WIDE=1").all("renewalmode"))
        .containsExactly(mode, mode);
    assertThat(sandbox.cnr("StatusRegistrar", "REGISTRAR=test.user").first("renewalmode"))
        .isEqualTo("AUTOEXPIRE");
  }

  @ParameterizedTest
  @CsvSource({"A, 504, 545, 503", "B, 541, 541, 541"})
  void refusesWhatANameCannotHave(String profile, int few, int missing, int privacy) {
    registry.profile(profile);
    registry.name("two.com", CNR + ",\"zone\":{\"minNameservers\":2}");
    registry.name("ours.shop", CNR);

    assertThat(modify("two.com", "NAMESERVER0=ns1.example.net").code()).isEqualTo(few);
    assertThat(modify("two.com", "NAMESERVER0=a.example.net", "NAMESERVER1=ns.two.com").code())
        .isEqualTo(missing);
    assertThat(modify("ours.shop", "X-WHOIS-PRIVACY=1").code()).isEqualTo(privacy);
    assertThat(modify("ours.shop", "X-WHOISPRIVACY=0").code()).isEqualTo(200);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=two.com").first("x-whois-privacy"))
        .isEqualTo("0");
    registry.name("bare.shop", CNR);
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=bare.shop").properties())
        .doesNotContainKey("x-whois-privacy");
  }

  @BothReadings(alwaysBoth = true)
  void anUpdateCanWaitForTheRegistry(String profile) {
    registry.profile(profile);
    registry.name(
        "slow.com",
        CNR
            + ",\"next\":[{\"command\":\"ModifyDomain\",\"after\":\"P1D\","
            + "\"outcome\":\"SUCCESSFUL\"}]");

    CnrAnswer answer = modify("slow.com", "NAMESERVER0=a.example.net");
    assertThat(answer.pending()).isTrue();
    assertThat(answer.properties()).isEmpty();
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=slow.com").all("nameserver"))
        .doesNotContain("a.example.net");
    registry.advance("P1DT1M");

    CnrAnswer name = sandbox.cnr("StatusDomain", "DOMAIN=slow.com");
    assertThat(name.all("nameserver")).containsExactly("a.example.net");
    assertThat(name.first("updated date")).isNotEqualTo(name.first("created date"));
    assertThat(sandbox.cnr("QueryDomainList", "WIDE=1").first("domain updated date"))
        .isEqualTo(name.first("updated date"));
    CnrAnswer events = sandbox.cnr("QueryEventList", "CLASS=DOMAIN_MODIFICATION");
    assertThat(events.all(profile.equals("A") ? "eventsubclass" : "subclass"))
        .containsExactly("MODIFICATION_SUCCESSFUL");
  }

  private CnrAnswer modify(String domain, String... lines) {
    return sandbox.cnr("ModifyDomain", Wire.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  @Test
  void listsItsNamesOnly() {
    registry.name("b.com", CNR + ",\"expires\":\"P10D\"");
    registry.name("a.com", CNR + ",\"expires\":\"P20D\"");
    registry.name("c.com", CNR + ",\"account\":\"test.user2\"");
    registry.name("d.com", "\"owner\":\"OURS\"");

    assertThat(sandbox.cnrBody(LOGIN + "COMMAND%3DQueryDomainList"))
        .isEqualTo(
            HEAD
                + """
                property[column][0] = domain
                property[count][0] = 2
                property[domain][0] = a.com
                property[domain][1] = b.com
                property[first][0] = 0
                property[last][0] = 1
                property[limit][0] = 100
                property[total][0] = 2
                EOF
                """);
    assertThat(sandbox.cnr("QueryDomainList", "LAST=1").says())
        .isEqualTo("503 Invalid attribute name; LAST");
    assertThat(sandbox.cnr("QueryDomainList", "DOMAIN=b*").all("domain")).containsExactly("b.com");
    assertThat(sandbox.cnr("QueryDomainList", "FIRST=1", "LIMIT=1").all("domain"))
        .containsExactly("b.com");
    CnrAnswer wide =
        sandbox.cnr(
            "QueryDomainList", "WIDE=1", "ORDERBY=DOMAINREGISTRATIONEXPIRATIONDATE", "ORDER=ASC");
    assertThat(wide.all("domain")).containsExactly("b.com", "a.com");
    assertThat(wide.all("domain zone")).containsExactly("com", "com");
    assertThat(wide.all("column"))
        .containsExactly(
            "domain",
            "domain idn",
            "roid",
            "domain created date",
            "domain created by",
            "domain updated date",
            "domain updated by",
            "domain registration expiration date",
            "domain renewal date",
            "domain zone",
            "renewalmode",
            "transfermode",
            "domaintags",
            "domaincomment",
            "paiduntil date");
    CnrAnswer all = sandbox.cnr("QueryDomainList", "TYPE=ALL");
    assertThat(all.all("domain auth code")).containsExactly("secret1", "secret1");
    assertThat(all.all("column")).contains("domain status", "nameserver", "ownercontact");
    assertThat(all.first("nameserver")).isEqualTo("ns1.old.example;ns2.old.example");
  }

  @Test
  void hasPartsOfAListWithoutRows() {
    registry.name("a.com", CNR);
    registry.name("b.com", CNR);

    assertThat(part("FIRST=2")).isEqualTo("count 0, first 2, last 2, limit 100, total 2");
    assertThat(part("LIMIT=0")).isEqualTo("count 0, first 0, last 0, limit 0, total 2");
    assertThat(part("DOMAIN=c.com")).isEqualTo("count 0, first 0, last 0, limit 100, total 0");
    assertThat(part("FIRST=1")).isEqualTo("count 1, first 1, last 1, limit 100, total 2");
    assertThat(sandbox.call("QueryDomainList", "LIMIT=0").code()).isEqualTo(541);
  }

  private String part(String parameter) {
    CnrAnswer list = sandbox.cnr("QueryDomainList", parameter);
    return Stream.of("count", "first", "last", "limit", "total")
        .map(said -> said + " " + list.first(said))
        .collect(Collectors.joining(", "));
  }

  @Test
  void deletesAtOnce() {
    registry.name("ours.com", CNR);

    assertThat(sandbox.cnr("DeleteDomain", "DOMAIN=ours.com", "ACTION=LATER").code())
        .isEqualTo(541);
    assertThat(sandbox.cnr("DeleteDomain", "DOMAIN=ours.com", "ACTION=INSTANT").says())
        .isEqualTo("200 Command completed successfully");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=ours.com").code()).isEqualTo(545);
    assertThat(sandbox.cnr("CheckDomain", "DOMAIN=ours.com").code()).isEqualTo(211);
  }

  @ParameterizedTest
  @CsvSource({
    "hk, X-ACCEPT-NSCHANGE=0",
    "de, X-DE-GENERAL-REQUEST=mailto:ada@example.net",
    "de, X-DE-ABUSE-CONTACT=mailto:ada@example.net",
    "it, X-IT-NATIONALITY=IT",
    "fr, X-FR-WALDEC=W751234567",
    "yt, X-FR-NOPREZONECHECK=1",
    "dk, X-DK-USER-TYPE=PERSON",
  })
  void takesTheFieldsThatTheModulesKnow(String tld, String field) {
    assertThat(register("new." + tld, field).code()).isEqualTo(200);
    assertThat(register("new.com", field).says())
        .isEqualTo("503 Invalid attribute name; " + field.substring(0, field.indexOf('=')));
  }

  @Test
  void takesTheClassThatTheModuleSendsForSwiss() {
    assertThat(
            sandbox
                .cnr(
                    "AddDomainApplication",
                    "DOMAIN=early.swiss",
                    "CLASS=SWISS-GOLIVE",
                    "X-SWISS-UID=CHE-123.456.789",
                    "OWNERCONTACT0=" + contact())
                .first("status"))
        .isEqualTo("REQUESTED");
    registry.advance("P21D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=early.swiss").code()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"A, PT0S, 1, 1", "A, PT10M, 0, 0", "B, PT0S, 0, 1", "B, PT10M, 0, 0"})
  void listsAnApplicationLate(String profile, String late, int atOnce, int afterFiveMinutes) {
    registry.profile(profile);
    registry.post("/sandbox/lists", "{\"late\": \"" + late + "\"}");
    sandbox.cnr(
        "AddDomainApplication", "DOMAIN=early.swiss", "CLASS=GOLIVE", "OWNERCONTACT0=" + contact());

    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application")).hasSize(atOnce);
    registry.advance("PT5M");
    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application"))
        .hasSize(afterFiveMinutes);
    registry.advance("PT10M");
    assertThat(sandbox.cnr("QueryDomainApplicationList").all("application")).hasSize(1);
  }

  @Test
  void takesApplicationsOfEachPhase() {
    String handle = contact();
    String[] lines = {"DOMAIN=early.swiss", "CLASS=GOLIVE", "OWNERCONTACT0=" + handle};
    CnrAnswer applied = sandbox.cnr("AddDomainApplication", lines);

    assertThat(applied.first("status")).isEqualTo("REQUESTED");
    String number = applied.first("application");
    assertThat(sandbox.cnr("StatusDomainApplication", "APPLICATION=" + number).first("domain"))
        .isEqualTo("early.swiss");
    assertThat(sandbox.cnr("QueryDomainApplicationList", "WIDE=1").all("class"))
        .containsExactly("GOLIVE");
    assertThat(
            sandbox
                .cnr("AddDomainApplication", "DOMAIN=x.com", "CLASS=ANY", "OWNERCONTACT0=" + handle)
                .code())
        .isEqualTo(541);
    assertThat(sandbox.call("StatusDomainApplication", "APPLICATION=" + number).code())
        .isEqualTo(531);
    registry.advance("P21D");
    assertThat(sandbox.cnr("StatusDomain", "DOMAIN=early.swiss").code()).isEqualTo(200);
  }

  @Test
  void showsWhatItDidUnderTheLoginAndThePlatform() {
    register("shown.com");
    JsonNode ledger = registry.get("/sandbox/ledger?domain=shown.com").get(0);
    JsonNode request = registry.get("/sandbox/requests?domain=shown.com").get(0);
    JsonNode name = registry.get("/sandbox/registry?domain=shown.com").get("names").get(0);

    for (JsonNode row : List.of(ledger, request, name)) {
      assertThat(row.get("account").textValue()).isEqualTo("test.user");
      assertThat(row.get("platform").textValue()).isEqualTo("CNR");
    }
    registry.post(
        "/sandbox/accounts",
        "{\"login\":\"test.user\",\"platform\":\"CNR\",\"balance\":\"1.00\",\"creditLimit\":0}");
    assertThat(register("dear.com").says()).isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("StatusAccount").first("AMOUNT")).isEqualTo("1000000.00");
  }

  private CnrAnswer register(String domain, String... further) {
    String[] lines = {"DOMAIN=" + domain, "OWNERCONTACT0=" + contact()};
    return sandbox.cnr("AddDomain", Wire.join(lines, further));
  }

  private String contact() {
    return sandbox
        .cnr(
            "AddContact",
            "FIRSTNAME=Ada",
            "LASTNAME=Example",
            "STREET0=Main Street 1",
            "ZIP=10115",
            "CITY=Berlin",
            "COUNTRY=DE",
            "PHONE=+49.301234567",
            "EMAIL=ada@example.net")
        .first("contact");
  }
}
