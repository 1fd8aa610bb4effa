package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Asks which of several names can be registered, and at what price class.
 *
 * @param domains 1 to 250 names
 */
public record CheckDomains(List<DomainName> domains) implements Query<CheckDomains.Result> {

  private static final int MAX_DOMAINS = 250;

  // DOMAINCHECK is «<code> <text>» for each name.
  private static final Pattern CHECK = Pattern.compile("([0-9]{3})\\s*(.*)");

  public CheckDomains {
    if (domains.isEmpty() || domains.size() > MAX_DOMAINS) {
      throw new IllegalArgumentException("1 to " + MAX_DOMAINS + " names can be checked at once.");
    }
    domains = List.copyOf(domains);
  }

  /** One entry per name asked for, in that order. */
  public record Result(List<Availability> names) {}

  /**
   * What is known of one name.
   *
   * @param code the name's own result code; 0 if the registrar said nothing about it
   * @param text the text with it; null if there is none
   * @param priceClass price class of a premium name, such as {@code PREMIUM_DONUTS_A}; null for a
   *     plain one
   * @param price what the premium name costs; null if not stated or not readable
   * @param reason the registrar's reason; null if there is none
   */
  public record Availability(
      DomainName domain,
      Kind kind,
      int code,
      String text,
      String priceClass,
      Money price,
      String reason) {

    /** Whether the name can be had. */
    public enum Kind {
      /** Free, at the price of its zone. */
      AVAILABLE,
      TAKEN,
      /** Free, at a price of its own. */
      PREMIUM,
      /** The registrar did not find out: busy, registry silent, or a zone it does not sell. */
      NOT_CHECKED
    }
  }

  @Override
  public String name() {
    return "CheckDomains";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < domains.size(); i++) {
      parameters.put("DOMAIN" + i, domains.get(i).ascii());
    }
    // Without this, a premium name looks like one that is taken.
    parameters.put("PREMIUMCHANNELS", "*");
    return parameters;
  }

  @Override
  public int points() {
    return domains.size();
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        IntStream.range(0, domains.size()).mapToObj(i -> availability(response, i)).toList());
  }

  private Availability availability(IspapiResponse response, int i) {
    Matcher check = CHECK.matcher(response.at("DOMAINCHECK", i).orElse(""));
    int code = check.matches() ? Integer.parseInt(check.group(1)) : 0;
    String text = code == 0 || check.group(2).isEmpty() ? null : check.group(2);
    String priceClass = response.at("CLASS", i).orElse(null);
    Optional<String> price = response.at("PRICE", i);
    return new Availability(
        domains.get(i),
        kind(code, text, priceClass, price.isPresent()),
        code,
        text,
        priceClass,
        price.map(amount -> money(amount, response.at("CURRENCY", i).orElse(""))).orElse(null),
        response.at("REASON", i).orElse(null));
  }

  /**
   * The registrar reports a premium name that can be bought with the code of a name that is taken
   * and says the rest with class and text. Whatever carries a class or a price of its own is never
   * offered as a plain name: it would be bought at a price nobody has seen.
   */
  private static Availability.Kind kind(
      int code, String text, String priceClass, boolean hasPrice) {
    return switch (ResultCode.of(code).orElse(ResultCode.COMMAND_FAILED)) {
      case DOMAIN_AVAILABLE ->
          priceClass == null && !hasPrice ? Availability.Kind.AVAILABLE : Availability.Kind.PREMIUM;
      case DOMAIN_NOT_AVAILABLE ->
          isPremium(priceClass) && !saysNotAvailable(text)
              ? Availability.Kind.PREMIUM
              : Availability.Kind.TAKEN;
      default -> Availability.Kind.NOT_CHECKED;
    };
  }

  private static boolean isPremium(String priceClass) {
    return priceClass != null && priceClass.toUpperCase(Locale.ROOT).startsWith("PREMIUM_");
  }

  // A premium name keeps its class when somebody has bought it.
  private static boolean saysNotAvailable(String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains("not available");
  }

  private static Money money(String amount, String currency) {
    try {
      return Money.of(amount, currency);
    } catch (InvalidValue e) {
      return null;
    }
  }
}
