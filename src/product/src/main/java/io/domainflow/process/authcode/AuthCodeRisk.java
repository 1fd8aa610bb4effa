package io.domainflow.process.authcode;

import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.domain.RecentChanges;
import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.domain.StoredSection;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.LoginHistory;
import io.domainflow.process.domain.OwnerSigns;
import io.domainflow.process.text.PlainTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collects the signs of theft in an order for an auth code, as the inputs of LeavingPolicy.dmn: a
 * thief who has taken over a login changes the registrant's mail address, opens the lock and asks
 * for the code.
 */
@Component
class AuthCodeRisk {

  static final String DECISION = "AuthCodePolicy";

  /** This many hours count as never. */
  static final int NEVER = 1_000_000;

  /** Means that the hours are not known. */
  static final int UNKNOWN = -1;

  private final RecentChanges changes;
  private final StoredSections sections;
  private final LoginHistory logins;
  private final OwnerSigns owners;
  private final Clock clock;

  AuthCodeRisk(
      RecentChanges changes,
      StoredSections sections,
      LoginHistory logins,
      OwnerSigns owners,
      Clock clock) {
    this.changes = changes;
    this.sections = sections;
    this.logins = logins;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * When each thing was last changed.
   *
   * @param loginChangedAt when the login was created or changed; null if that is not known
   * @param ownerChangedAt when the name was taken from an owner; null if it never was
   * @param orderedByStaff whether the name has an owner, and somebody else has ordered
   * @param codesOrdered how many auth codes the login has ordered within a day, this one among them
   */
  record Signs(
      Changes changes,
      @Nullable Instant loginChangedAt,
      @Nullable Instant ownerChangedAt,
      boolean orderedByStaff,
      int codesOrdered) {}

  /**
   * Gathers the signs.
   *
   * @param present the present settings of the name: changes made at the registrar count, even if
   *     no daily check has found it yet
   */
  Signs of(ProvisioningOrder order, NameSettings present) {
    Changes known = known(order);
    Map<Section, StoredSection> stored =
        sections.find(order.content().account(), order.content().domain());
    NameSettings servers = wanted(stored, Section.NAMESERVERS);
    NameSettings registrant = wanted(stored, Section.REGISTRANT_DETAILS);
    NameSettings lock = wanted(stored, Section.TRANSFER_LOCK);
    boolean otherServers =
        servers.nameservers() != null
            && present.nameservers() != null
            && !new HashSet<>(servers.nameservers()).equals(new HashSet<>(present.nameservers()));
    boolean otherRegistrant =
        registrant.contacts().containsKey(ContactRole.REGISTRANT)
            && present.contacts().containsKey(ContactRole.REGISTRANT)
            && !registrant
                .contacts()
                .get(ContactRole.REGISTRANT)
                .equals(present.contacts().get(ContactRole.REGISTRANT));
    boolean opened =
        Boolean.TRUE.equals(lock.transferLock()) && Boolean.FALSE.equals(present.transferLock());
    return signs(
        order,
        new Changes(
            orNow(otherRegistrant, known.registrantAt()),
            orNow(otherServers, known.nameserversAt()),
            orNow(opened, known.lockOpenedAt()),
            known.lockOpenedForCodeAt()));
  }

  /** The signs that are stored, for a form. */
  Signs stored(ProvisioningOrder order) {
    return signs(order, known(order));
  }

  private Signs signs(ProvisioningOrder order, Changes changed) {
    Instant now = clock.instant();
    return new Signs(
        changed,
        logins.changedAt(order.login(), now).orElse(null),
        owners.takenAt(order).orElse(null),
        owners.isOrderedByStaff(order),
        logins.codesOrdered(order.login(), now));
  }

  private Changes known(ProvisioningOrder order) {
    return changes.of(order.content().account(), order.content().domain());
  }

  private static NameSettings wanted(Map<Section, StoredSection> stored, Section section) {
    StoredSection known = stored.get(section);
    return known == null || known.wanted() == null ? NameSettings.NOTHING : known.wanted();
  }

  // A setting that differs may have been changed just now, whatever was changed before.
  private @Nullable Instant orNow(boolean differs, @Nullable Instant known) {
    return differs ? clock.instant() : known;
  }

  /** The signs as variables for the model. */
  StepVariables facts(ProvisioningOrder order, Signs signs) {
    return new StepVariables()
        .and(AuthCodeProcess.DELIVER, order.content().as(AuthCodeOrder.class).deliver().name())
        .and(AuthCodeProcess.REGISTRANT_CHANGED_HOURS, hours(signs.changes().registrantAt(), order))
        .and(
            AuthCodeProcess.NAMESERVERS_CHANGED_HOURS,
            hours(signs.changes().nameserversAt(), order))
        .and(AuthCodeProcess.LOCK_OPENED_HOURS, hours(signs.changes().lockOpenedAt(), order))
        .and(
            AuthCodeProcess.LOGIN_AGE_HOURS,
            signs.loginChangedAt() == null ? UNKNOWN : hours(signs.loginChangedAt(), order))
        .and(AuthCodeProcess.OWNER_CHANGED_HOURS, hours(signs.ownerChangedAt(), order))
        .and(AuthCodeProcess.ORDERED_BY_STAFF, signs.orderedByStaff())
        .and(AuthCodeProcess.CODES_ORDERED, signs.codesOrdered())
        .and(AuthCodeProcess.UNLOCK_ORDERED, order.content().as(AuthCodeOrder.class).unlock());
  }

  /** The signs as inputs of the table, outside the process. */
  Map<String, Object> inputs(ProvisioningOrder order, Signs signs) {
    Map<String, Object> inputs = new HashMap<>(facts(order, signs).map());
    inputs.put(OrderVariables.ACCOUNT, order.content().account());
    return inputs;
  }

  // Counts up to the time of the order: while the registrar is unavailable, or an approver thinks,
  // a sign does not get older.
  private static int hours(@Nullable Instant since, ProvisioningOrder order) {
    return since == null
        ? NEVER
        : (int) Math.min(NEVER, Math.max(0, Duration.between(since, order.createdAt()).toHours()));
  }

  /** The time of a sign, in words. */
  static String words(@Nullable Instant at) {
    return at == null ? "never, as far as is known" : PlainTime.of(at);
  }
}
