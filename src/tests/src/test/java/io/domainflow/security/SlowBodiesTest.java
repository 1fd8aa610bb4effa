package io.domainflow.security;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that never complete, or are too large, do not prevent others from being served. */
@SecurityTest
class SlowBodiesTest {

  /** More than the server has threads. */
  private static final int MANY = 210;

  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/welcome";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService senders = Executors.newSingleThreadScheduledExecutor();

  @LocalServerPort private int port;
  private Caller browser;

  @BeforeEach
  void opensAPage() {
    browser = Caller.anonymous(port);
    browser.get("/camunda/app/welcome/default/");
  }

  @AfterEach
  void hangUp() throws IOException {
    senders.shutdownNow();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LOGIN, "/api/v1/orders", "/engine-rest/task", "/nowhere"})
  void othersAreServedWhileSlowClientsSendByteByByte(String path) throws IOException {
    String login = path.equals(LOGIN) ? browser.headers() + FORM : RawHttp.login("operator") + JSON;
    for (int i = 0; i < MANY; i++) {
      open(
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + login
              + "Content-Length: 1000000\r\n\r\n{");
    }

    Future<?> sending = senders.scheduleWithFixedDelay(this::sendAByteEach, 0, 1, TimeUnit.SECONDS);

    RawHttp http = new RawHttp(port);
    assertThat(http.status("GET", "/actuator/health/readiness", "")).isEqualTo(200);
    String order =
        RawHttp.request("POST", "/api/v1/orders", RawHttp.login("operator") + JSON, "{}");
    // on a busy machine, the address may have to come again once
    await().until(() -> http.status(order) == 400);
    sending.cancel(false);

    await().until(() -> sendAByteEach() == 0);
    assertThat(answers().keySet()).allMatch(status -> status >= 400 && status != 500);
  }

  @Test
  void anIncompleteRequestIsToldSo() throws IOException {
    Socket slow =
        open(
            "POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\n"
                + RawHttp.login("operator")
                + JSON
                + "Content-Length: 1000000\r\n\r\n{");

    await().until(() -> sendAByteEach() == 0);

    assertThat(RawHttp.status(slow)).isEqualTo(408);
  }

  @Test
  void headersThatNeverEndKeepNobodyWaiting() throws IOException {
    for (int i = 0; i < MANY; i++) {
      open("POST /api/v1/orders HTTP/1.1\r\nHost: localhost\r\nX-");
    }

    assertThat(new RawHttp(port).status("GET", "/actuator/health/readiness", "")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/orders",
        "/engine-rest/task",
        "/engine-rest/process-definition/key/SecurityTestProcess/start",
        "/camunda/api/engine/engine/default/task",
        LOGIN
      })
  void answersABodyThatIsTooLargeWithAProblem(String path) {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String login =
        path.startsWith("/camunda")
            ? Caller.webapp(port, "operator", "tasklist").headers()
            : RawHttp.login("operator");
    String type = path.equals(LOGIN) ? FORM : JSON;

    int status =
        new RawHttp(port)
            .status(
                "POST "
                    + path
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + login
                    + type
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(20)
                    + "0\r\n\r\n");

    assertThat(status).isEqualTo(413);
  }

  private Socket open(String beginning) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
    sockets.add(socket);
    return socket;
  }

  /** Sends a byte on each connection, and returns how many the server still reads. */
  private long sendAByteEach() {
    return sockets.stream().filter(SlowBodiesTest::takesAByte).count();
  }

  private static boolean takesAByte(Socket socket) {
    try {
      if (socket.getInputStream().available() > 0) {
        return false;
      }
      socket.getOutputStream().write(' ');
      return true;
    } catch (SocketException e) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of each answer, among connections that one more byte did not break. */
  private Map<Integer, Long> answers() {
    return sockets.stream()
        .flatMap(SlowBodiesTest::answer)
        .collect(groupingBy(status -> status, counting()));
  }

  private static Stream<Integer> answer(Socket socket) {
    try {
      return Stream.of(RawHttp.status(socket));
    } catch (IOException broken) {
      return Stream.empty();
    }
  }
}
