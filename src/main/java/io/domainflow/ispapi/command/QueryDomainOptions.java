package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks for the rules of the zone a name is in. */
public record QueryDomainOptions(DomainName domain) implements Query<QueryDomainOptions.Result> {

  // ICANN-FOA-REQUEST is the one its page knows; EMAIL is known for the other confirmations.
  private static final Set<String> BY_MAIL = Set.of("ICANN-FOA-REQUEST", "EMAIL");

  /**
   * The answer.
   *
   * @param transferPeriods what a transfer may extend a name by, in the order stated
   * @param transferConfirmations how a transfer to this registrar has to be confirmed, in upper
   *     case; empty if not at all
   * @param tradeConfirmations how a change of registrant has to be approved, in upper case, such as
   *     {@code FAX}; empty if not at all
   * @param registrantChangeBy {@code UPDATE}, {@code TRADE}, {@code ICANN-TRADE}, {@code REGISTRY}
   *     or {@code NEWREG}; null if not stated
   * @param repository the registrar's name of the zone's registry; null if not stated
   */
  public record Result(
      List<Period> transferPeriods,
      Set<String> transferConfirmations,
      Set<String> tradeConfirmations,
      String registrantChangeBy,
      String repository) {

    /** Whether the registrant has to confirm a transfer by a mail of the registrar. */
    public boolean confirmsTransferByMail() {
      return transferConfirmations.stream().anyMatch(BY_MAIL::contains);
    }
  }

  @Override
  public String name() {
    return "QueryDomainOptions";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN0", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        PeriodText.read(response.first("ZONETRANSFERPERIODS").stream().toList()),
        words("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", response),
        words("ZONEPOLICYDOMAINTRADEAPPROVECONFIRMATION", response),
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
