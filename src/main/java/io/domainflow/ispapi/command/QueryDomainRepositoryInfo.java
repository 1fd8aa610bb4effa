package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks how the registry of a name goes about transfers and renewals. Its page says that every user
 * may ask, although it stands among the commands for registrars.
 */
public record QueryDomainRepositoryInfo(DomainName domain)
    implements Query<QueryDomainRepositoryInfo.Result> {

  private static final Pattern DAYS = Pattern.compile("(-?\\d{1,4})[dD]");

  /**
   * The answer.
   *
   * @param transferPending how long the registry lets the losing registrar think; null if not
   *     stated
   * @param acceptedAfterPending whether silence of the losing registrar means yes
   * @param explicitRenewal whether names are renewed by a command; false where the registry renews
   *     by itself, and the renewal is paid beforehand. True if not stated
   * @param renewalPeriods what a renewal may add; empty if not stated
   * @param earliestPayment how long before the end of the period a renewal can be paid, as a
   *     negative duration; null if not stated
   * @param restorable for how long a deleted name can be had back; null if not stated
   */
  public record Result(
      Duration transferPending,
      boolean acceptedAfterPending,
      boolean explicitRenewal,
      List<Period> renewalPeriods,
      Duration earliestPayment,
      Duration restorable) {}

  @Override
  public String name() {
    return "QueryDomainRepositoryInfo";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        days(response, "REGISTRYTRANSFERPENDINGPERIOD"),
        response.first("REGISTRYTRANSFEREXPIREACTION").filter("ACK"::equalsIgnoreCase).isPresent(),
        response.first("REGISTRYEXPLICITRENEWAL").filter("NO"::equalsIgnoreCase).isEmpty(),
        PeriodText.read(response.first("ZONERENEWALPERIODS").stream().toList()),
        days(response, "ZONERENEWALPAYMENTPERIOD"),
        days(response, "DELETIONRESTORABLEPERIOD"));
  }

  private static Duration days(IspapiResponse response, String property) {
    return response.first(property).flatMap(QueryDomainRepositoryInfo::days).orElse(null);
  }

  private static Optional<Duration> days(String text) {
    Matcher matcher = DAYS.matcher(text);
    return matcher.matches()
        ? Optional.of(Duration.ofDays(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }
}
