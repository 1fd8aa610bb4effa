package io.domainflow.lineprotocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.AuthCode;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.NoAnswer;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Formatting calls and parsing answers, against a real server on a real socket. Other ends of a
 * call are in {@link CallNotSentTest} and {@link CallInDoubtTest}.
 */
class LineProtocolClientTest {

  @RegisterExtension private final LogWithoutSecrets log = new LogWithoutSecrets();

  private final LineProtocolClient client =
      new LineProtocolClient(LineProtocolHttp.create(SampleCall.CONNECT), SampleCall.TOTAL);

  @Test
  void reportsTheAddressOfTheClientWhereThereIsOne() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(exchange -> exchange.answer(200, SampleCall.OK))) {

      client.send(
          server.endpoint(), new Credentials("acme", "canary", "192.0.2.7:80"), SampleCall.COMMAND);
      client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND);

      assertThat(server.requests().get(0)).contains("&s_remoteaddr=192.0.2.7%3A80&");
      assertThat(server.requests().get(1)).doesNotContain("s_remoteaddr");
    }
  }

  @Test
  void sendsOneFormAndReadsTheAnswer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange -> exchange.answer(200, SampleCall.OK.replace("ACTIVE", "ÄKTIV")))) {

      RegistrarResponse response =
          client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND);

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
      assertThat(log.lines())
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
  void anAuthCodeArrivesUnchangedAndIsShownNowhere(String code) throws IOException {
    RequestTransfer transfer =
        new RequestTransfer(
            DomainName.of("example.com"),
            TransferKind.REQUEST,
            AuthCode.of(code),
            null,
            Map.of(),
            List.of(),
            AdditionalFields.NONE,
            null,
            null);
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200,
                    "[RESPONSE]\nCODE=505\nDESCRIPTION=No; «%s»; DOMAIN-AUTH=%s\nEOF\n"
                        .formatted(code, code)))) {

      RegistrarResponse response =
          client.send(server.endpoint(), SampleCall.ROBOT, IspapiCodecs.encode(transfer));

      String sent = server.requests().get(0);
      assertThat(
              URLDecoder.decode(
                  sent.substring(sent.indexOf("&s_command=") + 11), StandardCharsets.UTF_8))
          .isEqualTo("COMMAND=TransferDomain\nDOMAIN=example.com\nACTION=REQUEST\nAUTH=" + code);
      assertThat(response.description()).isEqualTo("No; «***»; DOMAIN-AUTH=***");
      assertThat(transfer.toString()).doesNotContain(code);
      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(code));
    }
  }

  @Test
  void personalDataThatTheRegistrarRepeatsIsShownNowhere() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200,
                    "[RESPONSE]\nCODE=505\nDESCRIPTION=OWNERCONTACT0EMAIL: CANARY@example.net of"
                        + " Canary, canary street 1, is not in DE; X-PASSPORT\nEOF\n"))) {

      RegistrarResponse response =
          client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND);

      assertThat(response.description())
          .isEqualTo("OWNERCONTACT0EMAIL: … of …, …, is not in DE; X-PASSPORT");
    }
  }

  @Test
  void returnsARefusalAsAnAnswer() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200, "[RESPONSE]\nCODE=545\nDESCRIPTION=Object not found; canary\nEOF\n"))) {

      EncodedCommand<?> query = IspapiCodecs.encode(new ReadDomain(DomainName.of("example.com")));

      assertThat(client.send(server.endpoint(), SampleCall.ROBOT, query).code()).isEqualTo(545);
    }
  }

  @Test
  void keepsValuesAtTheirIndexAcrossAGap() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            exchange ->
                exchange.answer(
                    200, "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nPROPERTY[X][2]=c\nEOF\n"))) {

      assertThat(
              client
                  .send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND)
                  .properties()
                  .get("X"))
          .isEqualTo(Arrays.asList(null, null, "c"));
    }
  }

  @Test
  void refusesAValueThatWouldBecomeALineOfItsOwn() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(exchange -> exchange.answer(200, SampleCall.OK))) {
      RegisterDomain hostile =
          new RegisterDomain(
              new DomainRegistration(
                  SampleCall.REGISTER.registration().domain(),
                  SampleCall.REGISTER.registration().period(),
                  Contact.ofHandle("canary\nDOMAIN=other.com"),
                  SampleCall.ADA,
                  SampleCall.ADA,
                  SampleCall.ADA,
                  List.of(),
                  RenewalMode.AUTOEXPIRE,
                  false,
                  false,
                  null,
                  AdditionalFields.NONE,
                  null));

      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> client.send(server.endpoint(), SampleCall.ROBOT, IspapiCodecs.encode(hostile)))
          .withMessageContaining("OWNERCONTACT0")
          .withMessageNotContaining("canary");
      assertThat(server.connections()).isZero();
      client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND);
    }
  }

  @Test
  void keepsTheBeginningOfALongDescription() throws IOException {
    String answer = "[RESPONSE]\nCODE=549\nDESCRIPTION=" + "x".repeat(5_000) + "\nEOF\n";
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, answer))) {
      assertThat(client.send(server.endpoint(), SampleCall.ROBOT, SampleCall.COMMAND).description())
          .hasSize(1_001);
    }
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

  @ParameterizedTest
  @MethodSource("questionsAndWhatTheirAnswerIsAbout")
  void believesNoAnswerAboutSomethingElse(
      Query<?> question, String property, String value, boolean believed) throws IOException {
    String answer =
        SampleCall.OK.replace("EOF", "PROPERTY[" + property + "][0]=" + value + "\nEOF");
    try (ScriptedServer server = new ScriptedServer(exchange -> exchange.answer(200, answer))) {
      if (believed) {
        assertThat(
                client
                    .send(server.endpoint(), SampleCall.ROBOT, IspapiCodecs.encode(question))
                    .code())
            .isEqualTo(200);
      } else {
        assertThatExceptionOfType(NoAnswer.class)
            .isThrownBy(
                () ->
                    client.send(server.endpoint(), SampleCall.ROBOT, IspapiCodecs.encode(question)))
            .withMessageContaining("about something else");
      }
    }
  }
}
