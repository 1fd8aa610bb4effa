package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dry run of a transfer to this account. That a name cannot be transferred is returned as an
 * answer; a name that does not exist or is already here is refused.
 *
 * @param authCode null to check without one
 */
public record CheckTransfer(DomainName domain, @Nullable AuthCode authCode)
    implements Query<CheckTransfer.Result> {

  /** The registrar's check of the auth code. */
  public enum AuthCheck {
    VALID,
    INVALID,
    /** The registry checks it only with the request, or no code was sent. */
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param possible whether a transfer would be accepted now
   * @param text the registrar's message
   * @param authRequired also false if not stated
   * @param transferLocked according to the registrar's answer or the status of the name
   * @param ageInDays null if not stated
   * @param userTransferRequired whether the name is in another account at this registrar
   * @param periods by which a transfer may extend the name, in the order stated
   * @param expiresAt null if not stated
   * @param priceClass price class of a premium name; null for an ordinary one
   * @param price of the transfer of a premium name, if it is stated with it; null if it is that of
   *     its class in the account, or the name is an ordinary one
   * @param registrar the losing registrar; null if not stated
   * @param status as stated by the registrar, without the address that some registries append
   */
  public record Result(
      boolean possible,
      String text,
      boolean authRequired,
      AuthCheck auth,
      boolean transferLocked,
      @Nullable Integer ageInDays,
      boolean userTransferRequired,
      List<Period> periods,
      @Nullable Instant expiresAt,
      @Nullable String priceClass,
      @Nullable Money price,
      @Nullable String registrar,
      List<String> status) {}
}
