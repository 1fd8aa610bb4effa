package io.domainflow.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private static final String NAME = "fault.com";

  private SandboxServer sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  private void fault(String json) {
    assertThat(sandbox.control("POST", "/sandbox/faults", json).statusCode()).isEqualTo(200);
  }

  private void fault(String command, String fault) {
    fault("{\"command\":\"%s\",\"fault\":\"%s\"}".formatted(command, fault));
  }

  private HttpRequest addDomain() {
    return sandbox.rawRequest(
        RawRequest.form(
            "test.user",
            "test.passw0rd",
            RawRequest.text("AddDomain", RawRequest.registration(NAME))));
  }

  private boolean executed() {
    return sandbox.call("StatusDomain", "DOMAIN=" + NAME).code() == 200;
  }

  @ParameterizedTest
  @CsvSource({"REFUSE, false", "RESET_BEFORE, false", "RESET_AFTER, true", "HALF_BODY, true"})
  void breaksTheConnection(String fault, boolean executed) {
    fault("AddDomain", fault);

    assertThatThrownBy(() -> sandbox.send(addDomain()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
    assertThat(executed()).isEqualTo(executed);
    assertThat(sandbox.call("AddDomain", RawRequest.registration(NAME)).code())
        .as("strikes once")
        .isEqualTo(executed ? 540 : 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_BEFORE", "RESET_AFTER"})
  void reallyResetsTheConnection(String fault) throws IOException {
    fault("AddDomain", fault);

    try (Socket socket = rawCall()) {
      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::read)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void closesInsteadOfResettingWhenRefused() throws IOException {
    fault("AddDomain", "REFUSE");

    try (Socket socket = rawCall()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void cutsTheBodyInHalf() throws IOException {
    fault("AddDomain", "HALF_BODY");

    try (Socket socket = rawCall()) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("[RESPONSE]").doesNotContain("EOF");
    }
  }

  private Socket rawCall() throws IOException {
    String form =
        RawRequest.form(
            "test.user",
            "test.passw0rd",
            RawRequest.text("AddDomain", RawRequest.registration(NAME)));
    Socket socket = new Socket("localhost", sandbox.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            ("POST /sandbox/api/call.cgi HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length()
                    + "\r\n\r\n"
                    + form)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @ParameterizedTest
  @CsvSource({"TIMEOUT_BEFORE, false", "TIMEOUT_AFTER, true"})
  void letsTheCallerWait(String fault, boolean executed) {
    fault("AddDomain", fault);
    HttpRequest impatient =
        HttpRequest.newBuilder(addDomain(), (name, value) -> true)
            .timeout(Duration.ofMillis(300))
            .build();

    assertThatThrownBy(() -> sandbox.send(impatient)).isInstanceOf(HttpTimeoutException.class);
    await().until(() -> executed() == executed);
  }

  @Test
  void doesNotHoldAConnectionForEver() {
    fault("AddDomain", "TIMEOUT_BEFORE");

    assertThatThrownBy(() -> sandbox.send(addDomain()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void answersNothingOrRubbishAfterExecuting() throws IOException {
    fault("AddDomain", "EMPTY");
    assertThat(sandbox.send(addDomain()).body()).isEmpty();
    assertThat(executed()).isTrue();

    fault("StatusDomain", "GARBAGE");
    HttpResponse<String> garbage =
        sandbox.post(
            RawRequest.form(
                "test.user", "test.passw0rd", RawRequest.text("StatusDomain", "DOMAIN=" + NAME)));
    assertThat(garbage.body()).doesNotContain("CODE=").isNotEmpty();
  }

  @Test
  void answersHttp500AfterExecuting() throws IOException {
    fault("AddDomain", "HTTP_500");

    assertThat(sandbox.send(addDomain()).statusCode()).isEqualTo(500);
    assertThat(executed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"CODE_421, 421, false", "CODE_549_AFTER, 549, true", "CODE_546, 546, false"})
  void answersACodeInstead(String fault, int code, boolean executed) {
    fault("AddDomain", fault);

    assertThat(sandbox.call("AddDomain", RawRequest.registration(NAME)).code()).isEqualTo(code);
    assertThat(executed()).isEqualTo(executed);
  }

  @Test
  void addsItsOwnDescription() {
    fault("{\"command\":\"*\",\"fault\":\"CODE_425\",\"description\":\"slow down\"}");

    assertThat(sandbox.call("StatusAccount").says())
        .isEqualTo("425 Service temporarily locked; usage exceeded; slow down");
  }

  @Test
  void executesAtOnceAndHoldsTheAnswerBack() throws Exception {
    fault("AddDomain", "DELAY_1500");
    long sent = System.nanoTime();

    var late =
        CompletableFuture.supplyAsync(
            () -> sandbox.call("AddDomain", RawRequest.registration(NAME)));
    while (!executed()) {
      assertThat(late).isNotDone();
    }

    assertThat(late).isNotDone();
    assertThat(late.get().code()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - sent))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void strikesAsOftenAsSetAndOnlyForTheGivenNames() {
    fault("{\"command\":\"CheckDomain\",\"fault\":\"CODE_421\",\"times\":2,\"domain\":\"*.shop\"}");

    assertThat(sandbox.call("CheckDomain", "DOMAIN=a.com").code()).isEqualTo(210);
    assertThat(sandbox.call("CheckDomain", "DOMAIN=a.shop").code()).isEqualTo(421);
    assertThat(sandbox.call("CheckDomain", "DOMAIN=b.shop").code()).isEqualTo(421);
    assertThat(sandbox.call("CheckDomain", "DOMAIN=c.shop").code()).isEqualTo(210);
  }

  @Test
  void canBeUndone() {
    fault("StatusAccount", "CODE_421");
    sandbox.control("DELETE", "/sandbox/faults", "");

    assertThat(sandbox.call("StatusAccount").code()).isEqualTo(200);
  }

  @Test
  void isWrittenDownWithTheRequest() {
    fault("CheckDomain", "EMPTY");
    sandbox.post(
        RawRequest.form(
            "test.user", "test.passw0rd", RawRequest.text("CheckDomain", "DOMAIN=" + NAME)));

    assertThat(sandbox.get("/sandbox/requests?domain=" + NAME))
        .contains("\"code\":null", "\"fault\":\"EMPTY\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"command\":\"AddDomain\",\"fault\":\"EXPLODE\"};must be one of",
        "{\"command\":\"AddDomain\",\"fault\":\"CODE_999\"};must be one of",
        "{\"command\":\"AddDomain\",\"fault\":\"DELAY\"};must be one of",
        "{\"command\":\"AddDomain\",\"fault\":\"EVENTS_LOST\"};must be one of",
        "{\"command\":\"EVENTS\",\"fault\":\"EVENTS_LATE_soon\"};must be one of",
        "{\"command\":\"NoSuch\",\"fault\":\"EMPTY\"};must be one the sandbox has",
        "{\"command\":\"AddDomain\",\"fault\":\"EMPTY\",\"times\":0};times",
        "{\"command\":\"AddDomain\"};missing",
        "{\"command\":\"AddDomain\",\"fault\":\"EMPTY\",\"tmes\":1};tmes"
      })
  void refusesAnUnknownFault(String json, String detail) {
    HttpResponse<String> answer = sandbox.control("POST", "/sandbox/faults", json);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(detail);
  }
}
