package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.PeriodText;
import io.domainflow.model.ContactRole;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.ReadZoneRules.Result;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link ReadZoneRules} as {@code QueryDomainOptions}. */
final class ReadZoneRulesCodec implements Codec<ReadZoneRules, ReadZoneRules.Result> {

  // ICANN-FOA-REQUEST is the value on its page; EMAIL is known from the other confirmations.
  private static final Set<String> BY_MAIL = Set.of("ICANN-FOA-REQUEST", "EMAIL");

  // The registry of .fr and similar zones; there the registrar refuses an opt-out.
  private static final String WITHOUT_OPT_OUT = "AFNIC";

  @Override
  public String name(ReadZoneRules command) {
    return "QueryDomainOptions";
  }

  @Override
  public Map<String, String> parameters(ReadZoneRules command) {
    return Map.of("DOMAIN0", command.domain().ascii());
  }

  @Override
  public Result result(ReadZoneRules command, RegistrarResponse response) {
    return new Result(
        PeriodText.read(response.first("ZONETRANSFERPERIODS").stream().toList()),
        words("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", response).stream()
            .anyMatch(BY_MAIL::contains),
        changeBy(response.first("ZONEPOLICYREGISTRANTNAMECHANGEBY").orElse("")),
        response.first("REPOSITORY").filter(name -> name.contains(WITHOUT_OPT_OUT)).isEmpty(),
        contacts(response));
  }

  private static Set<ContactRole> contacts(RegistrarResponse response) {
    Set<ContactRole> contacts = EnumSet.allOf(ContactRole.class);
    contacts.removeIf(
        role ->
            response.first("ZONE" + role.name() + "CONTACTSMAX").filter("0"::equals).isPresent());
    return contacts;
  }

  private static RegistrantChangeBy changeBy(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ICANN-TRADE" -> RegistrantChangeBy.ICANN_TRADE;
      case "TRADE" -> RegistrantChangeBy.TRADE;
      case "UPDATE" -> RegistrantChangeBy.UPDATE;
      case "REGISTRY", "NEWREG" -> RegistrantChangeBy.ELSEWHERE;
      default -> RegistrantChangeBy.UNKNOWN;
    };
  }

  private static Set<String> words(String property, RegistrarResponse response) {
    return response.first(property).stream()
        .flatMap(text -> Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,]+")))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
