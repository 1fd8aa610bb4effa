package io.domainflow.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start without the settings that a production installation must choose itself, and
 * lists all that are missing at once; a mail server needs a sender as well. The profile {@code
 * demo} brings its own key and administrator and only needs a database; the profile {@code sandbox}
 * runs without any of it. A change of the master key needs the database and both keys.
 */
public class RequiredSettings implements ApplicationListener<ApplicationPreparedEvent> {

  /** Shortest password of the administrator and of all users, in characters. */
  public static final int SHORTEST_PASSWORD = 12;

  private static final int KEY_BYTES = 32;

  /**
   * SHA-256; the key itself is only in the profile demo, which production's jar does not contain.
   */
  private static final String HASH_OF_THE_DEMOS_KEY =
      "3e12bdc97288ab83688d773b10bb5e6cde425caca30be4a23220e140f8f01658";

  private static final String OF_THE_DEMO =
      "is the key of the profile demo, which everybody can read: make one of your own, for example"
          + " with «openssl rand -base64 32». What is sealed with the old one already is not lost:"
          + " docs/accounts.md says how the master key is changed";

  private static final Map<String, String> DATABASE =
      ordered(
          "SPRING_DATASOURCE_URL", "the PostgreSQL database, jdbc:postgresql://host:5432/name",
          "SPRING_DATASOURCE_USERNAME", "the database user; it may create tables",
          "SPRING_DATASOURCE_PASSWORD", "the password of the database user");
  private static final Map<String, String> OWN =
      ordered(
          "DOMAINFLOW_MASTERKEY",
              "encrypts the secrets in the database: 32 random bytes in base64, for example from"
                  + " «openssl rand -base64 32»; keep a copy, without it they are lost",
          "DOMAINFLOW_ADMIN_USERNAME",
              "the first administrator, created at a start that does not find it",
          "DOMAINFLOW_ADMIN_PASSWORD",
              "the administrator's first password, at least " + SHORTEST_PASSWORD + " characters");

  private static final Map<String, String> MAIL =
      ordered(
          "DOMAINFLOW_MAIL_FROM",
          "the sender of mails, such as noreply@example.net, because SPRING_MAIL_HOST is set");

  private static final Map<String, String> KEYS =
      ordered(
          "DOMAINFLOW_MASTERKEY",
          "the key that the secrets in the database are encrypted with",
          "DOMAINFLOW_NEWMASTERKEY",
          "the key to encrypt them with from now on: 32 random bytes in base64, for example"
              + " from «openssl rand -base64 32»");

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    Environment settings = event.getApplicationContext().getEnvironment();
    if (settings.acceptsProfiles(Profiles.of("sandbox & !demo"))) {
      return;
    }
    List<String> problems = problems(settings);
    if (!problems.isEmpty()) {
      throw new SettingsMissing(problems);
    }
  }

  private static List<String> problems(Environment settings) {
    List<String> problems = new ArrayList<>(missing(DATABASE, settings));
    if (settings.containsProperty("domainflow.rotate-master-key")) {
      problems.addAll(missing(KEYS, settings));
      KEYS.keySet().stream()
          .filter(key -> !isMissing(key, settings) && !isKey(value(key, settings)))
          .forEach(key -> problems.add(key + " is not the base64 form of 32 bytes"));
      if (problems.isEmpty() && isOfTheDemo(value("DOMAINFLOW_NEWMASTERKEY", settings))) {
        problems.add("DOMAINFLOW_NEWMASTERKEY " + OF_THE_DEMO);
      }
      return problems;
    }
    if (!isMissing("SPRING_MAIL_HOST", settings)) {
      problems.addAll(missing(MAIL, settings));
    }
    if (settings.acceptsProfiles(Profiles.of("demo"))) {
      return problems;
    }
    problems.addAll(missing(OWN, settings));
    if (problems.isEmpty()) {
      problems.addAll(unfit(settings));
    }
    return problems;
  }

  private static List<String> missing(Map<String, String> wanted, Environment settings) {
    return wanted.entrySet().stream()
        .filter(setting -> isMissing(setting.getKey(), settings))
        .map(setting -> setting.getKey() + " is missing: " + setting.getValue())
        .toList();
  }

  private static boolean isMissing(String name, Environment settings) {
    String value = value(name, settings);
    // a database may accept its user without a password, but somebody must have said so
    return value == null || (value.isBlank() && !name.equals("SPRING_DATASOURCE_PASSWORD"));
  }

  private static List<String> unfit(Environment settings) {
    List<String> problems = new ArrayList<>();
    String key = value("DOMAINFLOW_MASTERKEY", settings);
    if (!isKey(key)) {
      problems.add("DOMAINFLOW_MASTERKEY is not the base64 form of 32 bytes");
    } else if (isOfTheDemo(key)) {
      problems.add("DOMAINFLOW_MASTERKEY " + OF_THE_DEMO);
    }
    String password = value("DOMAINFLOW_ADMIN_PASSWORD", settings);
    if (password.length() < SHORTEST_PASSWORD) {
      problems.add(
          "DOMAINFLOW_ADMIN_PASSWORD is shorter than " + SHORTEST_PASSWORD + " characters");
    }
    if (password.equalsIgnoreCase(value("DOMAINFLOW_ADMIN_USERNAME", settings))) {
      problems.add("DOMAINFLOW_ADMIN_PASSWORD is the same as the user name");
    }
    return problems;
  }

  private static boolean isOfTheDemo(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(key));
      return HexFormat.of().formatHex(hash).equals(HASH_OF_THE_DEMOS_KEY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isKey(String value) {
    try {
      return bytes(value).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String key) {
    return Base64.getDecoder().decode(key.strip());
  }

  /**
   * The value of a setting by its property name: from the environment, a file or the command line.
   */
  private static String value(String name, Environment settings) {
    return settings.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
  }

  private static Map<String, String> ordered(String... namesAndTexts) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      settings.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return settings;
  }
}
