package io.domainflow.sandbox.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a request body: a form in UTF-8 whose {@code s_command} has one {@code KEY=value} per line.
 * It is strict on purpose: a tolerated mistake would show only at the real registrar.
 */
public final class IspapiReader {

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

  private IspapiReader() {}

  /**
   * Reads a call.
   *
   * @throws Refusal if it cannot be understood
   */
  public static ReceivedCommand read(byte[] body, String remote) {
    Map<String, String> fields = FormBody.fields(body);
    Map<String, String> lines = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.startsWith(FormBody.FIELD)) {
            FormBody.put(lines, name, value);
          } else if (!FIELDS.contains(name)) {
            throw FormBody.refused("unknown field");
          }
        });
    String command = fields.getOrDefault("s_command", "");
    if (!command.isEmpty() && !lines.isEmpty()) {
      throw FormBody.refused("keys both as fields and in s_command");
    }
    readLines(command, lines);
    String login = fields.getOrDefault("s_login", "");
    int mark = login.indexOf('!');
    String name = lines.remove("COMMAND");
    String account = mark < 0 ? login : login.substring(0, mark);
    return new ReceivedCommand(
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
      FormBody.putLine(lines, line);
    }
  }
}
