package io.domainflow.sandbox.cnr;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zones, terms, prices and money at CentralNic Reseller. */
class CnrPricesTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  @Test
  void listsZonesWithTheirEndings() {
    CnrAnswer com = sandbox.cnr("QueryZoneList", "ZONE=com");

    assertThat(com.first("3rds")).isEqualTo("com");
    assertThat(com.first("annual")).isEqualTo("12.00");
    assertThat(com.first("setup")).isEqualTo("0.00");
    assertThat(com.first("restore")).isEqualTo("60.00");
    assertThat(com.first("currency")).isEqualTo("EUR");
    assertThat(com.first("periodtype")).isEqualTo("YEAR");
    CnrAnswer all = sandbox.cnr("QueryZoneList", "LIMIT=1000");
    assertThat(all.all("3rds")).anyMatch(endings -> endings.contains(", "));
    assertThat(all.first("total")).isEqualTo(Integer.toString(all.all("zone").size()));
    assertThat(sandbox.cnr("QueryZoneList").all("zone")).isEqualTo(all.all("zone"));
    assertThat(sandbox.cnr("QueryZoneList", "LIMIT=3").all("zone")).hasSize(3);
    registry.profile("B");
    assertThat(sandbox.cnr("QueryZoneList").all("zone")).hasSize(100);
  }

  @Test
  void tellsTheTermsOfAZoneOrName() {
    CnrAnswer com = sandbox.cnr("GetZoneInfo", "ZONE=com");

    assertThat(com.first("zone")).isEqualTo("com");
    assertThat(com.first("rrpsupportsrenewal")).isEqualTo("1");
    assertThat(com.first("autorenewgraceperioddays")).isEqualTo("35");
    assertThat(com.first("redemptionperioddays")).isEqualTo("30");
    assertThat(com.first("registrationperiods")).startsWith("1y,2y");
    assertThat(com.first("transferperiods")).isEqualTo("1y");
    assertThat(com.first("ownerchangeprocess")).isEqualTo("UPDATE");
    assertThat(com.first("irtp")).isEqualTo("1");
    assertThat(sandbox.cnr("GetZoneInfo", "ZONE=at").first("ownerchangeprocess"))
        .isEqualTo("TRADE");
    assertThat(sandbox.cnr("GetZoneInfo", "DOMAIN=x.travel").first("ownerchangeprocess"))
        .isEqualTo("TRADE");
    CnrAnswer de = sandbox.cnr("GetZoneInfo", "DOMAIN=x.de");
    assertThat(de.first("ownerchangeprocess")).isEqualTo("UPDATE");
    assertThat(de.first("rrpsupportsrenewal")).isEqualTo("0");
    assertThat(de.first("periods")).startsWith("1m,1y");
    assertThat(de.first("handlesupdateable")).isEqualTo("1");
    assertThat(sandbox.cnr("GetZoneInfo", "ZONE=nosuchtld").says())
        .isEqualTo("541 Invalid attribute value");
    assertThat(sandbox.cnr("GetZoneInfo").says()).isEqualTo("504 Missing required attribute; ZONE");
  }

  @Test
  void tellsThePriceOfAName() {
    registry.name(
        "gold.com",
        "\"owner\":\"FREE\",\"class\":\"P\",\"price\":900,\"renewalPrice\":300,\"currency\":\"USD\"");
    CnrAnswer gold = sandbox.cnr("DomainPrice", "DOMAIN=gold.com", "TYPE=ADDDOMAIN");

    assertThat(gold.first("price")).isEqualTo("900.0000");
    assertThat(gold.first("annual")).isEqualTo("300.0000");
    assertThat(gold.first("premium")).isEqualTo("1");
    assertThat(gold.first("currency")).isEqualTo("USD");
    assertThat(sandbox.cnr("DomainPrice", "DOMAIN=plain.com", "TYPE=RESTOREDOMAIN").first("price"))
        .isEqualTo("60.0000");
    assertThat(sandbox.cnr("DomainPrice", "DOMAIN=plain.com", "TYPE=ANY").code()).isEqualTo(541);
    assertThat(
            sandbox
                .cnr("DomainPrice", "DOMAIN=gold.com", "TYPE=ADDDOMAIN", "PERIOD=3")
                .first("price"))
        .isEqualTo("1500.0000");
    CnrAnswer all = sandbox.cnr("DomainPrice", "DOMAIN=gold.com", "X-PROMOTION-CODE=AUTUMN");
    assertThat(all.first("annual")).isEqualTo("300.0000");
    assertThat(all.properties()).doesNotContainKeys("price", "type");
    assertThat(sandbox.cnr("DomainPrice", "DOMAIN=gold.com", "TYPE=ADDDOMAIN", "PERIOD=1M").code())
        .isEqualTo(549);
  }

  @Test
  void tellsThePriceOfAPlainNameAsItWasSeen() {
    CnrAnswer plain = sandbox.cnr("DomainPrice", "DOMAIN=example.com", "TYPE=ADDDOMAIN");
    Map<String, String> said = new TreeMap<>();
    plain.properties().forEach((name, cells) -> said.put(name, String.join(", ", cells)));

    assertThat(said)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("annual", "12.0000"),
                entry("application", "0.0000"),
                entry("currency", "EUR"),
                entry("domain", "example.com"),
                entry("exchangerate", ""),
                entry("nonrefundable", "0.0000"),
                entry("period", "1"),
                entry("periodtype", "YEAR"),
                entry("premium", "0"),
                entry("price", "12.0000"),
                entry("restore", "60.0000"),
                entry("setup", "0.0000"),
                entry("trade", "0.0000"),
                entry("transfer", "12.0000"),
                entry("type", "ADD"),
                entry("usedprice", "standard"),
                entry("vat", "0.0000"),
                entry("vatnonrefundable", "0.0000"),
                entry("vatpercent", "0.00"),
                entry("zone", "com"),
                entry("zonecurrency", "")));
    registry.profile("B");
    assertThat(sandbox.cnr("DomainPrice", "DOMAIN=example.com").properties())
        .doesNotContainKeys("exchangerate", "zonecurrency");
  }

  @Test
  void listsTheRatesOfDays() {
    CnrAnswer rates = sandbox.cnr("QueryExchangeRates", "CURRENCYTO=USD");
    LocalDate today = LocalDate.parse(rates.first("date"));

    assertThat(rates.all("column")).containsExactly("currency from", "currency to", "date", "rate");
    assertThat(rates.all("currency from")).containsExactly("EUR");
    assertThat(rates.all("currency to")).containsExactly("USD");
    assertThat(
            sandbox
                .cnr(
                    "QueryExchangeRates",
                    "CURRENCYFROM=GBP",
                    "CURRENCYTO=EUR",
                    "MINDATE=" + today.minusDays(2),
                    "MAXDATE=" + today.minusDays(1))
                .all("date"))
        .containsExactly(today.minusDays(2).toString(), today.minusDays(1).toString());
    assertThat(sandbox.cnr("QueryExchangeRates", "GENERATELIST=1").code()).isEqualTo(549);
  }

  @Test
  void convertsCurrencies() {
    CnrAnswer rate =
        sandbox.cnr("QueryExchangeRates", "CURRENCYFROM=EUR", "CURRENCYTO=USD", "LIMIT=1");

    assertThat(rate.first("rate")).isEqualTo("1.076500");
    CnrAnswer back = sandbox.cnr("ConvertCurrency", "AMOUNT=107.65", "FROM=USD", "TO=EUR");
    assertThat(back.first("converted amount")).isEqualTo("100.00");
    assertThat(sandbox.cnr("ConvertCurrency", "AMOUNT=100", "FROM=USD", "TO=EUR").first("amount"))
        .isEqualTo("100");
    assertThat(sandbox.cnr("ConvertCurrency", "AMOUNT=1", "FROM=XXX", "TO=EUR").code())
        .isEqualTo(541);
    assertThat(sandbox.cnr("ConvertCurrency", "AMOUNT=x", "FROM=USD", "TO=EUR").code())
        .isEqualTo(505);
  }

  private List<String> booked(String... parameters) {
    return sandbox.cnr("QueryAccountingList", parameters).all("accounting description");
  }

  @Test
  void listsWhatWasCharged() {
    sandbox.cnr(
        "AddDomain",
        RawRequest.join(
            new String[] {"DOMAIN=paid.com"}, RawRequest.contact("OWNERCONTACT0", "ACME")));
    CnrAnswer list = sandbox.cnr("QueryAccountingList", "MINDATE=2020-01-01");

    assertThat(list.all("accounting description")).containsExactly("paid.com");
    assertThat(list.all("accounting price")).containsExactly("-12.00");
    assertThat(list.first("accounting date")).endsWith(".0");
    assertThat(list.first("accounting currency")).isEqualTo("EUR");
    assertThat(list.first("limit")).isEqualTo("100");
    sandbox.cnr(
        "AddDomain",
        RawRequest.join(
            new String[] {"DOMAIN=paid-too.com"}, RawRequest.contact("OWNERCONTACT0", "ACME")));
    assertThat(booked("OBJECT=paid.com")).containsExactly("paid.com");
    assertThat(booked("ACCOUNTINGTYPE=PAYMENT")).isEmpty();
    assertThat(booked("ORDER=DESC", "ORDERBY=ACCOUNTINGDATE", "WIDE=1", "REGISTRAR=test.user"))
        .containsExactly("paid-too.com", "paid.com");
    assertThat(sandbox.cnr("QueryAccountingList", "GENERATELIST=1").code()).isEqualTo(549);
    assertThat(sandbox.cnr("QueryAccountingList", "DESCRIPTION=paid.com").says())
        .isEqualTo("503 Invalid attribute name; DESCRIPTION");
    assertThat(sandbox.cnr("StatusAccount").first("amount")).isEqualTo("999976.00");
    CnrAnswer account = sandbox.cnr("StatusRegistrar", "REGISTRAR=test.user");
    assertThat(account.first("registrar")).isEqualTo("test.user");
    assertThat(account.first("renewalmode")).isEqualTo("AUTORENEW");
    assertThat(sandbox.cnr("StatusRegistrar", "REGISTRAR=other").code()).isEqualTo(531);
    assertThat(sandbox.cnr("StatusRegistrar").code()).isEqualTo(504);
    registry.profile("B");
    assertThat(sandbox.cnr("StatusRegistrar").first("registrar")).isEqualTo("test.user");
  }

  private CnrAnswer syntax(String domain, String command, String... further) {
    String[] asked = {"DOMAIN=" + domain, "COMMANDNAME=" + command};
    return sandbox.cnr("QueryCommandSyntax", RawRequest.join(asked, further));
  }

  /** The parameters that a module picks out of all. */
  private static List<String> fields(CnrAnswer syntax) {
    return IntStream.range(0, syntax.all("parameter").size())
        .filter(row -> syntax.all("paramgroup").get(row).equals("Zone specific"))
        .mapToObj(row -> syntax.all("parameter").get(row))
        .toList();
  }

  @Test
  void tellsTheFieldsOfATopLevelDomain() {
    CnrAnswer ca = syntax("x.ca", "AddDomain");

    assertThat(fields(ca)).containsExactly("X-CA-LEGAL-TYPE", "X-CA-TRADEMARK", "X-CA-DISCLOSE");
    int row = ca.all("parameter").indexOf("X-CA-LEGAL-TYPE");
    String[] values = ca.all("range").get(row).split("\\|", -1);
    String[] labels = ca.all("description").get(row).split("\\|", -1);
    assertThat(values).hasSize(16).startsWith("CCO", "CCT");
    assertThat(labels).hasSize(17).startsWith("Corporation", "Canadian citizen");
    assertThat(labels[16]).isEqualTo("Ca legal type").isEqualTo(ca.all("title").get(row));
    assertThat(fields(syntax("x.co.uk", "AddDomain")))
        .containsExactly("X-UK-OWNER-CORPORATE-TYPE", "X-UK-OWNER-CORPORATE-NUMBER");
    assertThat(fields(syntax("x.com", "AddDomain"))).isEmpty();
  }

  @Test
  void tellsAFieldForManyValuesOnceInTheNewFormat() {
    assertThat(fields(syntax("x.de", "AddDomain")))
        .startsWith(
            "X-DE-NSENTRY0",
            "X-DE-NSENTRY1",
            "X-DE-NSENTRY2",
            "X-DE-NSENTRY3",
            "X-DE-NSENTRY4",
            "X-DE-ACCEPT-TRUSTEE-TAC");
    assertThat(fields(syntax("x.de", "AddDomain", "NEWFORMAT=1"))).startsWith("X-DE-NSENTRY#");
  }

  @Test
  void tellsWhatACommandTakesBesideTheFields() {
    for (String command : List.of("AddDomain", "ModifyDomain", "TransferDomain")) {
      CnrAnswer com = syntax("x.com", command);
      assertThat(com.all("parameter"))
          .as(command)
          .contains("DOMAIN", "OWNERCONTACT0", "NAMESERVER0", "AUTH")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.contains("*") || name.contains("#"));
      assertThat(com.all("required").get(com.all("parameter").indexOf("DOMAIN"))).isEqualTo("1");
    }
    assertThat(fields(syntax("x.ca", "StatusDomain"))).isEmpty();
    assertThat(fields(syntax("x.ca", "TradeDomain"))).contains("X-CA-LEGAL-TYPE");
  }
}
