package io.domainflow.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds requests in the registrar's line protocol by hand. */
public final class RawRequest {

  /** The four contacts of a registration, by handle. */
  static final String[] HANDLES = {
    "OWNERCONTACT0=P-TUE1378025",
    "ADMINCONTACT0=P-TUE1378025",
    "TECHCONTACT0=P-TUE1378025",
    "BILLINGCONTACT0=P-TUE1378025"
  };

  private RawRequest() {}

  public static String text(String command, String... lines) {
    return "COMMAND=" + command + (lines.length == 0 ? "" : "\n" + String.join("\n", lines));
  }

  public static String form(String login, String password, String text) {
    return "s_entity=1234&s_login="
        + encode(login)
        + "&s_pw="
        + encode(password)
        + "&s_command="
        + encode(text);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Contact data for a slot. */
  public static String[] contact(String slot, String organization) {
    return new String[] {
      slot + "FIRSTNAME=Ada",
      slot + "LASTNAME=Example",
      slot + "ORGANIZATION=" + organization,
      slot + "STREET0=Main Street 1",
      slot + "STREET1=Back Yard",
      slot + "ZIP=10115",
      slot + "CITY=Berlin",
      slot + "COUNTRY=DE",
      slot + "PHONE=+49.301234567",
      slot + "EMAIL=ada@example.net"
    };
  }

  /** Lines of a registration whose contacts are handles. */
  public static String[] registration(String domain, String... further) {
    return join(join(new String[] {"DOMAIN=" + domain}, HANDLES), further);
  }

  public static String[] join(String[] first, String[] second) {
    String[] all = new String[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
