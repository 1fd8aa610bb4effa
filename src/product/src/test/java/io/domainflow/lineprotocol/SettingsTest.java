package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.ispapi.net/api/call.cgi",
        "ftp://api.ispapi.net/",
        "https:///api",
        "https://user:canary@api.ispapi.net/",
        "file:///etc/hosts"
      })
  void refusesAnAddressThatIsNotAnApi(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint(URI.create(url), "54cd"))
        .withMessageNotContaining("canary");
  }

  @Test
  void acceptsTheDocumentedAddressAndALocalOne() {
    URI live = URI.create("https://api.ispapi.net/api/call.cgi");
    URI local = URI.create("http://127.0.0.1/api/call.cgi");

    assertThat(new Endpoint(live, "54cd").url()).isEqualTo(live);
    assertThat(new Endpoint(local, "1234").url()).isEqualTo(local);
  }

  @Test
  void doesNotPrintAPassword() {
    assertThat(new Credentials("acme!robot", "canary")).hasToString("Credentials[acme!robot, ***]");
  }
}
