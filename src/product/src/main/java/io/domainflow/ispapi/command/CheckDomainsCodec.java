package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckDomains.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@link CheckDomains} as {@code CheckDomains}. */
final class CheckDomainsCodec implements Codec<CheckDomains, CheckDomains.Result> {

  private static final List<String> KEPT_BACK = List.of("reserved", "collision", "blocked");

  // DOMAINCHECK is «<code> <text>» for each name.
  private static final Pattern CHECK = Pattern.compile("([0-9]{3})\\s*(.*)");

  @Override
  public String name(CheckDomains command) {
    return "CheckDomains";
  }

  @Override
  public Map<String, String> parameters(CheckDomains command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < command.domains().size(); i++) {
      parameters.put("DOMAIN" + i, command.domains().get(i).ascii());
    }
    // Otherwise a premium name looks as if it were taken.
    parameters.put("PREMIUMCHANNELS", "*");
    return parameters;
  }

  @Override
  public int points(CheckDomains command) {
    return command.domains().size();
  }

  @Override
  public Result result(CheckDomains command, RegistrarResponse response) {
    return new Result(
        IntStream.range(0, command.domains().size())
            .mapToObj(i -> availability(command.domains().get(i), response, i))
            .toList());
  }

  private static Availability availability(DomainName domain, RegistrarResponse response, int i) {
    Matcher check = CHECK.matcher(response.at("DOMAINCHECK", i).orElse(""));
    int code = check.matches() ? Integer.parseInt(check.group(1)) : 0;
    String text = code == 0 || check.group(2).isEmpty() ? null : check.group(2);
    String priceClass = response.at("CLASS", i).orElse(null);
    Optional<String> price = response.at("PRICE", i);
    return new Availability(
        domain,
        kind(code, text, priceClass, price.isPresent()),
        code,
        text,
        priceClass,
        PriceClassName.isOwn(priceClass),
        price.map(amount -> money(amount, response.at("CURRENCY", i).orElse(""))).orElse(null),
        response.at("REASON", i).orElse(null),
        isKeptBack(text, response.at("REASON", i).orElse("")));
  }

  /**
   * The registrar reports an available premium name with the code of a taken one, and the rest in
   * class and text. A name with a premium class or price is never offered as an ordinary one,
   * because it would be bought at a price that nobody has seen.
   */
  private static Availability.Kind kind(
      int code, @Nullable String text, @Nullable String priceClass, boolean hasPrice) {
    return switch (ResultCode.of(code).orElse(ResultCode.SERVER_ERROR)) {
      case DOMAIN_AVAILABLE ->
          priceClass == null && !hasPrice ? Availability.Kind.AVAILABLE : Availability.Kind.PREMIUM;
      case DOMAIN_NOT_AVAILABLE ->
          PriceClassName.isOwn(priceClass) && !saysNotAvailable(text)
              ? Availability.Kind.PREMIUM
              : Availability.Kind.TAKEN;
      case INVALID_ATTRIBUTE_SYNTAX -> Availability.Kind.INVALID;
      // Names that could not be checked have a different code.
      case INVALID_ATTRIBUTE, COMMAND_FAILED -> Availability.Kind.UNSUPPORTED;
      default -> Availability.Kind.NOT_CHECKED;
    };
  }

  // A premium name keeps its class after it was bought.
  private static boolean saysNotAvailable(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains("not available");
  }

  // Words in the registrar's reasons for names reserved by a registry.
  private static boolean isKeptBack(@Nullable String text, String reason) {
    String words = (reason + " " + (text == null ? "" : text)).toLowerCase(Locale.ROOT);
    return KEPT_BACK.stream().anyMatch(words::contains);
  }

  private static @Nullable Money money(String amount, String currency) {
    try {
      return Money.of(amount, currency);
    } catch (InvalidValue e) {
      return null;
    }
  }
}
