package io.domainflow.account;

import io.domainflow.model.InvalidValue;
import java.util.regex.Pattern;

/** Validates the values of an account, wherever they come from. */
public final class AccountRules {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern ISPAPI_LOGIN = Pattern.compile("[^!\\s]+(![^!\\s]+)?");
  private static final Pattern CNR_LOGIN = Pattern.compile("[^!:\\s]+(:[^!:\\s]+)?");
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}(:[1-9]\\d{0,4})?");
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private AccountRules() {}

  /**
   * Checks the name of an account.
   *
   * @throws InvalidValue if it is not one
   */
  public static String name(String text) {
    return matching(NAME, text, "must have 1 to 32 of a-z, 0-9 and -");
  }

  /**
   * Checks a login at the registrar: {@code account}, or {@code account!role} for a role user, at
   * CNR {@code account:role}.
   *
   * @throws InvalidValue if it is not one
   */
  public static String login(String text, Platform platform) {
    return switch (platform) {
      case ISPAPI ->
          matching(ISPAPI_LOGIN, text, "must be account or account!role, without spaces");
      case CNR ->
          matching(
              CNR_LOGIN,
              text,
              "must be account or account:role, without spaces and without !, at "
                  + platform.title());
    };
  }

  /**
   * Checks a client address as the registrar accepts it (setRemoteIPAddress of its SDKs).
   *
   * @throws InvalidValue if it is not one, or the platform does not accept any
   */
  public static String clientAddress(String text, Platform platform) {
    if (!platform.takesClientAddress()) {
      throw new InvalidValue(
          "is not accepted by "
              + platform.title()
              + ": leave it out, and allow the address of this machine for the login there");
    }
    return matching(ADDRESS, text, "must be an address such as 192.0.2.7 or 192.0.2.7:80");
  }

  /**
   * Checks the handle of a contact.
   *
   * @throws InvalidValue if it is not one
   */
  public static String handle(String text) {
    return matching(HANDLE, text, "must be a contact handle such as P-ABC123");
  }

  private static String matching(Pattern pattern, String text, String otherwise) {
    if (!pattern.matcher(text).matches()) {
      throw new InvalidValue(otherwise);
    }
    return text;
  }
}
