package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.PeriodText;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadRegistryRules.Result;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@link ReadRegistryRules} as {@code QueryDomainRepositoryInfo}. Its page says that every user may
 * send it, although it is listed among the commands for registrars.
 */
final class ReadRegistryRulesCodec implements Codec<ReadRegistryRules, ReadRegistryRules.Result> {

  private static final Pattern DAYS = Pattern.compile("(-?\\d{1,4})[dD]");

  @Override
  public String name(ReadRegistryRules command) {
    return "QueryDomainRepositoryInfo";
  }

  @Override
  public Map<String, String> parameters(ReadRegistryRules command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public Result result(ReadRegistryRules command, RegistrarResponse response) {
    return new Result(
        days(response, "REGISTRYTRANSFERPENDINGPERIOD"),
        response.first("REGISTRYEXPLICITRENEWAL").filter("NO"::equalsIgnoreCase).isEmpty(),
        PeriodText.read(response.first("ZONERENEWALPERIODS").stream().toList()),
        days(response, "ZONERENEWALPAYMENTPERIOD"),
        days(response, "DELETIONRESTORABLEPERIOD"));
  }

  private static @Nullable Duration days(RegistrarResponse response, String property) {
    return response.first(property).flatMap(ReadRegistryRulesCodec::days).orElse(null);
  }

  private static Optional<Duration> days(String text) {
    Matcher matcher = DAYS.matcher(text);
    return matcher.matches()
        ? Optional.of(Duration.ofDays(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }
}
