package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceClassNameTest {

  /** Classes as the registrar's WHMCS module lists them. */
  @ParameterizedTest
  @CsvSource({"com, COM", "co.uk, COUK", "com.au, COMAU"})
  void namesAZoneWithoutItsDots(String zone, String priceClass) {
    assertThat(PriceClassName.ofZone(zone)).isEqualTo(priceClass);
  }
}
