package io.domainflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.domainflow.build.BuildSize;
import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.Credentials;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.LineProtocolClient;
import io.domainflow.lineprotocol.LineProtocolHttp;
import io.domainflow.lineprotocol.ScriptedServer;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.AcceptedNotice;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.CreateContact;
import io.domainflow.registrar.command.DeleteContact;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.registrar.command.SetRenewalMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;

/**
 * Whatever the fields of an order contain, the registrar gets only the lines of that order: each
 * command is sent over HTTP, and the received command is read by a parser that shares nothing with
 * the writer and compared with the same command with harmless texts.
 */
class HostileFieldsTest {

  private static final int COMMANDS = BuildSize.choose(1_000, 10_000, 10_000);
  private static final int TEXTS = 20;
  private static final Instant TIME = Instant.parse("2027-03-01T10:00:00Z");
  private static final Logger CLIENT_LOG =
      (Logger) LoggerFactory.getLogger(LineProtocolClient.class);

  private static ScriptedServer registrar;
  private static LineProtocolClient client;
  private static Level logged;
  private static int sent;
  private static int refused;

  @BeforeContainer
  static void startTheRegistrar() {
    logged = CLIENT_LOG.getLevel();
    CLIENT_LOG.setLevel(Level.ERROR);
    registrar =
        new ScriptedServer(
            exchange -> exchange.answer(200, "[RESPONSE]\nCODE=200\nDESCRIPTION=ok\nEOF\n"));
    client =
        new LineProtocolClient(
            LineProtocolHttp.create(Duration.ofSeconds(5)), Duration.ofSeconds(30));
  }

  @AfterContainer
  static void stopTheRegistrar() throws IOException {
    registrar.close();
    CLIENT_LOG.setLevel(logged);
    Figures.write(
        "hostile-fields",
        "%d commands with hostile fields: %d arrived line by line as ordered, %d refused before they"
                .formatted(sent + refused, sent, refused)
            + " were sent, 0 with a line too many, too few or changed");
    assertThat(sent).isGreaterThan(COMMANDS / 10);
    assertThat(refused).isGreaterThan(COMMANDS / 10);
  }

  @Property(tries = 10_000)
  void noTextAddsOrChangesALine(
      @ForAll("texts") List<String> texts, @ForAll @IntRange(max = 13) int kind) {
    if (sent + refused == COMMANDS) {
      return;
    }
    Command<?> command = command(kind, texts::get);
    String login = isUnicode(texts.get(0)) ? texts.get(0) : "login";
    int before = registrar.requests().size();

    try {
      client.send(
          registrar.endpoint(),
          new Credentials(login, "p&s_command=x"),
          IspapiCodecs.encode(command));
    } catch (IllegalArgumentException e) {
      assertThat(texts).as(e.getMessage()).anyMatch(text -> !isOneLine(text) || !isUnicode(text));
      assertThat(registrar.requests()).hasSize(before);
      refused++;
      return;
    }

    assertThat(registrar.requests()).hasSize(before + 1);
    List<Field> form = form(registrar.requests().get(before));
    assertThat(form.subList(0, 3))
        .containsExactly(
            new Field("s_entity", "1234"),
            new Field("s_login", login),
            new Field("s_pw", "p&s_command=x"));
    assertThat(form).hasSize(4);
    assertThat(form.get(3).name()).isEqualTo("s_command");
    assertThat(lines(form.get(3).value())).isEqualTo(expected(kind, texts));
    sent++;
  }

  /**
   * The same command with a harmless text in each place, replaced by the real text after reading.
   */
  private static List<Field> expected(int kind, List<String> texts) {
    EncodedCommand<?> tame =
        IspapiCodecs.encode(command(kind, i -> texts.get(i).isEmpty() ? "" : "tame" + i));
    List<Field> expected = new ArrayList<>(List.of(new Field("COMMAND", tame.name())));
    tame.parameters()
        .forEach(
            (key, value) ->
                expected.add(
                    new Field(
                        key,
                        value.startsWith("tame")
                            ? texts.get(Integer.parseInt(value.substring(4)))
                            : value)));
    return expected;
  }

