package io.domainflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"аpple.com", "xn--pple-43d.com", "ραypal.com", "gооgle.de", "раураl-24.net"})
  void namesThatLookLikeOthersAreNotRegistered(String name) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> DomainName.toRegister(name))
        .withMessageContaining("must not mix letters of several scripts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apple.com",
        "shop-24.de",
        "müller-straße.de",
        "яблоко.com",
        "яблоко-24.com",
        "παράδειγμα.gr",
        "東京タワー.jp",
        "sony東京.com",
        "ハローkitty.com",
        "한국-shop.kr",
        "例え.com",
        "مثال.com"
      })
  void namesOfOneScriptAreAndThoseOfEastAsia(String name) {
    assertThat(DomainName.toRegister(name)).isEqualTo(DomainName.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com, com, com",
    "Müller.co.uk, co.uk, co.uk",
    "a.b.example.de, b.example.de, b.example.de",
    "пример.рф, xn--p1ai, рф"
  })
  void theZoneIsWhatFollowsTheFirstLabel(String name, String zone, String forPeople) {
    assertThat(DomainName.of(name).zone()).isEqualTo(zone);
    assertThat(DomainName.of(name).unicodeZone()).isEqualTo(forPeople);
  }

  @ParameterizedTest
  @ValueSource(strings = {"аpple.com", "xn--pple-43d.com"})
  void anExistingContactCanBeNamed(String name) {
    assertThat(DomainName.of(name).ascii()).isEqualTo("xn--pple-43d.com");
  }
}
