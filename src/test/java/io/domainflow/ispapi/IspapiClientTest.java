package io.domainflow.ispapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.domainflow.ispapi.ScriptedServer.Script;
import io.domainflow.ispapi.command.WireCommand;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.CallFailed;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.NotAccepted;
import io.domainflow.registrar.NotSent;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** One test per way a call can end, against a real server on a real socket. */
class IspapiClientTest {

  private static final String OK =
      """
      [RESPONSE]
      CODE=200
      DESCRIPTION=Command completed successfully
      PROPERTY[STATUS][0]=ACTIVE
      EOF
      """;

  private static final Credentials ROBOT = new Credentials("acme!robot", "canary-p&w*ü");

  // Every value that must stay out of logs and messages contains the word «canary».
  private static final Contact ADA =
      new Contact(
          null,
          "Canary",
          "Example",
          null,
          List.of("canary street 1"),
          "Berlin",
          null,
          "10115",
          "DE",
          "+49.301234567",
          "canary@example.net");
  private static final RegisterDomain REGISTER =
      new RegisterDomain(
          new DomainRegistration(
              DomainName.of("müller.com"),
              new Period(1),
              ADA,
              Contact.ofHandle("P-A"),
              Contact.ofHandle("P-T"),
              Contact.ofHandle("P-B"),
              List.of(),
              RenewalMode.AUTOEXPIRE,
              false,
              false,
              null,
              new AdditionalFields(Map.of("X-PASSPORT", "canary*1=2&3+4%5")),
              null));
  private static final WireCommand<?> COMMAND = WireCommand.of(REGISTER);

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration TOTAL = Duration.ofSeconds(2);

  private final IspapiClient client = new IspapiClient(IspapiHttp.create(CONNECT), TOTAL);

  // What the JDK's own client writes of bytes it cannot parse is not ours, and an application that
  // lives in the same JVM writes at the same time.
  private final Logger ourLogger = (Logger) LoggerFactory.getLogger("io.domainflow.ispapi");
  private final Level levelBefore = ourLogger.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void captureTheLog() {
    logged.start();
    ourLogger.addAppender(logged);
    ourLogger.setLevel(Level.TRACE);
  }

  @AfterEach
  void nothingSecretWasLogged() {
    ourLogger.detachAppender(logged);
    ourLogger.setLevel(levelBefore);
    assertThat(logLines()).isNotEmpty().noneMatch(IspapiClientTest::isSecret);
  }

