package io.domainflow.sandbox.command.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shops look up exchange rates and available names before an order. */
class LookUpTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  @Test
  void exchangeRatesAreThoseOfTheDay() {
    ParsedAnswer rates = sandbox.call("QueryExchangeRates");
    String today = registry.get("/sandbox/clock").get("now").textValue().substring(0, 10);

    assertThat(rates.all("CURRENCYFROM")).containsOnly("EUR");
    assertThat(rates.all("CURRENCYTO")).contains("USD", "GBP").doesNotHaveDuplicates();
    assertThat(rates.all("DATE")).containsOnly(today);
    assertThat(rates.all("RATE")).allMatch(rate -> rate.matches("[0-9]+\\.[0-9]+"));
    assertThat(rates.first("LIMIT")).isEqualTo("100");
  }

  @Test
  void exchangeRatesOfFurtherDaysAreAskedForByDate() {
    registry.advance("P1D");
    String today = registry.get("/sandbox/clock").get("now").textValue().substring(0, 10);
    String before = LocalDate.parse(today).minusDays(2).toString();

    ParsedAnswer rates =
        sandbox.call(
            "QueryExchangeRates",
            "CURRENCYTO=USD",
            "MINDATE=" + before + " 00:00:00",
            "FIRST=0",
            "LIMIT=2");

    assertThat(rates.first("TOTAL")).isEqualTo("3");
    assertThat(rates.all("CURRENCYTO")).containsExactly("USD", "USD");
    assertThat(rates.all("DATE")).first().isEqualTo(before);
    assertThat(sandbox.call("QueryExchangeRates", "CURRENCYTO=XXX").all("RATE")).isEmpty();
  }

  @Test
  void suggestionsAreAvailableNames() {
    registry.elsewhere("coffeeshop.com", "");

    ParsedAnswer names =
        sandbox.call(
            "QueryDomainSuggestionList",
            "KEYWORD=Coffee Shop",
            "SOURCE=ISPAPI-SUGGESTIONS",
            "LANGUAGE0=en",
            "ZONE0=com",
            "ZONE1=net",
            "ZONE2=org");

    assertThat(names.all("DOMAIN")).containsExactly("coffeeshop.net", "coffeeshop.org");
    assertThat(names.all("PRICE")).isEmpty();
    assertThat(
            sandbox
                .call(
                    "QueryDomainSuggestionList",
                    "KEYWORD=coffeeshop",
                    "SOURCE=ISPAPI-SUGGESTIONS",
                    "FIRST=1",
                    "LIMIT=5")
                .all("DOMAIN"))
        .hasSize(5);
  }

  @Test
  void suggestionsOfPremiumNamesHaveTheirPrice() {
    registry.name(
        "bestcoffee.com",
        "\"owner\":\"FREE\",\"class\":\"PREMIUM_A\",\"price\":\"900.00\",\"currency\":\"USD\"");
    registry.name("plaincoffee.com", "\"owner\":\"FREE\"");

    ParsedAnswer names = sandbox.call("QueryDomainSuggestionList", "KEYWORD=coffee");

    assertThat(names.all("DOMAIN")).containsExactly("bestcoffee.com");
    assertThat(names.first("PRICE")).isEqualTo("900.00");
    assertThat(names.first("CURRENCY")).isEqualTo("USD");
    assertThat(names.first("PREMIUMCHANNEL")).isNotEmpty();
    assertThat(
            sandbox
                .call("QueryDomainSuggestionList", "KEYWORD=coffee", "SOURCE=ISPAPI-CATEGORIES")
                .all("CATEGORY"))
        .contains("shopping");
  }

  @Test
  void launchPhasesAreThereForWhoAsksForThem() {
    ParsedAnswer asked =
        sandbox.call(
            "QueryDomainOptions",
            "DOMAIN0=domain.com",
            "DOMAIN1=domain.shop",
            "PROPERTIES=LAUNCHPHASES");

    assertThat(asked.all("LAUNCHPHASES").get(0)).isEmpty();
    assertThat(asked.all("LAUNCHPHASES").get(1))
        .startsWith("SHOP_SUNRISE,SHOP_EARLYACCESS1,")
        .endsWith(",SHOP_GOLIVE");
    assertThat(asked.all("LAUNCHPHASESALLOCATIONTYPE").get(1)).startsWith("AUCTION,FCFS,");
    assertThat(asked.all("LAUNCHPHASESAPPLICATIONDATE").get(1)).startsWith("2016-06-30 15:00:00,");
    assertThat(asked.all("LAUNCHPHASESSTARTDATE").get(1)).endsWith(",2016-09-18 15:00:00");
    assertThat(asked.all("LAUNCHPHASESCLOSEDATE").get(1))
        .as("the last one stays open")
        .endsWith(",2016-09-26 14:59:00,");
    assertThat(sandbox.call("QueryDomainOptions", "DOMAIN0=domain.shop").properties().keySet())
        .noneMatch(property -> property.startsWith("LAUNCHPHASE"));
  }

  @ParameterizedTest
  @CsvSource({"A, 9", "B, 0"})
  void rulesOfARepositoryHaveTheirOptionalColumns(String profile, int phases) {
    registry.profile(profile);

    ParsedAnswer com = sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=example.com");
    ParsedAnswer shop = sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=example.shop");

    assertThat(com.all("ADDONID")).containsExactly("WHOISTRUSTEE", "WHOISTRUSTEELITE");
    assertThat(com.all("ADDONPROPERTYTYPE"))
        .containsExactly("X-ACCEPT-WHOISTRUSTEE-TAC", "X-ACCEPT-WHOISTRUSTEELITE-TAC");
    assertThat(com.all("ADDONRENEWALPERIOD")).containsExactly("1M", "1M");
    assertThat(com.first("REGISTRYIDNCAPABLE")).isEqualTo("Yes");
    assertThat(com.first("REGISTRYURLNAME")).isEqualTo("VeriSign");
    assertThat(com.first("ZONEREGISTRATIONPERIOD")).startsWith("1Y,2Y");
    assertThat(com.all("LAUNCHPHASE")).isEmpty();
    assertThat(shop.all("ADDONID")).isEmpty();
    assertThat(shop.all("REGISTRYURLNAME")).isEmpty();
    assertThat(shop.all("LAUNCHPHASE")).hasSize(phases);
    assertThat(shop.all("LAUNCHPHASEALLOCATION")).hasSize(phases);
    assertThat(shop.all("LAUNCHPHASESTART")).hasSize(phases);
    assertThat(shop.all("LAUNCHPHASEEND")).hasSize(phases);
  }
}
