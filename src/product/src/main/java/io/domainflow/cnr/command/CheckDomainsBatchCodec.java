package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@link CheckDomainsBatch} as {@code CheckDomains}. {@code DOMAINCHECK} is «code text» for each
 * name. The price of a year is requested, too, because only the class that comes with it, {@code
 * X-FEE-CLASS}, distinguishes premium names from others; if the account cannot buy premium names,
 * the registrar reports all of them as not available.
 */
final class CheckDomainsBatchCodec implements Codec<CheckDomainsBatch, CheckDomains.Result> {

  private static final List<String> KEPT_BACK = List.of("reserved", "collision", "blocked");

  private static final String FEE_DOMAIN = "X-FEE-DOMAIN";

  private static final Pattern CHECK = Pattern.compile("([0-9]{3})\\s*(.*)");

  @Override
  public String name(CheckDomainsBatch command) {
    return "CheckDomains";
  }

  @Override
  public Map<String, String> parameters(CheckDomainsBatch command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < command.domains().size(); i++) {
      String domain = Spelling.of(command.domains().get(i));
      parameters.put("DOMAIN" + i, domain);
      // Unless a price is requested, the registrar does not distinguish a premium name from others.
      parameters.put(FEE_DOMAIN + i, domain);
      parameters.put("X-FEE-COMMAND" + i, command.priceOf().name());
      parameters.put("X-FEE-PERIOD" + i, "1");
    }
    return parameters;
  }

  @Override
  public CheckDomains.Result result(CheckDomainsBatch command, RegistrarResponse response) {
    return new CheckDomains.Result(
        IntStream.range(0, command.domains().size())
            .mapToObj(row -> availability(command.domains().get(row), response, row))
            .toList());
  }

  private static Availability availability(DomainName domain, RegistrarResponse response, int row) {
    boolean ofAnother =
        response.at("DOMAIN", row).filter(name -> !Columns.isName(name, domain)).isPresent();
    Matcher check = CHECK.matcher(ofAnother ? "" : response.at("DOMAINCHECK", row).orElse(""));
    int code = check.matches() ? Integer.parseInt(check.group(1)) : 0;
    String text = code == 0 || check.group(2).isEmpty() ? null : check.group(2);
    int fee = feeRow(domain, response, row);
    Optional<String> ownClass = FeeClass.own(response, fee);
    @Nullable Money price =
        ownClass.isPresent()
            ? Columns.money(response, fee, RegistrarTexts.FEE_AMOUNT, RegistrarTexts.FEE_CURRENCY)
                .orElse(null)
            : null;
    return new Availability(
        domain,
        kind(code, ownClass.isPresent()),
        code,
        text,
        ownClass.orElse(null),
        ownClass.isPresent(),
        price,
        null,
        isKeptBack(text));
  }

  // A name without price information may be left out of those columns: then it has no row.
  private static int feeRow(DomainName domain, RegistrarResponse response, int row) {
    int rows = Columns.rows(response, FEE_DOMAIN);
    return IntStream.range(0, rows)
        .filter(
            fee ->
                response
                    .at(FEE_DOMAIN, fee)
                    .filter(name -> Columns.isName(name, domain))
                    .isPresent())
        .findFirst()
        .orElse(rows == 0 ? row : rows);
  }

  private static Availability.Kind kind(int code, boolean premium) {
    return switch (ResultCode.of(code).orElse(ResultCode.SERVER_ERROR)) {
      case DOMAIN_AVAILABLE -> premium ? Availability.Kind.PREMIUM : Availability.Kind.AVAILABLE;
      case DOMAIN_NOT_AVAILABLE -> Availability.Kind.TAKEN;
      case INVALID_ATTRIBUTE_SYNTAX -> Availability.Kind.INVALID;
      // Names that could not be checked just now have a different code.
      case INVALID_ATTRIBUTE, COMMAND_FAILED -> Availability.Kind.UNSUPPORTED;
      default -> Availability.Kind.NOT_CHECKED;
    };
  }

  private static boolean isKeptBack(@Nullable String text) {
    String words = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return KEPT_BACK.stream().anyMatch(words::contains);
  }
}
