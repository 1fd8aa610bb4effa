package io.domainflow.model;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain name below a top-level domain, in both spellings: the A-label form that is sent to
 * registrars ({@code xn--mller-kva.com}) and the U-label form that people read ({@code
 * müller.com}).
 *
 * <p>Converted by UTS #46, non-transitional, which keeps ß and ς.
 *
 * @param ascii lower-case A-label form
 * @param unicode lower-case U-label form; equal to {@code ascii} for a plain name
 */
public record DomainName(String ascii, String unicode) {

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  /** Unicode Technical Standard #39, section 5.2. */
  private static final SpoofChecker SCRIPTS =
      new SpoofChecker.Builder()
          .setChecks(SpoofChecker.RESTRICTION_LEVEL)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .build();

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

  /** A name that is already in an account, even if it could not be ordered here. */
  public static DomainName ofManaged(String text) {
    try {
      return of(text);
    } catch (InvalidValue e) {
      String name = text.toLowerCase(Locale.ROOT);
      return new DomainName(name, name);
    }
  }

  /**
   * Parses a name in either spelling and any case.
   *
   * @throws InvalidValue with the reason if it is not a registrable name
   */
  public static DomainName of(String text) {
    if (text.isEmpty()) {
      throw new InvalidValue("must not be empty");
    }
    if (text.endsWith(".")) {
      throw new InvalidValue("must be written without a dot at the end");
    }
    IDNA.Info asciiInfo = new IDNA.Info();
    String ascii = UTS46.nameToASCII(text, new StringBuilder(), asciiInfo).toString();
    IDNA.Info unicodeInfo = new IDNA.Info();
    String unicode = UTS46.nameToUnicode(text, new StringBuilder(), unicodeInfo).toString();
    if (asciiInfo.hasErrors() || unicodeInfo.hasErrors()) {
      throw new InvalidValue(
          "is not a valid domain name (" + reason(asciiInfo, unicodeInfo, text) + ")");
    }
    String[] labels = ascii.split("\\.", -1);
    if (labels.length < 2) {
      throw new InvalidValue("must have a label and a top-level domain, such as example.com");
    }
    if (labels[labels.length - 1].chars().allMatch(Character::isDigit)) {
      throw new InvalidValue("must be a name, not a network address");
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw new InvalidValue(
            "is not a valid domain name (letters, digits and inner hyphens only)");
      }
      if (label.startsWith("--", 2) && !label.startsWith("xn--")) {
        throw new InvalidValue("must not have hyphens in the third and fourth place of a label");
      }
    }
    if (unicode.codePoints().anyMatch(DomainName::isSymbol)) {
      throw new InvalidValue("must not contain symbols or emoji");
    }
    return new DomainName(ascii, unicode);
  }

  /**
   * Parses a name to be registered. Mixing scripts with similar letters is refused: Latin letters
   * may be combined only with the scripts of Chinese, Japanese and Korean.
   *
   * @throws InvalidValue with the reason if it is not a registrable name
   */
  public static DomainName toRegister(String text) {
    DomainName name = of(text);
    for (String label : name.unicode.split("\\.", -1)) {
      if (SCRIPTS.failsChecks(label)) {
        throw new InvalidValue(
            "must not mix letters of several scripts in «"
                + label
                + "», because some of them look alike, such as the Latin and the Cyrillic a");
      }
    }
    return name;
  }

  /**
   * The zone of the name: everything after the first label, as A-labels, such as {@code co.uk}. It
   * is the {@link Tld} of every name that can be ordered.
   */
  public String zone() {
    return ascii.substring(ascii.indexOf('.') + 1);
  }

  /** The {@link #zone()} as people read it, such as {@code рф}. */
  public String unicodeZone() {
    return unicode.substring(unicode.indexOf('.') + 1);
  }

  /** The top-level domain, as an A-label, such as {@code uk} of {@code example.co.uk}. */
  public String topLevel() {
    return ascii.substring(ascii.lastIndexOf('.') + 1);
  }

  /** Whether ICANN's policies apply: a top-level domain of two letters belongs to a country. */
  public boolean isGeneric() {
    return topLevel().length() > 2;
  }

  /** Whether the name has non-ASCII characters. */
  public boolean isIdn() {
    return !ascii.equals(unicode);
  }

  @Override
  public String toString() {
    return ascii;
  }

  // UTS #46 still maps symbols that IDNA 2008 disallows; no registry on offer accepts them.
  private static boolean isSymbol(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_PUNCTUATION ->
          codePoint != '.' && codePoint != 0xB7 && codePoint != 0x30FB;
      default -> false;
    };
  }

  private static String reason(IDNA.Info ascii, IDNA.Info unicode, String text) {
    var errors = ascii.getErrors();
    if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
      return "two dots in a row or a dot at the start";
    }
    if (errors.contains(IDNA.Error.LABEL_TOO_LONG)) {
      return "a label has more than 63 characters";
    }
    if (errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
      return "more than 253 characters";
    }
    if (errors.contains(IDNA.Error.LEADING_HYPHEN) || errors.contains(IDNA.Error.TRAILING_HYPHEN)) {
      return "a label starts or ends with a hyphen";
    }
    if (errors.contains(IDNA.Error.HYPHEN_3_4)) {
      return "hyphens in the third and fourth place of a label";
    }
    if (unicode.getErrors().contains(IDNA.Error.BIDI)) {
      return "mixes writing directions";
    }
    return text.indexOf(' ') >= 0
        ? "it contains a space"
        : "it contains characters that a domain name cannot have";
  }
}
