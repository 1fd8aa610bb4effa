package io.domainflow.ispapi.command;

import io.domainflow.registrar.command.RegistrationPart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parts of a registration that the registrar's texts mention. The details after the
 * general text of a code are not documented: parameter names are in capitals, with or without a
 * value, and registries answer in English. Uncertain mentions are not recognised; the caller then
 * shows everything.
 */
public final class RegistrationWords {

  static final String PRIVACY = "X-ACCEPT-WHOISTRUSTEE-TAC";
  static final String IDN_LANGUAGE = "X-IDN-LANGUAGE";

  // Longer than any sensible description; limits the time spent on a hostile answer.
  private static final int MAX_LENGTH = 2_000;

  private static final Pattern EXTENDED =
      Pattern.compile("(?<![A-Za-z0-9-])X-[A-Z0-9]+(?:-[A-Z0-9]+)*");

  // «NAMESERVER0=ns1.host.example»: repeated data, which may contain any word.
  private static final Pattern VALUE = Pattern.compile("[=:]\\S+|[^\\s=:]*[^\\s.=:]\\.[^\\s.]\\S*");

  private static final Map<RegistrationPart, Pattern> PARTS = new EnumMap<>(RegistrationPart.class);

  static {
    PARTS.put(
        RegistrationPart.REGISTRANT,
        words("ownercontact\\w*", "owner[ -]c(ontact)?", "registrant", "domain (owner|holder)"));
    PARTS.put(
        RegistrationPart.ADMIN,
        words("admincontact\\w*", "admin[ -]c(ontact)?", "administrative contact"));
    PARTS.put(
        RegistrationPart.TECH, words("techcontact\\w*", "tech[ -]c(ontact)?", "technical contact"));
    PARTS.put(RegistrationPart.BILLING, words("billingcontact\\w*", "billing[ -]c(ontact)?"));
    PARTS.put(
        RegistrationPart.NAMESERVERS,
        words("nameservers?[0-9]*", "name[ -]servers?", "hosts?", "host ?names?", "dns servers?"));
    PARTS.put(
        RegistrationPart.PERIOD,
        words(
            "(?-i:(?<!GRACE )PERIOD)",
            "registration period",
            "(invalid|unsupported) period",
            "period (is |was )?(invalid|not|must)"));
    PARTS.put(RegistrationPart.PRIVACY, words("privacy", "whois ?trustee"));
    PARTS.put(
        RegistrationPart.IDN_LANGUAGE, words("idn[ -](language|script|table)", "language tag"));
    PARTS.put(
        RegistrationPart.NOTICE,
        words("claimkey(-updateddate)?", "notice-[a-z-]+", "trademarks?", "claims?( notice| key)"));
    PARTS.put(
        RegistrationPart.PRICE,
        words("(?-i:CLASS|PRICE|CURRENCY)", "premium", "prices?", "price class"));
  }

  // About an unspecified contact: «ZIP code does not match country».
  private static final Pattern CONTACT_DATA =
      words(
          "P-[A-Z]{3}[0-9]+",
          "contact (data|details|handle|id|information)",
          "first ?name",
          "last ?name",
          "organi[sz]ation",
          "street",
          "zip( ?code)?",
          "post(al)? ?code",
          "postal address",
          "city",
          "(state|province)( code)? (is|must|required|missing|invalid)",
          "(invalid|missing) (state|province)",
          "country",
          "phone( number)?",
          "e-?mail");

  private static final Set<RegistrationPart> CONTACTS =
      EnumSet.of(
          RegistrationPart.REGISTRANT,
          RegistrationPart.ADMIN,
          RegistrationPart.TECH,
          RegistrationPart.BILLING);

  private RegistrationWords() {}

  /**
   * The parts of a registration that the registrar's text mentions, by parameter name or in plain
   * English. A text that names contact data without the role concerns all four contacts.
   *
   * @param words description of an answer, or a reason given with a check
   * @return empty if nothing is recognised
   */
  public static Set<RegistrationPart> parts(String words) {
    String text = cut(words);
    Set<RegistrationPart> parts = EnumSet.noneOf(RegistrationPart.class);
    for (String parameter : extended(text)) {
      parts.add(
          switch (parameter) {
            case PRIVACY -> RegistrationPart.PRIVACY;
            case IDN_LANGUAGE -> RegistrationPart.IDN_LANGUAGE;
            default -> RegistrationPart.ADDITIONAL_FIELDS;
          });
    }
    String plain = VALUE.matcher(EXTENDED.matcher(text).replaceAll(" ")).replaceAll(" ");
    PARTS.forEach(
        (part, pattern) -> {
          if (pattern.matcher(plain).find()) {
            parts.add(part);
          }
        });
    if (parts.stream().noneMatch(CONTACTS::contains) && CONTACT_DATA.matcher(plain).find()) {
      parts.addAll(CONTACTS);
    }
    return parts;
  }

  /**
   * The additional fields that the registrar's text mentions, by {@code X-} parameter name and in
   * that order.
   *
   * @param words description of an answer, or a reason given with a check
   */
  public static Set<String> additionalFields(String words) {
    Set<String> fields = extended(cut(words));
    fields.remove(PRIVACY);
    fields.remove(IDN_LANGUAGE);
    return fields;
  }

  private static Set<String> extended(String text) {
    Set<String> parameters = new TreeSet<>();
    Matcher matcher = EXTENDED.matcher(text);
    while (matcher.find()) {
      parameters.add(matcher.group());
    }
    return parameters;
  }

  private static String cut(String words) {
    return words.substring(0, Math.min(words.length(), MAX_LENGTH));
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile(
        "(?<![A-Za-z0-9-])(?:" + String.join("|", alternatives) + ")(?![A-Za-z0-9-])",
        Pattern.CASE_INSENSITIVE);
  }
}
