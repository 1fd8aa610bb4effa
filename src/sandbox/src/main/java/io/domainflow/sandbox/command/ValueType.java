package io.domainflow.sandbox.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.protocol.RegistrarDate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type column of the documented tables: alternatives of type words and literal values; after an
 * equals sign literal values only, as DOMAIN and CONTACT are both.
 */
public final class ValueType {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{1,3}\\.[0-9]{2,14}(x[0-9]+)?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(?!$)|$)){4}");
  private static final Pattern PERIOD = Pattern.compile("[0-9]{1,3}[YM]?");

  private static final Map<String, Predicate<String>> WORDS =
      Map.ofEntries(
          Map.entry("TEXT", value -> value.length() <= 255),
          Map.entry("LONGTEXT", value -> value.length() <= 10_000),
          Map.entry("PATTERN", value -> value.length() <= 255),
          Map.entry("INT", value -> INTEGER.matcher(value).matches()),
          Map.entry("DOMAIN", ValueType::isName),
          Map.entry("HOSTNAME", ValueType::isName),
          Map.entry("CONTACT", value -> HANDLE.matcher(value).matches()),
          Map.entry("COUNTRY", COUNTRIES::contains),
          Map.entry("PHONE", value -> PHONE.matcher(value).matches()),
          Map.entry("EMAIL", value -> EMAIL.matcher(value).matches()),
          Map.entry("PERIOD", value -> PERIOD.matcher(value).matches()),
          Map.entry("IPADDRESS", ValueType::isAddress),
          Map.entry("DATE", ValueType::isDate),
          Map.entry("DATETIME", ValueType::isDateTime));

  private static final Set<String> BOX = Set.of("0", "1");

  private final List<Predicate<String>> words = new ArrayList<>();
  private final Set<String> literals = new LinkedHashSet<>();
  private final boolean emptyAllowed;
  private final @Nullable Pattern pattern;

  ValueType(String definition) {
    if (definition.startsWith("/") && definition.endsWith("/")) {
      pattern = Pattern.compile(definition.substring(1, definition.length() - 1));
      emptyAllowed = true;
      return;
    }
    pattern = null;
    boolean literal = definition.startsWith("=");
    Set<String> alternatives =
        new LinkedHashSet<>(Arrays.asList(definition.substring(literal ? 1 : 0).split("\\|", -1)));
    emptyAllowed = alternatives.remove("NULL");
    alternatives.forEach(
        alternative -> {
          Predicate<String> word = literal ? null : WORDS.get(alternative);
          if (word == null) {
            literals.add(alternative);
          } else {
            words.add(word);
          }
        });
  }

  /** Whether the only values are yes and no. */
  boolean isBox() {
    return words.isEmpty() && literals.contains("1") && BOX.containsAll(literals);
  }

  boolean emptyAllowed() {
    return emptyAllowed;
  }

  /**
   * Checks a value. An empty value counts as absent; the presence of required ones was checked
   * before.
   *
   * @throws Refusal 541 for a value outside a list, 505 for a value of another type
   */
  void check(String parameter, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (pattern != null) {
      if (!pattern.matcher(value).find()) {
        throw new Refusal(Code.INVALID_SYNTAX, parameter);
      }
      return;
    }
    if (literals.contains(value) || words.stream().anyMatch(word -> word.test(value))) {
      return;
    }
    throw new Refusal(words.isEmpty() ? Code.INVALID_VALUE : Code.INVALID_SYNTAX, parameter);
  }

  /** Whether the text is a host or domain name in A-label form. */
  public static boolean isName(String value) {
    try {
      return DomainName.of(value).ascii().equals(value.toLowerCase(Locale.ROOT));
    } catch (InvalidValue e) {
      return false;
    }
  }

  // Only with a colon, so that no name is resolved.
  private static boolean isAddress(String value) {
    if (!value.contains(":")) {
      return IPV4.matcher(value).matches();
    }
    try {
      return InetAddress.getByName(value) instanceof Inet6Address;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDateTime(String value) {
    try {
      return RegistrarDate.parse("", value) != null;
    } catch (Refusal e) {
      return false;
    }
  }
}
