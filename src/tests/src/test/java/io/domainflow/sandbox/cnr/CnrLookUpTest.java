package io.domainflow.sandbox.cnr;

import static io.domainflow.sandbox.cnr.CnrRegistrant.CNR;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At CentralNic Reseller, free names are found and priced, and the account's names are listed. */
class CnrLookUpTest {

  private static final String LOGIN = "s_login=test.user&s_pw=test.passw0rd&s_command=";
  private static final String HEAD =
      """
      [RESPONSE]
      code = 200
      description = Command completed successfully
      runtime = 0.006
      queuetime = 0
      """;

  private SandboxServer sandbox;
  private Registry registry;
  private CnrRegistrant registrant;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registrant = new CnrRegistrant(sandbox);
  }

  @Test
  void checksNamesEachInItsCell() {
    registry.elsewhere("taken.com", "");
    String command =
        "COMMAND=CheckDomains\nDOMAIN0=free.com\nDOMAIN1=taken.com\nDOMAIN2=free.nosuchtld";

    assertThat(sandbox.cnrBody(LOGIN + RawRequest.encode(command)))
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

    String[] all = RawRequest.join(names, numbered(32, "X-FEE-COMMAND%d=CREATE"));
    assertThat(sandbox.cnr("CheckDomains", all).all("x-fee-amount")).hasSize(32);
    registry.profile("B");
    assertThat(sandbox.cnr("CheckDomains", all).code()).isEqualTo(541);
    String[] some = RawRequest.join(names, numbered(30, "X-FEE-COMMAND%d=CREATE"));
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
    return sandbox.cnr("CheckDomains", RawRequest.join(asked, further));
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
    assertThat(registrant.register("gold.com").says())
        .isEqualTo(
            "504 Missing required attribute; premium domain name. please provide required"
                + " parameters");
    assertThat(registrant.register("gold.com", "X-FEE-AMOUNT=899", "X-FEE-CURRENCY=USD").says())
        .isEqualTo("541 Invalid attribute value");
    assertThat(registrant.register("gold.com", "X-FEE-AMOUNT=900", "X-FEE-CURRENCY=EUR").says())
        .isEqualTo("541 Invalid attribute value");
    CnrAnswer bought = registrant.register("gold.com", "X-FEE-AMOUNT=900");
    assertThat(bought.first("x-fee-amount")).isEqualTo("900.0000");
    assertThat(bought.first("x-fee-application")).isEqualTo("0.0000");
    assertThat(bought.first("x-fee-currency")).isEqualTo("USD");
    assertThat(registrant.register("plain.com").properties()).doesNotContainKey("x-fee-amount");
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
}
