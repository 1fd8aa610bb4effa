package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a name of the account with the registrar's own status, mode and dates. */
public record CnrDomainStatus(DomainName domain) implements Query<CnrDomainStatus.Result> {

  /**
   * The answer.
   *
   * @param mode in the registrar's terms
   * @param expires at the registry
   * @param rest everything but mode and dates
   */
  record Result(
      String mode,
      @Nullable Instant expires,
      @Nullable Instant paidUntil,
      @Nullable Instant renewal,
      ReadDomain.Result rest) {

    /** The name with interpreted mode and dates. */
    ReadDomain.Result as(DomainState state, NameDates dates, Optional<RenewalMode> renewalMode) {
      return new ReadDomain.Result(
          state,
          rest.createdAt(),
          dates.expiresAt(),
          dates.paidUntil(),
          dates.failureDate(),
          dates.accountingDate(),
          dates.finalizationDate(),
          renewalMode,
          rest.transferLocked(),
          rest.transferLockedUntil(),
          rest.changeLockedUntil(),
          rest.nameservers(),
          rest.ownerContact(),
          rest.adminContacts(),
          rest.techContacts(),
          rest.billingContacts(),
          rest.priceClass(),
          rest.ownPrice(),
          rest.transferredAt(),
          rest.privacy(),
          rest.signed());
    }
  }
}
