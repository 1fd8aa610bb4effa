package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the parameters that commands for names share, and selects those to be stored. */
public final class NameParameters {

  private static final String DEFAULT_MODE = "DEFAULT";

  /** The renewal modes that a command for a name may carry. */
  public static final Set<String> RENEWAL_MODES =
      Set.of(DEFAULT_MODE, "AUTORENEW", "AUTOEXPIRE", "AUTODELETE");

  private static final Pattern UNKNOWN_HOST =
      Pattern.compile("(.+\\.)?unknown\\.example", Pattern.CASE_INSENSITIVE);
  private static final int MOST_YEARS = 10;

  private NameParameters() {}

  /**
   * The requested years; one if the call names none.
   *
   * @throws Refusal 541 if they are not offered
   */
  static int years(ReceivedCommand call) {
    String period = call.period().orElse("1Y");
    int number = Integer.parseInt(period.substring(0, period.length() - 1));
    if (period.endsWith("M") || number < 1 || number > MOST_YEARS) {
      throw new Refusal(Code.INVALID_VALUE, "PERIOD");
    }
    return number;
  }

  /**
   * The requested renewal mode, or else the account's own.
   *
   * @throws Refusal 541 if it is invalid
   */
  public static String renewalMode(ReceivedCommand call, Transaction transaction) {
    String mode = call.value("RENEWALMODE").orElse(DEFAULT_MODE);
    if (!RENEWAL_MODES.contains(mode)) {
      throw new Refusal(Code.INVALID_VALUE, "RENEWALMODE");
    }
    return mode.equals(DEFAULT_MODE) ? usualMode(call.account(), transaction) : mode;
  }

  /** The mode of a name that arrives at an account without its own mode. */
  public static String usualMode(String account, Transaction transaction) {
    return Platform.of(account) == Platform.CNR && Profile.of(transaction) == Profile.A
        ? DEFAULT_MODE
        : transaction.find(Table.ACCOUNTS, account).orElseThrow().renewalMode();
  }

  /**
   * Refuses a name server that the registry does not know.
   *
   * @throws Refusal 541 naming the parameter
   */
  public static void refuseUnknownHosts(ReceivedCommand call) {
    call.parameters()
        .forEach(
            (key, value) -> {
              if (key.matches("(ADD)?NAMESERVER.*") && UNKNOWN_HOST.matcher(value).matches()) {
                throw new Refusal(Code.INVALID_VALUE, key + " is not known to the registry");
              }
            });
  }

  /** The stored fields, from parameters without a dedicated place. */
  public static Map<String, String> fields(ReceivedCommand call) {
    return fields(call, Map.of());
  }

  /** The same, with the fields stored before. */
  public static Map<String, String> fields(ReceivedCommand call, Map<String, String> before) {
    Map<String, String> fields = new LinkedHashMap<>(before);
    call.parameters()
        .forEach(
            (key, value) -> {
              if (key.startsWith("X-") || key.equals("INTERNALDNS")) {
                fields.put(key, value);
              }
            });
    SecDns.change(fields, call);
    return fields;
  }
}
