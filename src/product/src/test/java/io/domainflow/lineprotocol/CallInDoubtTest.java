package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.ScriptedServer.Script;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.command.ReadDomain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose end leaves open whether they were executed. */
class CallInDoubtTest {

  @RegisterExtension private final LogWithoutSecrets log = new LogWithoutSecrets();

  private final LineProtocolClient client =
      new LineProtocolClient(LineProtocolHttp.create(SampleCall.CONNECT), SampleCall.TOTAL);

  @Test
  void noAnswerInTimeLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.keepSilent(), "no answer in time");
  }

  @Test
  void aHeaderThatArrivesForeverByteByByteLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> {
          exchange.write("HTTP/1.1 200 OK\r\n");
          while (exchange.pause(50)) {
            exchange.write("X-More: canary\r\n");
          }
        },
        "no answer in time");
  }

  @Test
  void aBodyThatArrivesForeverByteByByteLeavesItInDoubtAndIsCutOff() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            exchange -> {
              try {
                exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (exchange.pause(50)) {
                  exchange.write("[");
                }
              } catch (IOException e) {
                hungUp.countDown();
              }
            })) {

      NoAnswer failure = assertInDoubt(server);

      assertThat(failure.reason()).isEqualTo("no answer in time");
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).as("connection given back").isTrue();
    }
  }

  @Test
  void aResetAfterTheRequestLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.reset(), "connection lost");
  }

  @Test
  void anEndWithoutAnAnswerLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.hangUp(), "connection lost");
  }

  @Test
  void aResetOnAConnectionUsedBeforeLeavesItInDoubtAndIsNotTriedAgain() throws IOException {
    Script answerOnceThenReset =
        exchange -> {
          if (exchange.request().contains("StatusDomain")) {
            exchange.answer(200, SampleCall.OK);
          } else {
            exchange.reset();
          }
        };
    try (ScriptedServer server = new ScriptedServer(answerOnceThenReset)) {
      client.send(
          server.endpoint(),
          SampleCall.ROBOT,
          IspapiCodecs.encode(new ReadDomain(SampleCall.REGISTER.registration().domain())));

      NoAnswer failure =
          catchThrowableOfType(
              NoAnswer.class,
              () -> client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND));

      assertThat(failure.reason()).isEqualTo("connection lost");
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
      LogWithoutSecrets.assertNothingSecretIn(failure);
    }
  }

  @Test
  void aBodyCutByTheConnectionLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> {
          exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + SampleCall.OK);
          exchange.hangUp();
        },
        "connection lost");
  }

  @Test
  void aBodyThatEndsTooEarlyLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, SampleCall.OK.replace("EOF", "")),
        "the answer ends too early");
  }

  @Test
  void anEmptyBodyLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.answer(200, ""), "the answer is empty");
  }

  @Test
  void garbageLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, "<html>canary</html>"),
        "the answer does not start like one");
  }

  @Test
  void aGarbledStatusLineLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.write("canary canary canary\r\n\r\n"), "connection lost");
  }

  @Test
  void anAnswerWithoutACodeLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, SampleCall.OK.replace("CODE=200", "")),
        "the answer has no result code");
  }

  @Test
  void anAnswerInAnotherEncodingLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, "", SampleCall.OK.getBytes(StandardCharsets.UTF_16)),
        "the answer does not start like one");
  }

  @Test
  void aPackedAnswerLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, "Content-Encoding: gzip\r\n", packed(SampleCall.OK)),
        "the answer does not start like one");
  }

  @Test
  void aDeepIndexLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, SampleCall.OK.replace("[0]", "[999999999]")),
        "the answer has a list that is too long");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 400, 429, 500, 502, 503, 504})
  void anyOtherStatusLeavesItInDoubtWhateverTheBodySays(int status) throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(status, status == 204 ? "" : SampleCall.OK), "HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectLeavesItInDoubtAndIsNotFollowed(int status) throws IOException {
    try (ScriptedServer elsewhere =
        new ScriptedServer(exchange -> exchange.answer(200, SampleCall.OK))) {
      String location = "Location: " + elsewhere.endpoint().url() + "\r\n";

      assertInDoubt(exchange -> exchange.answer(status, location, new byte[0]), "HTTP " + status);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws IOException {
    AtomicLong written = new AtomicLong();
    byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);

    assertInDoubt(
        exchange -> {
          exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + SampleCall.OK);
          while (exchange.pause(0)) {
            exchange.write(block);
            written.addAndGet(block.length);
          }
        },
        "the answer is too large");
    assertThat(written).hasValueLessThan(64L * 1024 * 1024);
  }

  @Test
  void anInterruptedCallLeavesItInDoubtAndStaysInterrupted() throws IOException {
    Thread caller = Thread.currentThread();
    try {
      assertInDoubt(
          exchange -> {
            caller.interrupt();
            exchange.keepSilent();
          },
          "interrupted by a shutdown");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  private void assertInDoubt(Script script, String reason) throws IOException {
    try (ScriptedServer server = new ScriptedServer(script)) {
      assertThat(assertInDoubt(server).reason()).isEqualTo(reason);
    }
  }

  private NoAnswer assertInDoubt(ScriptedServer server) {
    long start = System.nanoTime();

    NoAnswer failure =
        catchThrowableOfType(
            NoAnswer.class,
            () -> client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND));

    assertThat(failure).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(SampleCall.TOTAL.plusSeconds(3));
    assertThat(failure).hasMessageContaining("may have been executed and charged");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.connections()).isEqualTo(1);
    LogWithoutSecrets.assertNothingSecretIn(failure);
    assertThat(log.lines())
        .anyMatch(line -> line.matches("AddDomain xn--mller-kva.com failed after \\d+ ms: .*"));
    return failure;
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
