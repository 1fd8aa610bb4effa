package io.domainflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadsPerAddressTest {

  private final ThreadsPerAddress threads = new ThreadsPerAddress(2, 3);

  @Test
  void oneAddressLeavesThreadsToOthers() {
    assertThat(threads.begin("192.0.2.1")).isTrue();
    assertThat(threads.begin("192.0.2.1")).isTrue();

    assertThat(threads.begin("192.0.2.1")).isFalse();
    assertThat(threads.begin("192.0.2.2")).isTrue();
  }

  @Test
  void allTogetherHaveSoMany() {
    threads.begin("192.0.2.1");
    threads.begin("192.0.2.2");
    threads.begin("192.0.2.3");

    assertThat(threads.begin("192.0.2.4")).isFalse();
    threads.end("192.0.2.1");
    assertThat(threads.begin("192.0.2.4")).isTrue();
  }

  @Test
  void whoIsRefusedOwesNothing() {
    threads.begin("192.0.2.1");
    threads.begin("192.0.2.1");
    threads.begin("192.0.2.1");

    threads.end("192.0.2.1");

    assertThat(threads.begin("192.0.2.1")).isTrue();
  }
}
