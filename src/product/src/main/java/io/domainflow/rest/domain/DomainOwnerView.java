package io.domainflow.rest.domain;

import io.domainflow.model.DomainName;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerChange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a name in an account.
 *
 * @param owner {@code client/shop}, {@code group/shop} or a login
 * @param changes the changes of owner, oldest first
 */
record DomainOwnerView(
    String account, String domain, @Nullable String owner, List<Change> changes) {

  /**
   * A change of the name's owner.
   *
   * @param former the former owner; null if it had none
   * @param owner the new owner; null if it lost its owner
   * @param by login that did it
   */
  record Change(
      Instant at,
      @Nullable String former,
      @Nullable String owner,
      OwnerChange.How how,
      @Nullable String by,
      @Nullable String reason) {

    private static Change of(OwnerChange change) {
      return new Change(
          change.at().truncatedTo(ChronoUnit.SECONDS),
          Owner.textOf(change.former()),
          Owner.textOf(change.owner()),
          change.how(),
          change.by(),
          change.reason());
    }
  }

  static DomainOwnerView of(
      String account, DomainName domain, @Nullable Owner owner, List<OwnerChange> changes) {
    return new DomainOwnerView(
        account,
        domain.ascii(),
        Owner.textOf(owner),
        changes.stream().filter(one -> one.account().equals(account)).map(Change::of).toList());
  }
}
