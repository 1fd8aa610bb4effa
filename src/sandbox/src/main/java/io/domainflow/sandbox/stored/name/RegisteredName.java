package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.AuthCodes;
import io.domainflow.sandbox.stored.Stored;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered name, or one whose registration is pending.
 *
 * @param account its account here; {@link Account#ELSEWHERE} for another account of the registrar,
 *     null for a name at a registrar that the sandbox does not stand in for
 * @param contacts handles by OWNER, ADMIN, TECH and BILLING
 * @param fields further parameters of its registration
 * @param statuses statuses beyond the first and the transfer lock; those that begin with «server»
 *     are the registry's own
 * @param transferredAt when a transfer brought it to its account or registrar; null if none did
 * @param tradeLockUntil until when a change of registrant prevents a transfer; null if none does
 * @param updatedAt when it was last changed
 */
public record RegisteredName(
    String domain,
    @Nullable String account,
    String status,
    Instant createdAt,
    Instant expiresAt,
    String period,
    String renewalMode,
    boolean transferLock,
    String auth,
    String subclass,
    Map<String, List<String>> contacts,
    List<String> nameservers,
    Map<String, String> fields,
    List<String> statuses,
    @Nullable Instant transferredAt,
    @Nullable Instant tradeLockUntil,
    Renewal renewal,
    Instant updatedAt)
    implements Stored {

  /** The field with the answer to another registrar's request, if it was set in advance. */
  public static final String TRANSFER_MODE = "TRANSFERMODE";

  /** The field with the end of the auth code, if a registry keeps it. */
  private static final String AUTH_UNTIL = "AUTHUNTIL";

  /** The field of a name whose auth code was sent only to its registrant. */
  private static final String AUTH_MAILED = "AUTHMAILED";

  /** Status of a name whose deletion is pending. */
  public static final String PENDING_DELETE = "PENDINGDELETE";

  public RegisteredName {
    // A name stored before these existed has none.
    statuses = statuses == null ? List.of() : statuses;
    // A name stored before it could be paid ahead is paid until its expiry.
    renewal = renewal == null ? Renewal.paid(expiresAt) : renewal;
    // A name stored before this field existed counts as unchanged since its registration.
    updatedAt = updatedAt == null ? createdAt : updatedAt;
  }

  /** A name that is unchanged since its registration. */
  public static RegisteredName registered(
      String domain,
      String account,
      String status,
      Instant createdAt,
      Instant expiresAt,
      String period,
      String renewalMode,
      boolean transferLock,
      String auth,
      String subclass,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields) {
    return new RegisteredName(
        domain,
        account,
        status,
        createdAt,
        expiresAt,
        period,
        renewalMode,
        transferLock,
        auth,
        subclass,
        contacts,
        nameservers,
        fields,
        List.of(),
        null,
        null,
        Renewal.paid(expiresAt),
        createdAt);
  }

  @Override
  public String key() {
    return domain;
  }

  @Override
  public @Nullable Instant dueAt() {
    return NameDates.dueAt(this);
  }

  /** The account of a name that is known to be in one. */
  public String accountOrThrow() {
    return Objects.requireNonNull(account, "it is in an account");
  }

  /** The handles of its contacts in a role; none if it has no contact there. */
  public List<String> handles(String role) {
    return contacts.getOrDefault(role, List.of());
  }

  public Instant paidUntil() {
    return renewal.paidUntil();
  }

  /** Whether a paid year has not been added by the registry yet. */
  public boolean paidAhead() {
    return paidUntil().isAfter(expiresAt);
  }

  public boolean active() {
    return status.equals("ACTIVE");
  }

  /** The statuses with which the registry freezes the name because of a dispute. */
  public List<String> holds() {
    return statuses.stream()
        .filter(held -> held.startsWith("server") && !held.equals("serverHold"))
        .toList();
  }

  /** Whether the registry freezes the name because of a dispute. */
  public boolean onHold() {
    return !holds().isEmpty();
  }

  /** The end of the lock by a change of registrant that is in force at a time; empty if none is. */
  public Optional<Instant> tradeLockAt(Instant time) {
    return Optional.ofNullable(tradeLockUntil).filter(time::isBefore);
  }

  /** Whether the lock by a change of registrant is in force at a time. */
  public boolean tradeLockedAt(Instant time) {
    return tradeLockAt(time).isPresent();
  }

  /** Whether the name is locked at a time, for any reason. */
  public boolean lockedAt(Instant time) {
    return transferLock || tradeLockedAt(time);
  }

  public RegisteredName withRenewalMode(String mode) {
    return changed(status, createdAt, expiresAt, mode, transferLock, contacts, nameservers);
  }

  public RegisteredName withRenewal(Renewal other) {
    return renewed(expiresAt, other);
  }

  public RegisteredName withStatus(String next) {
    return changed(next, createdAt, expiresAt, renewalMode, transferLock, contacts, nameservers);
  }

  public RegisteredName withTransferLock(boolean locked) {
    return changed(status, createdAt, expiresAt, renewalMode, locked, contacts, nameservers);
  }

  public RegisteredName withContacts(Map<String, List<String>> handles) {
    return changed(status, createdAt, expiresAt, renewalMode, transferLock, handles, nameservers);
  }

  public RegisteredName withNameservers(List<String> hosts) {
    return changed(status, createdAt, expiresAt, renewalMode, transferLock, contacts, hosts);
  }

  /** This name, registered at the given time. */
  public RegisteredName activated(Instant at, Instant expires) {
    return changed("ACTIVE", at, expires, renewalMode, transferLock, contacts, nameservers)
        .withRenewal(Renewal.paid(expires))
        .updated(at);
  }

  /** This name with another end of its period. */
  public RegisteredName renewed(Instant expires, Renewal paid) {
    return new RegisteredName(
        domain,
        account,
        status,
        createdAt,
        expires,
        period,
        renewalMode,
        transferLock,
        auth,
        subclass,
        contacts,
        nameservers,
        fields,
        statuses,
        transferredAt,
        tradeLockUntil,
        paid,
        updatedAt);
  }

  private RegisteredName changed(
      String nextStatus,
      Instant created,
      Instant expires,
      String mode,
      boolean locked,
      Map<String, List<String>> handles,
      List<String> hosts) {
    return new RegisteredName(
        domain,
        account,
        nextStatus,
        created,
        expires,
        period,
        mode,
        locked,
        auth,
        subclass,
        handles,
        hosts,
        fields,
        statuses,
        transferredAt,
        tradeLockUntil,
        renewal,
        updatedAt);
  }

  /** This name with an auth code that does not expire. */
  public RegisteredName withAuth(String code) {
    return edited(code, without(AUTH_UNTIL, AUTH_MAILED), statuses, tradeLockUntil);
  }

  /**
   * This name with an auth code that expires.
   *
   * @param mailed whether only the registrant is told
   */
  public RegisteredName withAuth(String code, Instant until, boolean mailed) {
    Map<String, String> others = without(AUTH_UNTIL, AUTH_MAILED);
    others.put(AUTH_UNTIL, until.toString());
    if (mailed) {
      others.put(AUTH_MAILED, "1");
    }
    return edited(code, others, statuses, tradeLockUntil);
  }

  /** The auth code that is valid at a time; empty if there is none. */
  public String authAt(Instant time) {
    Instant until = authUntil();
    return until == null || time.isBefore(until) ? auth : "";
  }

  /** The auth code that the registrar can see at a time; empty if there is none. */
  public String authSeenAt(Instant time) {
    return fields.containsKey(AUTH_MAILED) ? "" : authAt(time);
  }

  /** When the auth code expires; null if it does not. */
  public @Nullable Instant authUntil() {
    String until = fields.get(AUTH_UNTIL);
    return until == null ? null : Instant.parse(until);
  }

  public RegisteredName withFields(Map<String, String> others) {
    return edited(auth, others, statuses, tradeLockUntil);
  }

  public RegisteredName withStatuses(List<String> others) {
    return edited(auth, fields, others, tradeLockUntil);
  }

  public RegisteredName withTradeLockUntil(Instant end) {
    return edited(auth, fields, statuses, end);
  }

  private RegisteredName edited(
      String code,
      Map<String, String> otherFields,
      List<String> otherStatuses,
      @Nullable Instant lockedUntil) {
    return new RegisteredName(
        domain,
        account,
        status,
        createdAt,
        expiresAt,
        period,
        renewalMode,
        transferLock,
        code,
        subclass,
        contacts,
        nameservers,
        otherFields,
        otherStatuses,
        transferredAt,
        lockedUntil,
        renewal,
        updatedAt);
  }

  /** This name, last changed at a time. */
  public RegisteredName updated(Instant at) {
    return new RegisteredName(
        domain,
        account,
        status,
        createdAt,
        expiresAt,
        period,
        renewalMode,
        transferLock,
        auth,
        subclass,
        contacts,
        nameservers,
        fields,
        statuses,
        transferredAt,
        tradeLockUntil,
        renewal,
        at);
  }

  /**
   * This name at another account or registrar, without the former one's locks, codes and answers.
   */
  public RegisteredName movedTo(
      @Nullable String newAccount,
      Map<String, List<String>> handles,
      String mode,
      Instant expires,
      Renewal paid,
      Instant at) {
    return new RegisteredName(
        domain,
        newAccount,
        status,
        createdAt,
        expires,
        period,
        mode,
        false,
        AuthCodes.of(domain + " " + at),
        subclass,
        handles,
        nameservers,
        without(TRANSFER_MODE, AUTH_UNTIL, AUTH_MAILED),
        statuses,
        at,
        null,
        paid,
        at);
  }

  private Map<String, String> without(String... names) {
    Map<String, String> others = new LinkedHashMap<>(fields);
    others.keySet().removeAll(List.of(names));
    return others;
  }
}
