package io.domainflow.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Callers that do not read their answers do not prevent others from being served. */
@SecurityTest
class SlowReadersTest {

  /** More than the server has threads. */
  private static final int MANY = 300;

  /** A public file of 3.8 MB. */
  private static final String LARGE = "/camunda/lib/deps.js";

  /** Less than Tomcat waits for a reader: within this time no blocked thread becomes free. */
  private static final int PROMPT = 5_000;

  private final List<Socket> sockets = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext application;

  @BeforeEach
  void askForMoreThanIsRead() throws IOException {
    String requests = ("GET " + LARGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n").repeat(4);
    for (int i = 0; i < MANY; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
      sockets.add(socket);
    }
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void othersAreServedMeanwhileEvenFromTheSameAddress() throws IOException {
    assertThat(promptly("GET", "/actuator/health/readiness", "", "", port)).isEqualTo(200);
    String order = RawHttp.login("operator") + "Content-Type: application/json\r\n";
    // on a busy machine, the address may have to come again once
    await().until(() -> promptly("POST", "/api/v1/orders", order, "{}", port) == 400);
    await().until(() -> sockets.stream().filter(SlowReadersTest::isOpen).count() <= 32);
  }

  @Test
  void healthHasAPortWithThreadsOfItsOwnAndNothingElse() throws IOException {
    int health = healthPort();

    for (String probe : List.of("", "/readiness", "/liveness")) {
      assertThat(promptly("GET", "/actuator/health" + probe, "", "", health)).isEqualTo(200);
    }
    assertThat(promptly("GET", LARGE, "", "", health)).isEqualTo(404);
    assertThat(promptly("GET", "/api/v1/orders", RawHttp.login("operator"), "", health))
        .isEqualTo(404);
  }

  private int healthPort() {
    Connector[] connectors =
        ((TomcatWebServer) application.getWebServer()).getTomcat().getService().findConnectors();
    return Arrays.stream(connectors)
        .mapToInt(Connector::getLocalPort)
        .filter(local -> local != port)
        .findFirst()
        .orElseThrow();
  }

  private static int promptly(String method, String path, String headers, String body, int port)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PROMPT);
      socket
          .getOutputStream()
          .write(
              RawHttp.request(method, path, headers, body).getBytes(StandardCharsets.ISO_8859_1));
      return RawHttp.status(socket);
    }
  }

  /** Whether the server still wants to answer; a connection that it closed takes no byte. */
  private static boolean isOpen(Socket socket) {
    try {
      socket.getOutputStream().write('\r');
      return true;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (SocketException e) {
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