  @Test
  void tellsTheAddressOfTheClientWhereThereIsOne() throws IOException {
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, OK))) {

      client.send(server.endpoint(), new Credentials("acme", "canary", "192.0.2.7:80"), COMMAND);
      client.send(server.endpoint(), ROBOT, COMMAND);

      assertThat(server.requests().get(0)).contains("&s_remoteaddr=192.0.2.7%3A80&");
      assertThat(server.requests().get(1)).doesNotContain("s_remoteaddr");
    }
  }

  @Test
  void sendsOneFormAndReadsTheAnswer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(exchange -> exchange.answer(200, OK.replace("ACTIVE", "ÄKTIV")))) {

      IspapiResponse response = client.send(server.endpoint(), ROBOT, COMMAND);

      assertThat(response.code()).isEqualTo(200);
      assertThat(response.all("STATUS")).containsExactly("ÄKTIV");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0))
          .startsWith("POST /api/call.cgi HTTP/1.1\r\n")
          .contains("Content-Type: application/x-www-form-urlencoded\r\n", "User-Agent: Domainflow")
          .doesNotContainIgnoringCase("Accept-Encoding")
          .doesNotContainIgnoringCase("Upgrade:")
          .endsWith(
              "\r\n\r\ns_entity=1234&s_login=acme%21robot&s_pw=canary-p%26w%2A%C3%BC&s_command="
                  + "COMMAND%3DAddDomain%0ADOMAIN%3Dxn--mller-kva.com%0APERIOD%3D1Y"
                  + "%0ARENEWALMODE%3DAUTOEXPIRE%0AOWNERCONTACT0FIRSTNAME%3DCanary"
                  + "%0AOWNERCONTACT0LASTNAME%3DExample%0AOWNERCONTACT0STREET%3Dcanary+street+1"
                  + "%0AOWNERCONTACT0ZIP%3D10115%0AOWNERCONTACT0CITY%3DBerlin"
                  + "%0AOWNERCONTACT0COUNTRY%3DDE%0AOWNERCONTACT0PHONE%3D%2B49.301234567"
                  + "%0AOWNERCONTACT0EMAIL%3Dcanary%40example.net%0AADMINCONTACT0%3DP-A"
                  + "%0ATECHCONTACT0%3DP-T%0ABILLINGCONTACT0%3DP-B"
                  + "%0AX-PASSPORT%3Dcanary%2A1%3D2%263%2B4%255");
      assertThat(logLines())
          .anyMatch(line -> line.matches("AddDomain xn--mller-kva.com answered 200 after \\d+ ms"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary \"double\" 'single'",
        "&canary<b>&amp;</b>",
        "canary=1;DOMAIN=other.com",
        "ca  nary+%0A%26 canary*",
        "cänary¿→"
      })
  void anAuthCodeArrivesAsItIsAndShowsNowhere(String code) throws IOException {
    RequestTransfer transfer =
        new RequestTransfer(
            DomainName.of("example.com"),
            TransferKind.REQUEST,
            AuthCode.of(code),
            null,
            Map.of(),
            List.of(),
            AdditionalFields.NONE,
            null);
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200,
                    "[RESPONSE]\nCODE=505\nDESCRIPTION=No; «%s»; DOMAIN-AUTH=%s\nEOF\n"
                        .formatted(code, code)))) {

      IspapiResponse response = client.send(server.endpoint(), ROBOT, WireCommand.of(transfer));

      String sent = server.requests().get(0);
      assertThat(
              URLDecoder.decode(
                  sent.substring(sent.indexOf("&s_command=") + 11), StandardCharsets.UTF_8))
          .isEqualTo("COMMAND=TransferDomain\nDOMAIN=example.com\nACTION=REQUEST\nAUTH=" + code);
      assertThat(response.description()).isEqualTo("No; «***»; DOMAIN-AUTH=***");
      assertThat(transfer.toString()).doesNotContain(code);
      assertThat(logLines()).isNotEmpty().noneMatch(line -> line.contains(code));
    }
  }

  @Test
  void handsBackARefusalAsAnAnswer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200, "[RESPONSE]\nCODE=545\nDESCRIPTION=Object not found; canary\nEOF\n"))) {

      WireCommand<?> query = WireCommand.of(new ReadDomain(DomainName.of("example.com")));

      assertThat(client.send(server.endpoint(), ROBOT, query).code()).isEqualTo(545);
    }
  }

  @Test
  void keepsValuesAtTheirIndexAcrossAGap() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200, "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nPROPERTY[X][2]=c\nEOF\n"))) {

      assertThat(client.send(server.endpoint(), ROBOT, COMMAND).properties().get("X"))
          .isEqualTo(Arrays.asList(null, null, "c"));
    }
  }

  @Test
  void refusesAValueThatWouldBecomeALineOfItsOwn() throws IOException {
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, OK))) {
      RegisterDomain hostile =
          new RegisterDomain(
              new DomainRegistration(
                  REGISTER.registration().domain(),
                  REGISTER.registration().period(),
                  Contact.ofHandle("canary\nDOMAIN=other.com"),
                  ADA,
                  ADA,
                  ADA,
                  List.of(),
                  RenewalMode.AUTOEXPIRE,
                  false,
                  false,
                  null,
                  AdditionalFields.NONE,
                  null));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(server.endpoint(), ROBOT, WireCommand.of(hostile)))
          .withMessageContaining("OWNERCONTACT0")
          .withMessageNotContaining("canary");
      assertThat(server.connections()).isZero();
      client.send(server.endpoint(), ROBOT, COMMAND);
    }
  }

  // Surely not executed

  @Test
  void connectionRefusedMeansNotSent() throws IOException {
    int port;
    try (ServerSocket closedAgain = new ServerSocket(0)) {
      port = closedAgain.getLocalPort();
    }

    assertNotSent("http://127.0.0.1:" + port + "/", "connection refused");
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
                      ROBOT,
                      COMMAND));

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
              () -> client.send(at("https://127.0.0.1:" + silent.getLocalPort()), ROBOT, COMMAND));

      assertThat(failure).isNotNull();
      assertThat(failure.reason()).isIn("no connection in time", "no answer in time");
      assertNothingSecretIn(failure);
    }
  }

  @Test
  void aCertificateNobodyVouchesForMeansNotSent(@TempDir Path directory) throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            selfSigned(directory).getServerSocketFactory(), exchange -> exchange.answer(200, OK))) {

      assertNotSent("https://localhost:" + server.port() + "/", "no secure connection");
      assertThat(server.requests()).isEmpty();
    }
  }

  // Turned away by the web server

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void aClosedDoorMeansNotAccepted(int status) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(exchange -> exchange.answer(status, "canary " + OK))) {

      NotAccepted failure =
          catchThrowableOfType(
              NotAccepted.class, () -> client.send(server.endpoint(), ROBOT, COMMAND));

      assertThat(failure.httpStatus()).isEqualTo(status);
      assertThat(failure)
          .hasMessageContaining("HTTP " + status)
          .hasMessageContaining("no money was spent");
      assertThat(server.requests()).hasSize(1);
      assertNothingSecretIn(failure);
    }
  }

  // May have been executed

  @Test
  void noAnswerInTimeLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.keepSilent(), "no answer in time");
  }

  @Test
  void aHeaderThatDripsForEverLeavesItInDoubt() throws IOException {
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
  void aBodyThatDripsForEverLeavesItInDoubtAndIsHungUpOn() throws Exception {
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
            exchange.answer(200, OK);
          } else {
            exchange.reset();
          }
        };
    try (ScriptedServer server = new ScriptedServer(answerOnceThenReset)) {
      client.send(
          server.endpoint(),
          ROBOT,
          WireCommand.of(new ReadDomain(REGISTER.registration().domain())));

      NoAnswer failure =
          catchThrowableOfType(
              NoAnswer.class, () -> client.send(server.endpoint(), ROBOT, COMMAND));

      assertThat(failure.reason()).isEqualTo("connection lost");
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
      assertNothingSecretIn(failure);
    }
  }

  @Test
  void aBodyCutByTheConnectionLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> {
          exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + OK);
          exchange.hangUp();
        },
        "connection lost");
  }

  @Test
  void aBodyThatEndsTooEarlyLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, OK.replace("EOF", "")), "the answer ends too early");
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
  void aStatusLineOfGarbageLeavesItInDoubt() throws IOException {
    assertInDoubt(exchange -> exchange.write("canary canary canary\r\n\r\n"), "connection lost");
  }

  @Test
  void anAnswerWithoutACodeLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, OK.replace("CODE=200", "")),
        "the answer has no result code");
  }

  @Test
  void anAnswerInAnotherEncodingLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, "", OK.getBytes(StandardCharsets.UTF_16)),
        "the answer does not start like one");
  }

  @Test
  void aPackedAnswerLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, "Content-Encoding: gzip\r\n", packed(OK)),
        "the answer does not start like one");
  }

  @Test
  void aDeepIndexLeavesItInDoubt() throws IOException {
    assertInDoubt(
        exchange -> exchange.answer(200, OK.replace("[0]", "[999999999]")),
        "the answer has a list that is too long");
  }

  static Stream<Arguments> questionsAndWhatTheirAnswerIsAbout() {
    ReadDomain name = new ReadDomain(DomainName.of("müller.com"));
    ReadContact contact = new ReadContact("P-TCN1378880");
    ReadApplication application = new ReadApplication("10699");
    return Stream.of(
        Arguments.of(name, "ID", "XN--MLLER-KVA.COM", true),
        Arguments.of(name, "ID", "müller.com", true),
        Arguments.of(name, "ID", "mueller.com", false),
        Arguments.of(name, "CLASS", "DOMAIN", true),
        Arguments.of(contact, "ID", "p-tcn1378880", true),
        Arguments.of(contact, "ID", "P-TCN1378881", false),
        Arguments.of(application, "APPLICATION", "10699", true),
        Arguments.of(application, "APPLICATION", "10698", false));
  }

  @Test
  void keepsTheBeginningOfALongDescription() throws IOException {
    String answer = "[RESPONSE]\nCODE=549\nDESCRIPTION=" + "x".repeat(5_000) + "\nEOF\n";
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, answer))) {
      assertThat(client.send(server.endpoint(), ROBOT, COMMAND).description()).hasSize(1_001);
    }
  }

  @ParameterizedTest
  @MethodSource("questionsAndWhatTheirAnswerIsAbout")
  void believesNoAnswerAboutSomethingElse(
      Query<?> question, String property, String value, boolean believed) throws IOException {
    String answer = OK.replace("EOF", "PROPERTY[" + property + "][0]=" + value + "\nEOF");
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, answer))) {
      if (believed) {
        assertThat(client.send(server.endpoint(), ROBOT, WireCommand.of(question)).code())
            .isEqualTo(200);
      } else {
        assertThatExceptionOfType(NoAnswer.class)
            .isThrownBy(() -> client.send(server.endpoint(), ROBOT, WireCommand.of(question)))
            .withMessageContaining("about something else");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 400, 429, 500, 502, 503, 504})
  void anyOtherStatusLeavesItInDoubtWhateverTheBodySays(int status) throws IOException {
    assertInDoubt(exchange -> exchange.answer(status, status == 204 ? "" : OK), "HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectLeavesItInDoubtAndIsNotFollowed(int status) throws IOException {
    try (ScriptedServer elsewhere = new ScriptedServer(exchange -> exchange.answer(200, OK))) {
      String location = "Location: " + elsewhere.endpoint().url() + "\r\n";

      assertInDoubt(exchange -> exchange.answer(status, location, new byte[0]), "HTTP " + status);
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void anAnswerWithoutEndIsHungUpOn() throws IOException {
    AtomicLong written = new AtomicLong();
    byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);

    assertInDoubt(
        exchange -> {
          exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + OK);
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
        catchThrowableOfType(NoAnswer.class, () -> client.send(server.endpoint(), ROBOT, COMMAND));

    assertThat(failure).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOTAL.plusSeconds(3));
    assertThat(failure).hasMessageContaining("may have been executed and charged");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.connections()).isEqualTo(1);
    assertNothingSecretIn(failure);
    assertThat(logLines())
        .anyMatch(line -> line.matches("AddDomain xn--mller-kva.com failed after \\d+ ms: .*"));
    return failure;
  }

  private void assertNotSent(String url, String reason) {
    NotSent failure =
        catchThrowableOfType(NotSent.class, () -> client.send(at(url), ROBOT, COMMAND));

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining("no money was spent");
    assertNothingSecretIn(failure);
  }

  private static void assertNothingSecretIn(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).matches(text -> !isSecret(text));
  }

  private static boolean isSecret(String text) {
    return text.toLowerCase(Locale.ROOT).contains("canary") || text.contains("s_pw");
  }

  private List<String> logLines() {
    return logged.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
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

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
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