  private static Command<?> command(int kind, IntFunction<String> text) {
    return switch (kind) {
      case 0, 1 -> new RegisterDomain(registration(text));
      case 2 -> new RegisterDomain(registration(text), text.apply(17), Money.of("9.00", "EUR"));
      case 3 -> new CheckRegistration(registration(text));
      case 4 -> new CreateContact(contact(text, 0));
      case 5 -> new DeleteContact(text.apply(0));
      case 6 -> new ReadContact(text.apply(0));
      case 7 -> new ReadDomain(name(text.apply(0)));
      case 8 ->
          new RenewDomain(name(text.apply(0)), new Period(1), TIME, TIME, text.apply(1), true);
      case 9 ->
          new RenewDomain(name(text.apply(0)), new Period(1), TIME, TIME, text.apply(1), false);
      case 10 -> new RestoreDomain(name(text.apply(0)), RenewalMode.AUTORENEW, text.apply(1));
      case 11 -> new DeleteDomain(name(text.apply(0)));
      case 12 -> new ReadDeletedDomain(name(text.apply(0)));
      default -> new SetRenewalMode(name(text.apply(0)), RenewalMode.AUTOEXPIRE);
    };
  }

  /** A registration with unchecked names and hosts. */
  private static DomainRegistration registration(IntFunction<String> text) {
    return new DomainRegistration(
        name(text.apply(10)),
        new Period(1),
        contact(text, 0),
        Contact.ofHandle(text.apply(11)),
        Contact.ofHandle(text.apply(12)),
        Contact.ofHandle("P-ABC123"),
        List.of(new Nameserver(text.apply(13))),
        RenewalMode.AUTOEXPIRE,
        true,
        true,
        text.apply(14),
        new AdditionalFields(Map.of("X-CA-LEGALTYPE", text.apply(15))),
        new AcceptedNotice(text.apply(16), text.apply(18), text.apply(19), TIME, TIME));
  }

  private static Contact contact(IntFunction<String> text, int first) {
    return new Contact(
        null,
        text.apply(first),
        text.apply(first + 1),
        text.apply(first + 2),
        List.of(text.apply(first + 3), text.apply(first + 4)),
        text.apply(first + 5),
        text.apply(first + 6),
        text.apply(first + 7),
        "DE",
        text.apply(first + 8),
        text.apply(first + 9));
  }

  private static DomainName name(String text) {
    return new DomainName(text, text);
  }

  private record Field(String name, String value) {}

  private static List<Field> form(String request) {
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    List<Field> fields = new ArrayList<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.add(
          new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
    }
    return fields;
  }

  private static String decoded(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char character = encoded.charAt(i);
      if (character == '%') {
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        assertThat(character).isBetween(' ', '~').isNotEqualTo('=');
        bytes.write(character == '+' ? ' ' : character);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    }
  }

  /** Reads lines as greedily as any reader could. */
  private static List<Field> lines(String command) {
    List<Field> lines = new ArrayList<>();
    for (String line : command.split("\\R", -1)) {
      int equals = line.indexOf('=');
      assertThat(equals).as("a line without a key").isPositive();
      lines.add(new Field(line.substring(0, equals), line.substring(equals + 1)));
    }
    return lines;
  }

  private static boolean isOneLine(String text) {
    return text.chars()
        .noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029);
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "=",
            "%",
            "%0A",
            "%00",
            "&",
            "&s_command=",
            "+",
            "*",
            ";",
            "\\n",
            "[",
            "]",
            "EOF",
            "COMMAND=DeleteDomain",
            "DOMAIN=other.com",
            "\u00a0",
            "\ufeff",
            "\u200f",
            "\u202e",
            "\ufffd",
            "\uffff",
            "ß",
            "e\u0301",
            "😀",
            "tame3",
            " ",
            "");
    Arbitrary<String> breaking =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                "\0",
                "\t",
                "\u000b",
                "\f",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u007f",
                "\u009f",
                "\ud800",
                "\udc00",
                "\udc00\ud800",
                "\nDOMAIN=other.com"),
            Arbitraries.strings().withCharRange('\0', '\u00a0').ofMinLength(1).ofMaxLength(3));
    Arbitrary<String> unicode = Arbitraries.strings().all().ofMaxLength(4);
    Arbitrary<String> harmless = unicode.filter(text -> isOneLine(text) && isUnicode(text));
    Arbitrary<String> tame =
        Arbitraries.oneOf(odd, harmless)
            .list()
            .ofMinSize(0)
            .ofMaxSize(4)
            .map(HostileFieldsTest::joined);
    Arbitrary<String> hostile =
        Arbitraries.oneOf(odd, breaking, unicode)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(HostileFieldsTest::joined);
    return Arbitraries.frequencyOf(Tuple.of(30, tame), Tuple.of(1, hostile)).list().ofSize(TEXTS);
  }

  private static String joined(List<String> pieces) {
    return String.join("", pieces);
  }
}
