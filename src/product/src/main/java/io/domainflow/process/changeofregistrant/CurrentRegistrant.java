package io.domainflow.process.changeofregistrant;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the registrant of a name, and the zone's requirements for changing it. */
final class CurrentRegistrant {

  private static final Contact NOBODY =
      new Contact(null, null, null, null, List.of(), null, null, null, null, null, null);

  private CurrentRegistrant() {}

  /**
   * The name at present.
   *
   * @param registrant without any data if the name has none
   * @param otherChange whether a change of registrant is running
   */
  record Result(
      ReadDomain.Result domain,
      Contact registrant,
      ReadZoneRules.Result options,
      boolean otherChange) {

    /** The state before this order changes it. */
    Before before(OrderContent order) {
      List<String> differences =
          RegistrantComparison.differences(registrant, order.registrantOrThrow());
      return new Before(
          domain.ownerContact(),
          registrant,
          differences,
          RegistrantComparison.looksLikeCorrection(
              registrant, order.registrantOrThrow(), differences),
          options.registrantChangeBy(),
          options.optOutPossible(),
          domain.priceClass(),
          domain.transferLocked().orElse(null));
    }

    /**
     * Whether the registration has expired and can no longer be renewed: a registrant who can still
     * renew keeps the right to change (ICANN's policy on expired registrations).
     */
    boolean hasExpiredForGood(Instant now) {
      if (domain.state().status() == DomainStatus.DELETED) {
        return true;
      }
      return domain.expiresAt() != null
          && domain.expiresAt().isBefore(now)
          && domain.failureDate() != null
          && domain.failureDate().isBefore(now);
    }
  }

  /** Empty if the name is not in the account. */
  static Optional<Result> find(DomainName name, Reader registrar) {
    return registrar
        .domain(name)
        .map(
            domain ->
                new Result(
                    domain,
                    registrant(domain.ownerContact(), registrar),
                    registrar.ask(new ReadZoneRules(name)),
                    isChanging(name, registrar)));
  }

  /**
   * Whether the name still has the registrant that it was compared with. The handle tells:
   * presumably the registrar refuses another name behind the handle of a registrant.
   */
  static boolean isStill(Before before, DomainName name, Reader registrar) {
    return registrar
        .domain(name)
        .filter(domain -> Objects.equals(domain.ownerContact(), before.handle()))
        .isPresent();
  }

  /**
   * Whether somebody else is the registrant now than at an earlier comparison. With another address
   * it stays the same person; an unreadable contact behind another handle counts as somebody else.
   */
  static boolean isAnother(Before earlier, @Nullable String handle, Contact registrant) {
    boolean unknown = registrant.equals(NOBODY) && !Objects.equals(earlier.handle(), handle);
    return unknown
        || RegistrantComparison.isOfThePerson(
            RegistrantComparison.differences(earlier.registrant(), registrant));
  }

  /** The data behind a handle. */
  static Contact registrant(@Nullable String handle, Reader registrar) {
    if (handle == null) {
      return NOBODY;
    }
    return registrar.contact(handle).orElse(NOBODY);
  }

  private static boolean isChanging(DomainName name, Reader registrar) {
    return registrar.change(name).filter(change -> !change.state().isOver()).isPresent();
  }
}
