package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tries a transfer to this account without asking for it. A name that cannot be transferred comes
 * as an answer; a name that does not exist or is here already is refused.
 *
 * <p>That it changes nothing is read from its purpose; its page does not say so.
 *
 * @param authCode null to check without one
 */
public record CheckDomainTransfer(DomainName domain, AuthCode authCode)
    implements Query<CheckDomainTransfer.Result> {

  /** What the registrar thinks of the auth code. */
  public enum AuthCheck {
    VALID,
    INVALID,
    /** The registry tells only when the transfer is asked for, or no code was sent. */
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param possible a transfer would be accepted now
   * @param text what the registrar says of it
   * @param authRequired false as well if not stated
   * @param transferLocked by the registrar's word or by the status of the name
   * @param ageInDays null if not stated
   * @param userTransferRequired the name is in another account of this registrar
   * @param periods what a transfer may extend the name by, in the order stated
   * @param expiresAt null if not stated
   * @param priceClass price class of a premium name; null for a plain one
   * @param registrar who has the name now; null if not stated
   * @param status as the registrar writes it, without the address some registries put after it
   */
  public record Result(
      boolean possible,
      String text,
      boolean authRequired,
      AuthCheck auth,
      boolean transferLocked,
      Integer ageInDays,
      boolean userTransferRequired,
      List<Period> periods,
      Instant expiresAt,
      String priceClass,
      String registrar,
      List<String> status) {}

  @Override
  public String name() {
    return "CheckDomainTransfer";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    if (authCode != null) {
      parameters.put("AUTH", authCode.reveal());
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    // Its page lists 218 only; 200 was seen.
    boolean possible =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    List<String> status =
        response.all("STATUS").stream().map(text -> text.split("\\s", 2)[0]).toList();
    return new Result(
        possible,
        response.detail().isEmpty() ? response.description() : response.detail(),
        response.flag("AUTHREQUIRED").orElse(false),
        response
            .flag("AUTHISVALID")
            .map(valid -> valid ? AuthCheck.VALID : AuthCheck.INVALID)
            .orElse(AuthCheck.UNKNOWN),
        response.flag("TRANSFERLOCK").orElse(prohibitsTransfer(status)),
        response.first("AGEINDAYS").flatMap(Numbers::read).orElse(null),
        response.flag("USERTRANSFERREQUIRED").orElse(false),
        PeriodText.read(response.all("PERIOD")),
        response.instant("EXPIRATIONDATE").orElse(null),
        response.first("CLASS").orElse(null),
        response.first("REGISTRAR").orElse(null),
        status);
  }

  private static boolean prohibitsTransfer(List<String> status) {
    return status.stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).endsWith("transferprohibited"));
  }
}
