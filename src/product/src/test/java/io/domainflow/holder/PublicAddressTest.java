package io.domainflow.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://domains.example.com",
        "https://domains.example.com:8443/",
        "http://localhost:8080"
      })
  void takesAddresses(String url) {
    assertThat(new PublicAddress(URI.create(url)).publicUrl()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "domains.example.com",
        "http://domains.example.com",
        "https://domains.example.com/app",
        "https://ada@domains.example.com",
        "https://domains.example.com?x=1",
        "mailto:ada@example.com"
      })
  void saysWhatAnAddressIs(String url) {
    assertThatThrownBy(() -> new PublicAddress(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("domainflow.public-url must be an address such as");
  }
}
