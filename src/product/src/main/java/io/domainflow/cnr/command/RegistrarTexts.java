package io.domainflow.cnr.command;

import io.domainflow.registrar.TransferHint;
import io.domainflow.registrar.command.RegistrationPart;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds hints in the registrar's texts, which its modules and SDKs also search for. They are not
 * documented.
 */
public final class RegistrarTexts {

  /** As sent by the Blesta module; the older WHMCS module omits the second hyphen. */
  static final String PRIVACY = "X-WHOIS-PRIVACY";

  static final String IDN_LANGUAGE = "X-IDN-LANGUAGE";
  static final String FEE_AMOUNT = "X-FEE-AMOUNT";
  static final String FEE_CURRENCY = "X-FEE-CURRENCY";

  static final String FORMER_PRIVACY = "X-WHOISPRIVACY";

  // Longer than any sensible description; limits the time spent on a hostile answer.
  private static final int LONGEST = 2_000;

  private static final Pattern EXTENDED =
      Pattern.compile("(?<![A-Za-z0-9-])X-[A-Z0-9]+(?:-[A-Z0-9]+)*");

  private RegistrarTexts() {}

  /** The parts of a registration that only this registrar's own terms identify. */
  public static Set<RegistrationPart> parts(String words) {
    Set<RegistrationPart> parts = EnumSet.noneOf(RegistrationPart.class);
    for (String parameter : extended(words)) {
      parts.add(part(parameter));
    }
    if (words.toLowerCase(Locale.ROOT).contains("premium domain name")) {
      parts.add(RegistrationPart.PRICE);
    }
    return parts;
  }

  /** The additional fields that a text mentions, in order. */
  public static Set<String> additionalFields(String words) {
    Set<String> fields = extended(words);
    fields.removeIf(name -> part(name) != RegistrationPart.ADDITIONAL_FIELDS);
    return fields;
  }

  /** The hints in a text about a transfer. */
  public static Set<TransferHint> ofTransfer(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    Set<TransferHint> hints = EnumSet.noneOf(TransferHint.class);
    if (text.contains("wrong auth")
        || (text.contains("authorization failed") && text.contains("authinfo"))) {
      hints.add(TransferHint.AUTH_CODE);
      hints.add(TransferHint.AUTH_CODE_WRONG);
    }
    if (text.contains("clientcancelled")) {
      hints.add(TransferHint.REFUSED);
    }
    if (text.contains("clientrejected")) {
      hints.add(TransferHint.LOSING_REGISTRAR);
      hints.add(TransferHint.REFUSED);
    }
    if (text.contains("servercancelled")) {
      hints.add(TransferHint.REGISTRY);
    }
    return hints;
  }

  private static RegistrationPart part(String parameter) {
    if (parameter.startsWith("X-FEE-")) {
      return RegistrationPart.PRICE;
    }
    return switch (parameter) {
      case PRIVACY, FORMER_PRIVACY -> RegistrationPart.PRIVACY;
      case IDN_LANGUAGE -> RegistrationPart.IDN_LANGUAGE;
      default -> RegistrationPart.ADDITIONAL_FIELDS;
    };
  }

  private static Set<String> extended(String words) {
    Set<String> parameters = new TreeSet<>();
    Matcher matcher = EXTENDED.matcher(words.substring(0, Math.min(words.length(), LONGEST)));
    while (matcher.find()) {
      parameters.add(matcher.group());
    }
    return parameters;
  }
}
