package io.domainflow.sandbox.state;

import io.domainflow.model.RenewalMode;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.ContactObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the initial accounts and their data. */
public final class Accounts {

  private static final Map<String, String> PASSWORDS =
      Map.of(
          "test.user",
          "test.passw0rd",
          "test.user2",
          "test.passw0rd2",
          Platform.CNR.account("test.user"),
          "test.passw0rd",
          Platform.CNR.account("test.user2"),
          "test.passw0rd2");

  private Accounts() {}

  /** Whether this is the password of one of the initial accounts. */
  public static boolean isPassword(String login, String password) {
    return password.equals(PASSWORDS.get(login));
  }

  public static boolean exists(String login) {
    return PASSWORDS.containsKey(login);
  }

  /**
   * Adds the accounts and the contact that are missing.
   *
   * @param renewalMode renewal mode of an added account
   */
  static void ensureDefaults(RenewalMode renewalMode, Transaction transaction) {
    for (String login : PASSWORDS.keySet()) {
      if (transaction.find(Table.ACCOUNTS, login).isEmpty()) {
        transaction.put(
            Table.ACCOUNTS,
            new Account(
                login,
                new BigDecimal("1000000.00"),
                new BigDecimal("0.00"),
                "EUR",
                renewalMode.name(),
                false,
                true));
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("FIRSTNAME", "Test");
    fields.put("LASTNAME", "User");
    fields.put("STREET0", "Samplestreet 42");
    fields.put("ZIP", "12345");
    fields.put("CITY", "Samplecity");
    fields.put("COUNTRY", "DE");
    fields.put("PHONE", "+49.1234567890");
    fields.put("EMAIL", "test@example.com");
    transaction.put(
        Table.CONTACTS,
        new ContactObject(
            "P-TUE1378025",
            "test.user",
            fields,
            "9knrdrb83j",
            Instant.parse("2016-10-04T14:05:47Z")));
  }
}
