package io.domainflow.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.SandboxServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRelationsTest {

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void premium(String domain, String prices) {
    assertThat(
            sandbox
                .control(
                    "POST",
                    "/sandbox/registry",
                    "{\"domain\":\"" + domain + "\",\"owner\":\"FREE\"," + prices + "}")
                .statusCode())
        .isEqualTo(200);
  }

  private String price(String relation) {
    ParsedAnswer user = sandbox.call("StatusUser", "RELATIONS=1");
    int index = user.all("RELATIONTYPE").indexOf("PRICE_CLASS_DOMAIN_" + relation);
    return index < 0 ? "none" : user.all("RELATIONVALUE").get(index);
  }

  @Test
  void haveThePricesOfTheZones() {
    assertThat(price("COM_SETUP")).isEqualTo("0.00");
    assertThat(price("COM_ANNUAL")).isEqualTo("12.00");
    assertThat(price("COM_CURRENCY")).isEqualTo("EUR");
    assertThat(price("COUK_ANNUAL")).isNotEqualTo("none");
  }

  @Test
  void haveThePricesOfPremiumClasses() {
    premium("dear.com", "\"class\":\"PREMIUM_A\",\"price\":900,\"currency\":\"USD\"");
    premium("dearer.com", "\"class\":\"PREMIUM_B\",\"price\":\"900\",\"renewalPrice\":\"300\"");

    assertThat(price("PREMIUM_A_ANNUAL")).isEqualTo("900.00");
    assertThat(price("PREMIUM_A_SETUP")).isEqualTo("0.00");
    assertThat(price("PREMIUM_A_CURRENCY")).isEqualTo("USD");
    assertThat(price("PREMIUM_B_ANNUAL")).isEqualTo("300.00");
    assertThat(price("PREMIUM_B_SETUP")).isEqualTo("600.00");
    premium("dear.com", "\"class\":\"PREMIUM_A\",\"price\":1000,\"currency\":\"USD\"");
    assertThat(price("PREMIUM_A_ANNUAL")).as("as set up last").isEqualTo("1000.00");
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
    assertThat(price("PREMIUM_A_ANNUAL")).isEqualTo("none");
    assertThat(price("COM_ANNUAL")).isEqualTo("12.00");
  }

  @Test
  void haveThePriceOfAChangeOfRegistrantInAClassOfItsOwn() {
    assertThat(price("COM_TRADE")).isEqualTo("0.00");
    premium("plain.com", "\"zone\":{\"tradePrice\":\"25.00\"}");
    premium("cheap.com", "\"zone\":{\"tradePrice\":\"5.00\"}");
    premium("free.com", "\"claims\":false");
    premium("dear.com", "\"class\":\"PREMIUM_A\",\"zone\":{\"tradePrice\":\"70.00\"}");

    assertThat(price("COM_TRADE")).as("of other names").isEqualTo("0.00");
    assertThat(price("COM_T2500_TRADE")).isEqualTo("25.00");
    assertThat(price("COM_T2500_ANNUAL")).isEqualTo(price("COM_ANNUAL"));
    assertThat(price("COM_T500_TRADE")).isEqualTo("5.00");
    assertThat(price("PREMIUM_A_TRADE")).isEqualTo("70.00");
    assertThat(price("NET_TRADE")).isEqualTo("0.00");
  }

  @Test
  void statesThePriceOfARestore() {
    premium("plain.com", "\"zone\":{\"restorePrice\":\"80.00\"}");
    premium("both.com", "\"zone\":{\"restorePrice\":\"80.00\",\"tradePrice\":\"25.00\"}");
    premium("dear.com", "\"class\":\"PREMIUM_A\",\"price\":\"900\",\"renewalPrice\":\"100\"");
    premium(
        "set.com",
        "\"class\":\"PREMIUM_B\",\"price\":\"900\",\"zone\":{\"restorePrice\":\"150.00\"}");

    assertThat(price("COM_RESTORE")).isEqualTo("60.00");
    assertThat(price("COM_R8000_RESTORE")).isEqualTo("80.00");
    assertThat(price("COM_R8000_ANNUAL")).isEqualTo("12.00");
    assertThat(price("COM_T2500_R8000_RESTORE")).isEqualTo("80.00");
    assertThat(price("COM_T2500_R8000_TRADE")).isEqualTo("25.00");
    assertThat(price("PREMIUM_A_RESTORE")).isEqualTo("500.00");
    assertThat(price("PREMIUM_B_RESTORE")).isEqualTo("150.00");
  }

  @Test
  void canBeLeftOut() {
    assertThat(sandbox.call("StatusUser", "RELATIONS=0").all("RELATIONTYPE")).isEmpty();
    assertThat(sandbox.call("StatusUser").all("RELATIONTYPE")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A, .co.uk", "B, co.uk"})
  void areOfClassesWhoseZonesCanBeAskedFor(String profile, String label) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    ParsedAnswer user = sandbox.call("StatusUser", "PROPERTIES=USERINDEX TLDDATA");

    int row = user.all("TLDLABEL").indexOf(label);
    assertThat(user.all("TLDCLASS").get(row)).isEqualTo("COUK");
    assertThat(user.all("RELATIONTYPE")).contains("PRICE_CLASS_DOMAIN_COUK_ANNUAL");
    assertThat(sandbox.call("StatusUser").all("TLDCLASS")).isEmpty();
  }

  @Test
  void comeWithTheAccountsOwnProperties() {
    ParsedAnswer user = sandbox.call("StatusUser", "RELATIONS=0");

    assertThat(user.first("USER")).isEqualTo("test.user");
    assertThat(user.first("ACCOUNTCURRENT")).isEqualTo("1000000.00");
    assertThat(sandbox.call("StatusUser", "SUBUSER=nobody").code()).isEqualTo(545);
  }
}
