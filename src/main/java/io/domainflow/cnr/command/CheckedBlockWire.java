package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
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
 * {@link CheckedBlock} as {@code CheckDomains}. {@code DOMAINCHECK} is «code text» for each name; a
 * name with a price of its own has {@code X-FEE-CLASS}, {@code X-FEE-AMOUNT} and {@code
 * X-FEE-CURRENCY} beside it. Such a name may be stated as not available while nobody has it: one
 * that has a price can be bought, as at the same group's other platform.
 */
final class CheckedBlockWire implements Wire<CheckedBlock, CheckDomains.Result> {

  private static final List<String> KEPT_BACK = List.of("reserved", "collision", "blocked");

  private static final Pattern CHECK = Pattern.compile("([0-9]{3})\\s*(.*)");

  @Override
  public Class<CheckedBlock> command() {
    return CheckedBlock.class;
  }

  @Override
  public String name(CheckedBlock command) {
    return "CheckDomains";
  }

  @Override
  public Map<String, String> parameters(CheckedBlock command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < command.domains().size(); i++) {
      parameters.put("DOMAIN" + i, command.domains().get(i).unicode());
    }
    return parameters;
  }

  @Override
  public CheckDomains.Result result(CheckedBlock command, WireResponse response) {
    return new CheckDomains.Result(
        IntStream.range(0, command.domains().size())
            .mapToObj(row -> availability(command.domains().get(row), response, row))
            .toList());
  }

  private static Availability availability(DomainName domain, WireResponse response, int row) {
    Matcher check = CHECK.matcher(response.at("DOMAINCHECK", row).orElse(""));
    int code = check.matches() ? Integer.parseInt(check.group(1)) : 0;
    String text = code == 0 || check.group(2).isEmpty() ? null : check.group(2);
    Optional<String> ownClass = FeeClass.own(response, row);
    boolean own =
        ownClass.isPresent()
            || (response.at("X-FEE-CLASS", row).isEmpty()
                && response.at(RegistrarTexts.FEE_AMOUNT, row).isPresent());
    @Nullable Money price =
        own
            ? Columns.money(response, row, RegistrarTexts.FEE_AMOUNT, RegistrarTexts.FEE_CURRENCY)
                .orElse(null)
            : null;
    return new Availability(
        domain,
        kind(code, own, price != null),
        code,
        text,
        ownClass.orElse(null),
        own,
        price,
        null,
        isKeptBack(text));
  }

  private static Availability.Kind kind(int code, boolean premium, boolean priced) {
    return switch (ResultCode.of(code).orElse(ResultCode.SERVER_ERROR)) {
      case DOMAIN_AVAILABLE -> premium ? Availability.Kind.PREMIUM : Availability.Kind.AVAILABLE;
      case DOMAIN_NOT_AVAILABLE -> priced ? Availability.Kind.PREMIUM : Availability.Kind.TAKEN;
      case INVALID_ATTRIBUTE_SYNTAX -> Availability.Kind.INVALID;
      // What could not be found out just now has another code.
      case INVALID_ATTRIBUTE, COMMAND_FAILED -> Availability.Kind.UNSUPPORTED;
      default -> Availability.Kind.NOT_CHECKED;
    };
  }

  private static boolean isKeptBack(@Nullable String text) {
    String words = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return KEPT_BACK.stream().anyMatch(words::contains);
  }
}
