package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.ReadZoneRules.Result;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link ReadZoneRules} as {@code QueryDomainOptions}. */
final class QueryDomainOptionsWire implements Wire<ReadZoneRules, ReadZoneRules.Result> {

  // ICANN-FOA-REQUEST is the one its page knows; EMAIL is known for the other confirmations.
  private static final Set<String> BY_MAIL = Set.of("ICANN-FOA-REQUEST", "EMAIL");

  @Override
  public Class<ReadZoneRules> command() {
    return ReadZoneRules.class;
  }

  @Override
  public String name(ReadZoneRules command) {
    return "QueryDomainOptions";
  }

  @Override
  public Map<String, String> parameters(ReadZoneRules command) {
    return Map.of("DOMAIN0", command.domain().ascii());
  }

  @Override
  public Result result(ReadZoneRules command, IspapiResponse response) {
    return new Result(
        PeriodText.read(response.first("ZONETRANSFERPERIODS").stream().toList()),
        words("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", response).stream()
            .anyMatch(BY_MAIL::contains),
        response
            .first("ZONEPOLICYREGISTRANTNAMECHANGEBY")
            .map(text -> text.toUpperCase(Locale.ROOT))
            .orElse(null),
        response.first("REPOSITORY").orElse(null));
  }

  private static Set<String> words(String property, IspapiResponse response) {
    return response.first(property).stream()
        .flatMap(text -> Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,]+")))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
