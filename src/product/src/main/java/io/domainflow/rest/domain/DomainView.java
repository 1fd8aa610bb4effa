package io.domainflow.rest.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.content.Operation;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.order.domain.OrderInWork;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomain.ChangeLock;
import io.domainflow.order.domain.StoredDomain.Departure;
import io.domainflow.order.domain.StoredDomain.Source;
import io.domainflow.order.domain.StoredDomain.StoredDate;
import io.domainflow.order.domain.StoredDomain.StoredMode;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.progress.Suspension;
import io.domainflow.owner.Owner;
import io.domainflow.rest.OrderLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name as last read.
 *
 * @param owner {@code client/shop}, {@code group/shop} or a login
 * @param readAt when status and locks were read; null if they never were
 * @param gone how it has left the account; null if it has not, as far as is known
 * @param renewalMode null if it was never read, or is not one of ours
 * @param suspension null if it is neither suspended nor cancelled here
 * @param additionalFields parameters whose values are stored with it for the next order
 * @param sections its present and wanted settings, by their names in the order API
 */
record DomainView(
    String account,
    String domain,
    String domainUnicode,
    @Nullable String owner,
    DomainStatus status,
    @Nullable Instant readAt,
    @Nullable Departure gone,
    Dates dates,
    @Nullable StoredMode renewalMode,
    Renewal renewal,
    List<Lock> locks,
    List<OpenOrder> openOrders,
    @Nullable SuspensionView suspension,
    List<String> additionalFields,
    Map<String, SectionView> sections) {

  /** The dates that the registrar has stated; null for a date that it never has. */
  record Dates(
      @Nullable StoredDate created,
      @Nullable StoredDate expires,
      @Nullable StoredDate paidUntil,
      @Nullable StoredDate failure,
      @Nullable StoredDate accounting,
      @Nullable StoredDate finalization) {}

  /**
   * Whether the name continues after its period.
   *
   * @param phase its phase, according to the dates last read
   * @param renewableUntil until when it can be renewed, before or after the end of its period; null
   *     if that is not known, or the name is gone
   * @param paid whether a renewal is paid for and not yet carried out; a renewal that is charged
   *     only when it is carried out is not paid
   * @param openOrder reference of the order that renews it
   */
  record Renewal(
      Phase phase, @Nullable Instant renewableUntil, boolean paid, @Nullable String openOrder) {

    /** The phase of a name's life cycle. */
    enum Phase {
      /** Its period has not ended. */
      CURRENT,
      /** Its period has ended; it can still be renewed. */
      GRACE,
      /** It was deleted; a restore order finds out whether and until when it can be restored. */
      DELETED,
      /** It has left the account. */
      LEFT,
      /** Its dates are not known, or are implausible by now. */
      UNKNOWN
    }

    static Renewal of(Optional<StoredDomain> stored, Optional<OrderInWork> open, Instant now) {
      Phase phase = stored.map(known -> phase(known, now)).orElse(Phase.UNKNOWN);
      boolean here = phase == Phase.CURRENT || phase == Phase.GRACE;
      return new Renewal(
          phase,
          stored.filter(known -> here).map(Renewal::until).orElse(null),
          stored
              .filter(known -> phase != Phase.DELETED && phase != Phase.LEFT)
              .filter(known -> known.isPaidAhead() && !known.isRenewalOrdered())
              .isPresent(),
          open.filter(OrderInWork::renews).map(OrderInWork::reference).orElse(null));
    }

    private static Phase phase(StoredDomain known, Instant now) {
      if (known.status() == DomainStatus.DELETED) {
        return Phase.DELETED;
      }
      if (known.status() == DomainStatus.TRANSFERRED_AWAY) {
        return Phase.LEFT;
      }
      Instant expires = at(known, DateKind.EXPIRES);
      Instant until = until(known);
      if (expires != null && expires.isAfter(now)) {
        return Phase.CURRENT;
      }
      return expires != null && until != null && until.isAfter(now) ? Phase.GRACE : Phase.UNKNOWN;
    }

    // If no deletion date is stated, the renewal mode takes effect on one of the other dates.
    private static @Nullable Instant until(StoredDomain known) {
      return Stream.of(DateKind.FAILURE, DateKind.ACCOUNTING, DateKind.FINALIZATION)
          .map(kind -> at(known, kind))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private static @Nullable Instant at(StoredDomain known, DateKind kind) {
      StoredDate date = known.dates().get(kind);
      return date == null ? null : date.at();
    }
  }

  /**
   * A lock that prevents a transfer of a name, or a change of its registrant.
   *
   * @param until null if it lasts until it is removed, or no end is known
   */
  record Lock(Kind kind, @Nullable Instant until, Source source) {

    /** Why the lock exists. */
    enum Kind {
      /** Somebody has set it, and can remove it; if it has an end, not before that. */
      TRANSFER,
      /** The registrant has changed recently; it ends automatically and not before. */
      CHANGE_OF_REGISTRANT,
      /** A dispute over the name; an administrator has set it, and can remove it. */
      HOLD
    }
  }

  /**
   * The suspension or cancellation of a name.
   *
   * @param modeBefore the renewal mode that a reactivation restores; null if it is not known here
   */
  record SuspensionView(Suspension.Kind kind, Instant since, @Nullable RenewalMode modeBefore) {}

  /** An open order for the name. */
  record OpenOrder(String reference, Operation operation, OrderStatus status, String href) {

    static OpenOrder of(OrderInWork order) {
      return new OpenOrder(
          order.reference(), order.operation(), order.status(), OrderLink.path(order.id()));
    }
  }

  /**
   * The view of a name in an account.
   *
   * @param owner null if it has no owner
   * @param setUp its present and wanted settings, as far as they are known
   * @param now the time at which a lock may have ended
   */
  static DomainView of(
      String account,
      DomainName domain,
      @Nullable Owner owner,
      Optional<StoredDomain> stored,
      Optional<OrderInWork> open,
      Map<Section, StoredSection> setUp,
      Instant now) {
    return new DomainView(
        account,
        domain.ascii(),
        domain.unicode(),
        Owner.textOf(owner),
        stored.map(StoredDomain::status).orElse(DomainStatus.UNKNOWN),
        stored.map(StoredDomain::readAt).orElse(null),
        stored.map(StoredDomain::gone).orElse(null),
        new Dates(
            date(stored, DateKind.CREATED),
            date(stored, DateKind.EXPIRES),
            date(stored, DateKind.PAID_UNTIL),
            date(stored, DateKind.FAILURE),
            date(stored, DateKind.ACCOUNTING),
            date(stored, DateKind.FINALIZATION)),
        stored.map(StoredDomain::renewalMode).orElse(null),
        Renewal.of(stored, open, now),
        stored.map(known -> locks(known, now)).orElse(List.of()),
        open.map(OpenOrder::of).stream().toList(),
        null,
        stored.map(StoredDomain::additionalFields).orElse(List.of()),
        SectionView.all(setUp));
  }

  /** The same view with a suspension or cancellation. */
  DomainView with(Suspension suspended) {
    return new DomainView(
        account,
        domain,
        domainUnicode,
        owner,
        status,
        readAt,
        gone,
        dates,
        renewalMode,
        renewal,
        locks,
        openOrders,
        new SuspensionView(suspended.kind(), suspended.since(), suspended.modeBefore()),
        additionalFields,
        sections);
  }

  /** The same view with a dispute. */
  DomainView held() {
    List<Lock> all = new ArrayList<>(locks);
    all.add(new Lock(Lock.Kind.HOLD, null, Source.COMPUTED));
    return new DomainView(
        account,
        domain,
        domainUnicode,
        owner,
        status,
        readAt,
        gone,
        dates,
        renewalMode,
        renewal,
        List.copyOf(all),
        openOrders,
        suspension,
        additionalFields,
        sections);
  }

  private static @Nullable StoredDate date(Optional<StoredDomain> stored, DateKind kind) {
    return stored.map(known -> known.dates().get(kind)).orElse(null);
  }

  private static List<Lock> locks(StoredDomain stored, Instant now) {
    List<Lock> locks = new ArrayList<>();
    if (Boolean.TRUE.equals(stored.transferLocked())) {
      Instant fixed = stored.lockedUntil();
      locks.add(
          new Lock(
              Lock.Kind.TRANSFER,
              fixed == null || !fixed.isAfter(now) ? null : fixed,
              Source.REGISTRAR));
    }
    ChangeLock change = stored.changeLock();
    if (change != null && change.until().isAfter(now)) {
      locks.add(new Lock(Lock.Kind.CHANGE_OF_REGISTRANT, change.until(), change.source()));
    }
    return locks;
  }
}
