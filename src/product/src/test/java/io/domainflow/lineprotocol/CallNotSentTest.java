package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.domainflow.FreePort;
import io.domainflow.registrar.CallFailed;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotAccepted;
import io.domainflow.registrar.NotSent;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose end proves that nothing was executed. */
class CallNotSentTest {

  @RegisterExtension private final LogWithoutSecrets log = new LogWithoutSecrets();

  private final LineProtocolClient client =
      new LineProtocolClient(LineProtocolHttp.create(SampleCall.CONNECT), SampleCall.TOTAL);

  @Test
  void connectionRefusedMeansNotSent() {
    assertNotSent("http://127.0.0.1:" + FreePort.find() + "/", "connection refused");
  }

  @Test
  void anUnknownHostMeansNotSent() {
    assertNotSent("http://registrar.invalid/", "its host name is unknown");
  }

  @Test
  void noConnectionInTimeMeansNotSent() throws IOException {
    List<Socket> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fillTheQueueOf(full, queue);

      assertNotSent("http://127.0.0.1:" + full.getLocalPort() + "/", "no connection in time");
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void noTlsOnTheOtherSideIsNeverAnAnswer() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answerInPlainText(plain));
      answering.start();

      CallFailed failure =
          catchThrowableOfType(
              CallFailed.class,
              () ->
                  client.send(
                      new Endpoint(
                          URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/"), "54cd"),
                      SampleCall.ROBOT,
                      SampleCall.COMMAND));

      // Nothing can have left without TLS. Seldom the body is handed out before that shows: then it
      // counts as in doubt, which costs a look.
      if (failure instanceof NotSent) {
        assertThat(failure.reason()).isEqualTo("no secure connection");
      } else {
        assertThat(failure).isInstanceOf(NoAnswer.class);
      }
    }
  }

  @Test
  void aTlsHandshakeThatHangsMeansNotSent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      NotSent failure =
          catchThrowableOfType(
              NotSent.class,
              () ->
                  client.send(
                      at("https://127.0.0.1:" + silent.getLocalPort()),
                      SampleCall.ROBOT,
                      SampleCall.COMMAND));

      assertThat(failure).isNotNull();
      assertThat(failure.reason()).isIn("no connection in time", "no answer in time");
      LogWithoutSecrets.assertNothingSecretIn(failure);
    }
  }

  @Test
  void anUntrustedCertificateMeansNotSent(@TempDir Path directory) throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            selfSigned(directory).getServerSocketFactory(),
            exchange -> exchange.answer(200, SampleCall.OK))) {

      assertNotSent("https://localhost:" + server.port() + "/", "no secure connection");
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void aClosedAddressMeansNotAccepted(int status) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(exchange -> exchange.answer(status, "canary " + SampleCall.OK))) {

      NotAccepted failure =
          catchThrowableOfType(
              NotAccepted.class,
              () -> client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND));

      assertThat(failure.httpStatus()).isEqualTo(status);
      assertThat(failure)
          .hasMessageContaining("HTTP " + status)
          .hasMessageContaining("no money was spent");
      assertThat(server.requests()).hasSize(1);
      LogWithoutSecrets.assertNothingSecretIn(failure);
    }
  }

  private void assertNotSent(String url, String reason) {
    NotSent failure =
        catchThrowableOfType(
            NotSent.class, () -> client.send(at(url), SampleCall.ROBOT, SampleCall.COMMAND));

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining("no money was spent");
    LogWithoutSecrets.assertNothingSecretIn(failure);
  }

  private static Endpoint at(String url) {
    return new Endpoint(URI.create(url), "1234");
  }

  private static void fillTheQueueOf(ServerSocket server, List<Socket> queue) throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket();
      queue.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
    throw new IllegalStateException("The queue of waiting connections does not fill up.");
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket connection = server.accept()) {
      InputStream in = connection.getInputStream();
      if (in.read() >= 0) {
        connection
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        in.readAllBytes();
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private static SSLContext selfSigned(Path directory) throws Exception {
    Path file = directory.resolve("server.p12");
    char[] password = "changeit".toCharArray();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();

    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
