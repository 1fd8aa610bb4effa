package io.domainflow.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.WebhookReceiver;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sender calls only allowed addresses, and waits only for a limited time. */
class SenderTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Enough even on a busy machine; a call that is not ended never stops. */
  private static final Duration ENDS_AT_ALL = Duration.ofSeconds(30);

  /** A resolver that gives its answers in turn, and then repeats the last. */
  private static final class Turns implements NameLookup {

    private final Deque<List<String>> answers = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public synchronized InetAddress[] addresses(String host) throws UnknownHostException {
      asked.add(host);
      List<String> answer = answers.size() > 1 ? answers.remove() : answers.element();
      InetAddress[] addresses = new InetAddress[answer.size()];
      for (int i = 0; i < addresses.length; i++) {
        addresses[i] = InetAddress.getByName(answer.get(i));
      }
      return addresses;
    }
  }

  private final Turns names = new Turns();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "::1",
        "fd00:ec2::254",
        "8.8.8.8 192.168.1.1",
        "2606:4700::1 fe80::1"
      })
  void doesNotCallANameWithAnyAddressThatIsClosed(String addresses) throws Exception {
    names.answers.add(List.of(addresses.split(" ")));
    try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TryOutcome outcome = send("https://inside.example:" + inside.getLocalPort() + "/");

      assertThat(outcome.error())
          .isEqualTo(
              "its host has an address outside of the public internet, and the setting"
                  + " domainflow.webhooks.allowed-targets does not list it; nothing was sent");
      assertNobodyCame(inside);
    }
  }

  @Test
  void connectsToWhatWasCheckedWhenTheNameChangesItsAddress() throws Exception {
    names.answers.add(List.of("127.0.0.1"));
    names.answers.add(List.of("127.0.0.2"));
    try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket second =
            new ServerSocket(
                first.getLocalPort(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 2}))) {
      send("http://rebinding.example:" + first.getLocalPort() + "/");

      assertThat(names.asked).containsExactly("rebinding.example");
      first.setSoTimeout(1_000);
      first.accept().close();
      assertNobodyCame(second);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fe80::1%25lo]/",
        "https://localhost/",
        "https://a.localhost/",
        "http://billing.example/",
        "file:///etc/passwd",
        "gopher://billing.example/",
        "ftp://billing.example/",
        "https://user:pass@billing.example/",
        "https://billing.example@127.0.0.1/",
        "https://billing.example/#a",
        "https://billing.example:0/",
        "https://billing.example:70000/",
        "https://bill_ing.example/",
        "https://\u212a.example/",
        "https://billing.example\\@127.0.0.1/",
        "https:billing.example",
        "//billing.example/",
        "billing.example",
        "https:///x",
        ""
      })
  void refusesAddressesThatAreWrongFromTheStart(String url) {
    Targets targets = new Targets(properties(List.of()), names);

    assertThatThrownBy(() -> targets.check(url)).isInstanceOf(InvalidValue.class);
    assertThat(names.asked).isEmpty();
  }

  @Test
  void acceptsUsualAddresses() {
    Targets targets = new Targets(properties(List.of("hooks.internal:8443", "[::1]:*")), names);

    for (String url :
        List.of(
            "https://billing.example",
            "HTTPS://Billing.example:8443/hooks?token=a%20b",
            "https://8.8.8.8/",
            "https://[2606:4700:4700::1111]/",
            "https://xn--mller-kva.example/",
            "http://hooks.internal:8443/",
            "http://[::1]:1234/",
            "https://" + "a".repeat(60) + ".example/" + "x".repeat(1900))) {
      assertThat(targets.check(url)).isEqualTo(url);
    }
    assertThatThrownBy(() -> targets.check("https://a.example/" + "x".repeat(2000)))
        .hasMessageContaining("2000");
    assertThatThrownBy(() -> targets.check("http://hooks.internal:8444/"))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @CsvSource({"http, silent", "https, silent", "http, dripping"})
  void doesNotWaitLongerThanATryMayTake(String scheme, String behaviour) throws Exception {
    names.answers.add(List.of("127.0.0.1"));
    try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> hold(slow, behaviour.equals("dripping")));
      server.setDaemon(true);
      server.start();

      long began = System.nanoTime();
      TryOutcome outcome = send(scheme + "://localhost:" + slow.getLocalPort() + "/");

      assertThat(outcome.error()).isEqualTo("it did not answer within 1 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ENDS_AT_ALL);
    }
  }

  @Test
  void doesNotReadAnAnswerThatHasNoEnd() {
    names.answers.add(List.of("127.0.0.1"));
    try (WebhookReceiver endless = new WebhookReceiver()) {
      endless.answer(
          exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] noise = new byte[65_536];
            while (true) {
              exchange.getResponseBody().write(noise);
            }
          });

      TryOutcome outcome = send(endless.url());

      assertThat(outcome.delivered()).isTrue();
      assertThat(outcome.took()).isLessThan(ENDS_AT_ALL);
    }
  }

  @Test
  void doesNotTrustEveryCertificate() throws Exception {
    names.answers.add(List.of("127.0.0.1"));
    try (WebhookReceiver plain = new WebhookReceiver()) {
      TryOutcome outcome = send("https://localhost:" + URI.create(plain.url()).getPort() + "/");

      assertThat(outcome.error()).contains("encryption is not good");
      assertThat(plain.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost", "LOCALHOST"})
  void callsThisMachineByAnyOfItsNamesWhereItIsAllowed(String host) throws Exception {
    String url = "http://" + host + ":9000/hooks";
    names.answers.add(List.of("127.0.0.1"));
    for (String allowed : List.of("localhost:*", "localhost:9000", "127.0.0.1:9000", "[::1]:*")) {
      Targets targets = new Targets(properties(List.of(allowed)), names);

      assertThat(targets.check(url)).isEqualTo(url);
      assertThat(targets.addresses(host, 9000)).isNotEmpty();
    }
    for (String other : List.of("localhost:9001", "billing.example:9000")) {
      Targets targets = new Targets(properties(List.of(other)), names);

      assertThatThrownBy(() -> targets.check(url))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("domainflow.webhooks.allowed-targets");
      assertThatThrownBy(() -> targets.addresses("127.0.0.1", 9000))
          .isInstanceOf(TargetRefused.class);
    }
  }

  private TryOutcome send(String url) {
    WebhookProperties properties = properties(List.of("localhost:*", "rebinding.example:*"));
    Sender sender = new Sender(new Targets(properties, names), properties, new MovableClock());
    try {
      return sender.send(url, "id", "{}", List.of(WebhookSecret.random()));
    } finally {
      close(sender);
    }
  }

  private static void close(Sender sender) {
    try {
      sender.destroy();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static WebhookProperties properties(List<String> allowed) {
    return new WebhookProperties(allowed, TIMEOUT, 4);
  }

  private static void assertNobodyCame(ServerSocket inside) throws IOException {
    inside.setSoTimeout(50);
    assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
  }

  /** Accepts connections and never ends an answer. */
  private static void hold(ServerSocket server, boolean dripping) {
    try (Socket caller = server.accept()) {
      if (dripping) {
        for (byte one :
            "HTTP/1.1 200 OK\r\nX-Long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                .getBytes(StandardCharsets.US_ASCII)) {
          caller.getOutputStream().write(one);
          Thread.sleep(100);
        }
      }
      caller.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException | InterruptedException e) {
      // the caller has hung up
    }
  }
}
