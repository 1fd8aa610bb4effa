package io.domainflow.sandbox.protocol;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.Platform;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a request to CentralNic Reseller, in either of its two forms. */
public final class CnrReader {

  /** The command of a call that has none and asks for a login. */
  public static final String LOG_IN = "StartSession";

  private static final String PERSISTENT = "PERSISTENT";
  private static final Set<String> FIELDS =
      Set.of("s_login", "s_pw", "s_command", "s_sessionid", "s_opmode", "s_entity");
  private static final Pattern NAMES = Pattern.compile("(X-FEE-)?DOMAIN[0-9]*");

  private CnrReader() {}

  /**
   * Reads a call.
   *
   * @throws Refusal if it cannot be understood
   */
  public static ReceivedCommand read(byte[] body, String remote) {
    Map<String, String> fields = FormBody.fields(body);
    Map<String, String> keys = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (!name.startsWith(FormBody.FIELD)) {
            FormBody.put(keys, name, value);
          } else if (!FIELDS.contains(name)) {
            throw FormBody.refused("unknown field");
          }
        });
    boolean persistent = "1".equals(keys.remove(PERSISTENT));
    String text = fields.getOrDefault("s_command", "");
    if (!text.isEmpty() && !keys.isEmpty()) {
      throw FormBody.refused("keys both as fields and in s_command");
    }
    text.replace("\r", "")
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> FormBody.putLine(keys, line));
    keys.replaceAll((key, value) -> NAMES.matcher(key).matches() ? ascii(value) : value);
    return call(command(keys, persistent), fields, keys, remote);
  }

  private static String command(Map<String, String> keys, boolean persistent) {
    boolean inCommand = "1".equals(keys.remove(PERSISTENT));
    String command = keys.remove("COMMAND");
    if (command != null) {
      return command;
    }
    return persistent || inCommand ? LOG_IN : "";
  }

  private static ReceivedCommand call(
      String command, Map<String, String> fields, Map<String, String> keys, String remote) {
    String login = fields.getOrDefault("s_login", "");
    String password = fields.getOrDefault("s_pw", "");
    if (command.equalsIgnoreCase(LOG_IN)) {
      String given = keys.remove("LOGIN");
      String secret = keys.remove("PASSWORD");
      login = given == null ? login : given;
      password = secret == null ? password : secret;
    }
    int mark = login.indexOf(':');
    String account = Platform.CNR.account(mark < 0 ? login : login.substring(0, mark));
    String view = keys.remove("SUBUSER");
    return new ReceivedCommand(
        new Credentials(
            "",
            account,
            mark < 0 ? "" : login.substring(mark + 1),
            password,
            "",
            fields.getOrDefault("s_sessionid", ""),
            view == null || view.isEmpty() ? "" : Platform.CNR.account(view),
            ""),
        account,
        command,
        keys,
        remote);
  }

  /** A name in its ASCII form; any other text in lower case. */
  private static String ascii(String name) {
    try {
      return DomainName.of(name).ascii();
    } catch (InvalidValue e) {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
