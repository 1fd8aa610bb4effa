package io.domainflow.registrar.command;

import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries a transfer to this account without asking for it. A name that cannot be transferred comes
 * as an answer; a name that does not exist or is here already is refused.
 *
 * @param authCode null to check without one
 */
public record CheckTransfer(DomainName domain, @Nullable AuthCode authCode)
    implements Query<CheckTransfer.Result> {

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
      @Nullable Integer ageInDays,
      boolean userTransferRequired,
      List<Period> periods,
      @Nullable Instant expiresAt,
      @Nullable String priceClass,
      @Nullable String registrar,
      List<String> status) {}
}
