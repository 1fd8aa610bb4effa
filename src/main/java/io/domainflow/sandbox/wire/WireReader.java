package io.domainflow.sandbox.wire;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a request body: a form in UTF-8 whose {@code s_command} has one {@code KEY=value} per line.
 * Strict on purpose: a mistake that is tolerated here would show only at the real registrar.
 */
@Behaviour(
    value =
        "POST of a form: s_entity, s_login, s_pw, s_otp, s_session, s_user, s_remoteaddr and"
            + " s_command with one KEY=value per line",
    basis = Basis.DOCUMENTED,
    source = "HEXONET Java SDK 4.0.42, APIClient")
@Behaviour(
    value =
        "command keys given directly as form fields are accepted as well; keys and names of fields"
            + " come in any case",
    basis = Basis.DOCUMENTED,
    source = "HEXONET middleware documentation, FAQ; acme.sh dns_hexonet")
@Behaviour(
    value = "one line feed after the last line is accepted",
    basis = Basis.DOCUMENTED,
    source = "HEXONET Java SDK 1.x")
@Behaviour(
    value =
        "a key given twice, a line without =, a control character or a broken encoding is 507; so is"
            + " a request of more than 256 KB",
    basis = Basis.INVENTED)
public final class WireReader {

  /** The largest request body that is read. */
  public static final int MAX_BODY = 256 * 1024;

  private static final String FIELD = "s_";
  private static final int MAX_LINES = 1000;
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,79}");
  private static final Set<String> FIELDS =
      Set.of(
          "s_entity",
          "s_login",
          "s_pw",
          "s_command",
          "s_otp",
          "s_session",
          "s_user",
          "s_remoteaddr");

  private WireReader() {}

  /**
   * Reads a call.
   *
   * @throws Refusal if it cannot be understood
   */
  public static WireCall read(byte[] body, String remote) {
    Map<String, String> fields = form(body);
    Map<String, String> lines = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.startsWith(FIELD)) {
            put(lines, name, value);
          } else if (!FIELDS.contains(name)) {
            throw format("unknown field");
          }
        });
    String command = fields.getOrDefault("s_command", "");
    if (!command.isEmpty() && !lines.isEmpty()) {
      throw format("keys both as fields and in s_command");
    }
    readLines(command, lines);
    String login = fields.getOrDefault("s_login", "");
    int mark = login.indexOf('!');
    String name = lines.remove("COMMAND");
    String account = mark < 0 ? login : login.substring(0, mark);
    return new WireCall(
        new Credentials(
            fields.getOrDefault("s_entity", ""),
            account,
            mark < 0 ? "" : login.substring(mark + 1),
            fields.getOrDefault("s_pw", ""),
            fields.getOrDefault("s_otp", ""),
            fields.getOrDefault("s_session", ""),
            fields.getOrDefault("s_user", ""),
            fields.getOrDefault("s_remoteaddr", "")),
        account,
        name == null ? "" : name,
        lines,
        remote);
  }

  private static void readLines(String command, Map<String, String> lines) {
    String text = command.endsWith("\n") ? command.substring(0, command.length() - 1) : command;
    if (text.isEmpty()) {
      return;
    }
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw format("line without =");
      }
      put(lines, line.substring(0, equals), line.substring(equals + 1));
    }
  }

  private static void put(Map<String, String> lines, String name, String value) {
    if (!KEY.matcher(name).matches()) {
      throw format("key of other characters than letters, digits and hyphens");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw format("control character in " + name.toUpperCase(Locale.ROOT));
    }
    if (lines.put(name.toUpperCase(Locale.ROOT), value) != null) {
      throw format(name.toUpperCase(Locale.ROOT) + " given twice");
    }
    if (lines.size() > MAX_LINES) {
      throw format("more than " + MAX_LINES + " lines");
    }
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw format("field without =");
      }
      String name = name(decode(pair.substring(0, equals)));
      if (fields.put(name, decode(pair.substring(equals + 1))) != null) {
        throw format("field given twice");
      }
    }
    return fields;
  }

  /** Names of fields come in any case. */
  private static String name(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith(FIELD) ? lower : text;
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()) {
          throw format("broken percent encoding");
        }
        int high = Character.digit(text.charAt(i + 1), 16);
        int low = Character.digit(text.charAt(i + 2), 16);
        if (high < 0 || low < 0) {
          throw format("broken percent encoding");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw format("not UTF-8");
    }
  }

  public static Refusal format(String detail) {
    return new Refusal(Code.INVALID_FORMAT, detail);
  }
}
