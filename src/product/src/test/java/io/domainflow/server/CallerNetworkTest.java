package io.domainflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
    "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:0",
    "2001:db8:1:3::9, 2001:db8:1:3:0:0:0:0",
    "nonsense::%::, nonsense::%::"
  })
  void isTheAddressOrTheFirstHalfOfIt(String address, String network) {
    assertThat(CallerNetwork.of(address)).isEqualTo(network);
  }

  @Test
  void limitsItsAddressesTogether() {
    ThreadsPerAddress threads = new ThreadsPerAddress(1, 10);

    assertThat(threads.begin("2001:db8::1")).isTrue();
    assertThat(threads.begin("2001:db8::2")).isFalse();
    threads.end("2001:db8::1");
    assertThat(threads.begin("2001:db8::2")).isTrue();
  }
}
