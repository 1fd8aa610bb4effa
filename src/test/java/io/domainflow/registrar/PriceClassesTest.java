package io.domainflow.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceClassesTest {

  /** Classes as the registrar's WHMCS module lists them. */
  @ParameterizedTest
  @CsvSource({"example.com, COM", "example.co.uk, COUK", "example.com.au, COMAU"})
  void nameAZoneWithoutItsDots(String domain, String priceClass) {
    assertThat(PriceClasses.ofZone(DomainName.of(domain))).isEqualTo(priceClass);
  }
}
