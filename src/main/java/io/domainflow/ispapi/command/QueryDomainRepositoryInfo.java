package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks how the registry of a name goes about transfers. Its page says that every user may ask,
 * although it stands among the commands for registrars.
 */
public record QueryDomainRepositoryInfo(DomainName domain)
    implements Query<QueryDomainRepositoryInfo.Result> {

  private static final Pattern DAYS = Pattern.compile("(\\d{1,4})[dD]");

  /**
   * The answer.
   *
   * @param transferPending how long the registry lets the losing registrar think; null if not
   *     stated
   * @param acceptedAfterPending whether silence of the losing registrar means yes
   */
  public record Result(Duration transferPending, boolean acceptedAfterPending) {}

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
        response
            .first("REGISTRYTRANSFERPENDINGPERIOD")
            .flatMap(QueryDomainRepositoryInfo::days)
            .orElse(null),
        response.first("REGISTRYTRANSFEREXPIREACTION").filter("ACK"::equalsIgnoreCase).isPresent());
  }

  private static Optional<Duration> days(String text) {
    Matcher matcher = DAYS.matcher(text);
    return matcher.matches()
        ? Optional.of(Duration.ofDays(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }
}
