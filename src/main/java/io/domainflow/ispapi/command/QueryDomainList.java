package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Asks for a part of the names the account has, in the order of the registrar. Auth codes, which
 * the answer brings along, are dropped.
 *
 * @param first how many names to skip
 */
public record QueryDomainList(int first) implements Query<QueryDomainList.Result> {

  /** Names in one part: an answer of this size stays well below what the client reads. */
  public static final int PART = 250;

  /**
   * The answer.
   *
   * @param complete whether nothing comes after this part
   */
  public record Result(List<Name> names, boolean complete) {}

  /**
   * One name. A date is null while the registrar states none; the dates mean what they mean in
   * {@link StatusDomain.Result}.
   *
   * @param domain as the registrar writes it
   * @param status as the registrar writes it
   * @param statedMode as the registrar writes it; empty if not stated
   * @param renewalMode what that means; empty if it is none of our modes
   * @param priceClass price class the name is renewed in, such as {@code COM}; null if not stated
   * @param ownerContacts handles of the registrant; empty if not stated
   * @param adminContacts as above, and so on
   */
  public record Name(
      String domain,
      List<String> status,
      String statedMode,
      Optional<RenewalMode> renewalMode,
      Instant createdAt,
      Instant expiresAt,
      Instant paidUntil,
      Instant failureDate,
      Instant accountingDate,
      Instant finalizationDate,
      String priceClass,
      List<String> ownerContacts,
      List<String> adminContacts,
      List<String> techContacts,
      List<String> billingContacts) {

    /** How the name stands; that a date has passed does not count. */
    public DomainStatus domainStatus() {
      return DomainState.of(status);
    }
  }

  // A name has one place in a column: several values share it, as its name servers do.
  private static final Pattern BETWEEN_VALUES = Pattern.compile("\\s+");

  @Override
  public String name() {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("WIDE", "1");
    parameters.put("FIRST", String.valueOf(first));
    parameters.put("LIMIT", String.valueOf(PART));
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Name> names =
        IntStream.range(0, rows)
            .mapToObj(i -> name(response, i))
            .flatMap(Optional::stream)
            .toList();
    int total = response.first("TOTAL").flatMap(Numbers::read).orElse(Integer.MAX_VALUE);
    return new Result(names, rows == 0 || first + rows >= total);
  }

  private static Optional<Name> name(IspapiResponse response, int i) {
    String mode = response.at("RENEWALMODE", i).orElse("");
    return response
        .at("OBJECTID", i)
        .map(
            domain ->
                new Name(
                    domain,
                    values(response, "STATUS", i),
                    mode,
                    RenewalModeText.read(mode),
                    response.instantAt("CREATEDDATE", i).orElse(null),
                    response.instantAt("EXPIRATIONDATE", i).orElse(null),
                    response.instantAt("PAIDUNTILDATE", i).orElse(null),
                    response.instantAt("FAILUREDATE", i).orElse(null),
                    response.instantAt("ACCOUNTINGDATE", i).orElse(null),
                    response.instantAt("FINALIZATIONDATE", i).orElse(null),
                    response.at("SUBCLASS", i).orElse(null),
                    values(response, "OWNERCONTACT", i),
                    values(response, "ADMINCONTACT", i),
                    values(response, "TECHCONTACT", i),
                    values(response, "BILLINGCONTACT", i)));
  }

  private static List<String> values(IspapiResponse response, String property, int i) {
    return response.at(property, i).stream()
        .flatMap(BETWEEN_VALUES::splitAsStream)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
