package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets the transfer lock and the name servers of a name. Both are said as they are to be, not as a
 * change, so that it may be sent twice. Contacts are another matter: {@link ReplaceContacts}.
 *
 * @param transferLock null to leave it as it is
 * @param nameservers all of them, in order, at most 13; empty to leave them as they are
 */
public record ModifyDomain(DomainName domain, Boolean transferLock, List<Nameserver> nameservers)
    implements Repeatable<ModifyDomain.Result> {

  /**
   * Puts the command together.
   *
   * @throws IllegalArgumentException if it would change nothing, or there are too many name servers
   */
  public ModifyDomain {
    nameservers = List.copyOf(nameservers);
    NameserverParameters.check(nameservers);
    if (transferLock == null && nameservers.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to change.");
    }
  }

  private static final Pattern LOCKED_UNTIL =
      Pattern.compile(
          "TRANSFERLOCK in place until (\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}:\\d{2}))?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Until when a transfer lock cannot be taken off, as a refusal with {@link
   * io.domainflow.ispapi.protocol.ResultCode#STATUS_PROHIBITS_OPERATION} says it after a change of
   * registrant (wiki of the registrar on IRTP). A day without a time counts to its end, in UTC.
   *
   * @param words the registrar's; no contract
   */
  public static Optional<Instant> lockedUntil(String words) {
    Matcher until = LOCKED_UNTIL.matcher(words);
    if (!until.find()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(until.group(1));
      LocalDateTime end =
          until.group(2) == null
              ? day.plusDays(1).atStartOfDay()
              : day.atTime(LocalTime.parse(until.group(2)));
      return Optional.of(end.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The answer.
   *
   * @param pending the registry has not done it yet and may still refuse
   */
  public record Result(boolean pending) {}

  @Override
  public String name() {
    return "ModifyDomain";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    if (transferLock != null) {
      parameters.put("TRANSFERLOCK", transferLock ? "1" : "0");
    }
    NameserverParameters.put(parameters, nameservers);
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(response.pending());
  }
}
