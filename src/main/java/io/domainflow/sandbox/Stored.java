package io.domainflow.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something the sandbox remembers, as one row of a {@link Table}. */
sealed interface Stored {

  /** Sorts and finds the row in its table. */
  String key();

  /** When something happens to the row by itself; null for never. */
  default Instant dueAt() {
    return null;
  }

  /** A key that sorts by number. */
  static String numbered(long number) {
    return String.format(Locale.ROOT, "%012d", number);
  }

  /** A single value, such as the profile. */
  record Setting(String name, String value) implements Stored {
    @Override
    public String key() {
      return name;
    }
  }

  /**
   * An account at the registrar.
   *
   * @param balance falls with each charge
   * @param creditLimit how far the balance may fall below zero
   * @param renewalMode given to names registered without one
   */
  record Account(
      String login,
      BigDecimal balance,
      BigDecimal creditLimit,
      String currency,
      String renewalMode,
      boolean modifyDomainFallback,
      boolean automaticOptOut)
      implements Stored {

    @Override
    public String key() {
      return login;
    }

    Account renewing(String mode) {
      return new Account(
          login, balance, creditLimit, currency, mode, modifyDomainFallback, automaticOptOut);
    }

    Account charged(BigDecimal amount) {
      return new Account(
          login,
          balance.subtract(amount),
          creditLimit,
          currency,
          renewalMode,
          modifyDomainFallback,
          automaticOptOut);
    }
  }

  /**
   * What an account has asked lately.
   *
   * @param softMark points above which it is served slowly
   * @param hardMark points above which it is turned away
   * @param countedAt since when the points have not decayed
   */
  record Usage(String account, int softMark, int hardMark, double points, Instant countedAt)
      implements Stored {
    @Override
    public String key() {
      return account;
    }
  }

  /**
   * A contact.
   *
   * @param fields by the names of AddContact; streets are STREET0, STREET1 …
   */
  record ContactObject(
      String handle, String account, Map<String, String> fields, String auth, Instant createdAt)
      implements Stored {

    ContactObject withFields(Map<String, String> others) {
      return new ContactObject(handle, account, others, auth, createdAt);
    }

    @Override
    public String key() {
      return handle;
    }
  }

  /**
   * How far a name is paid, and what becomes of it.
   *
   * @param paidUntil can be years ahead of the expiry
   * @param charged what was taken by itself for a year that is not carried out yet; null for
   *     nothing
   * @param notBefore nothing happens by itself before; null for no such limit
   * @param unpaid whether charging it by itself was given up
   * @param deletionAt when it is deleted, if that is not its failure date
   */
  record Renewal(
      Instant paidUntil,
      BigDecimal charged,
      Instant notBefore,
      boolean unpaid,
      Instant deletionAt) {

    /** Paid up to a time, with everything going its usual way. */
    static Renewal paid(Instant until) {
      return new Renewal(until, null, null, false, null);
    }

    /** Paid up to a time, for which an account was charged by itself. */
    static Renewal charged(Instant until, BigDecimal amount) {
      return new Renewal(until, amount, null, false, null);
    }

    /** This, with what was due before a time happening then. */
    Renewal notBefore(Instant time) {
      return new Renewal(paidUntil, charged, time, unpaid, deletionAt);
    }

    /** This, not charged by itself any more. */
    Renewal givenUp() {
      return new Renewal(paidUntil, charged, notBefore, true, deletionAt);
    }

    /** This, charged by itself again from a time on. */
    Renewal resumed(Instant time) {
      return new Renewal(paidUntil, charged, time, false, deletionAt);
    }

    /** This, to be deleted at a time, whatever was to be waited for. */
    Renewal deletedAt(Instant time) {
      return new Renewal(paidUntil, charged, null, unpaid, time);
    }
  }

  /**
   * A registered name, or one whose registration is pending.
   *
   * @param account who holds it here; {@link Accounts#ELSEWHERE} for another account of the
   *     registrar, null for a name at another registrar
   * @param contacts handles by OWNER, ADMIN, TECH and BILLING
   * @param fields every further parameter it was registered with
   * @param statuses statuses beyond the first and the transfer lock; those that begin with «server»
   *     are the registry's own
   * @param transferredAt when it came to its account or registrar by a transfer, or null
   * @param tradeLockUntil until when a change of registrant keeps it from leaving, or null
   */
  record RegisteredName(
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
      Map<String, String> fields,
      List<String> statuses,
      Instant transferredAt,
      Instant tradeLockUntil,
      Renewal renewal)
      implements Stored {

    public RegisteredName {
      // A name stored before there were any has none.
      statuses = statuses == null ? List.of() : statuses;
      // A name stored before it could be paid ahead is paid until its expiry.
      renewal = renewal == null ? Renewal.paid(expiresAt) : renewal;
    }

    @Override
    public String key() {
      return domain;
    }

    @Override
    public Instant dueAt() {
      return NameDates.dueAt(this);
    }

    Instant paidUntil() {
      return renewal.paidUntil();
    }

    /** Whether a year is paid that the registry has not added yet. */
    boolean paidAhead() {
      return paidUntil().isAfter(expiresAt);
    }

    boolean active() {
      return status.equals("ACTIVE");
    }

    /** The statuses by which the registry keeps the name as it is because of a dispute. */
    List<String> holds() {
      return statuses.stream()
          .filter(held -> held.startsWith("server") && !held.equals("serverHold"))
          .toList();
    }

    /** Whether the registry keeps the name as it is because of a dispute. */
    boolean onHold() {
      return !holds().isEmpty();
    }

    /** Whether a change of registrant keeps the name from leaving at a time. */
    boolean tradeLockedAt(Instant time) {
      return tradeLockUntil != null && time.isBefore(tradeLockUntil);
    }

    /** Whether the name is locked at a time, by whatever. */
    boolean lockedAt(Instant time) {
      return transferLock || tradeLockedAt(time);
    }

    RegisteredName withRenewalMode(String mode) {
      return changed(status, createdAt, expiresAt, mode, transferLock, contacts, nameservers);
    }

    RegisteredName withRenewal(Renewal other) {
      return renewed(expiresAt, other);
    }

    RegisteredName withStatus(String next) {
      return changed(next, createdAt, expiresAt, renewalMode, transferLock, contacts, nameservers);
    }

    RegisteredName withTransferLock(boolean locked) {
      return changed(status, createdAt, expiresAt, renewalMode, locked, contacts, nameservers);
    }

    RegisteredName withContacts(Map<String, List<String>> handles) {
      return changed(status, createdAt, expiresAt, renewalMode, transferLock, handles, nameservers);
    }

    RegisteredName withNameservers(List<String> hosts) {
      return changed(status, createdAt, expiresAt, renewalMode, transferLock, contacts, hosts);
    }

    /** This name, registered at the given time. */
    RegisteredName activated(Instant at, Instant expires) {
      return changed("ACTIVE", at, expires, renewalMode, transferLock, contacts, nameservers)
          .withRenewal(Renewal.paid(expires));
    }

    /** This name with another end of its period. */
    RegisteredName renewed(Instant expires, Renewal paid) {
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
          paid);
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
          renewal);
    }

    RegisteredName withAuth(String code) {
      return edited(code, fields, statuses, tradeLockUntil);
    }

    RegisteredName withFields(Map<String, String> others) {
      return edited(auth, others, statuses, tradeLockUntil);
    }

    RegisteredName withStatuses(List<String> others) {
      return edited(auth, fields, others, tradeLockUntil);
    }

    RegisteredName withTradeLockUntil(Instant end) {
      return edited(auth, fields, statuses, end);
    }

    private RegisteredName edited(
        String code,
        Map<String, String> otherFields,
        List<String> otherStatuses,
        Instant lockedUntil) {
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
          renewal);
    }

    /** This name in other hands; the locks, which the old ones set, are gone. */
    RegisteredName movedTo(
        String newAccount,
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
          fields,
          statuses,
          at,
          null,
          paid);
    }
  }

  /**
   * What is under way to have a deleted name back.
   *
   * @param role role user who asked, or empty
   * @param renewalMode the name gets with it
   * @param reason why it fails; null for the registry's usual one
   * @param charged taken from the account
   */
  record Restore(
      String role,
      String renewalMode,
      Instant dueAt,
      boolean successful,
      String reason,
      BigDecimal charged,
      String currency) {}

  /**
   * A name that was deleted and that nobody else can have yet.
   *
   * @param name as it was
   * @param restorableUntil the last moment to have it back
   * @param freeAt when anybody can have it
   * @param restore under way; null if none is
   */
  record DeletedName(
      String domain,
      RegisteredName name,
      Instant deletedAt,
      Instant restorableUntil,
      Instant freeAt,
      Restore restore)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    @Override
    public Instant dueAt() {
      return restore == null ? freeAt : restore.dueAt();
    }

    /** Whether its account can ask for it at a time. */
    boolean restorableAt(Instant time) {
      return time.isBefore(restorableUntil);
    }

    boolean isOf(String account) {
      return account.equals(name.account());
    }

    DeletedName with(Restore next) {
      return new DeletedName(domain, name, deletedAt, restorableUntil, freeAt, next);
    }
  }

  /**
   * An application for a name.
   *
   * @param status REQUESTED, ACTIVE or FAILED
   * @param contacts handles by OWNER, ADMIN, TECH and BILLING
   * @param fields every further parameter it was made with
   */
  record Application(
      long number,
      String domain,
      String account,
      String status,
      String priceClass,
      int years,
      Instant createdAt,
      Instant updatedAt,
      boolean transferLock,
      String auth,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }

    boolean requested() {
      return status.equals("REQUESTED");
    }

    Application decided(String outcome, Instant at) {
      return new Application(
          number,
          domain,
          account,
          outcome,
          priceClass,
          years,
          createdAt,
          at,
          transferLock,
          auth,
          contacts,
          nameservers,
          fields);
    }

    /** The name applied for, from the given time on. */
    RegisteredName asName(String nameStatus, Instant from, String renewalMode) {
      return new RegisteredName(
          domain,
          account,
          nameStatus,
          from,
          AddDomainHandler.expiry(from, years),
          years + "Y",
          renewalMode,
          transferLock,
          auth,
          priceClass,
          contacts,
          nameservers,
          fields,
          List.of(),
          null,
          null,
          null);
    }
  }

  /**
   * A line of what became of a transfer or a trade.
   *
   * @param tag what happened, in a word
   */
  record Step(Instant at, String tag, String text) {

    String line() {
      return WireDate.of(at) + " [" + tag + "] " + text;
    }
  }

  /**
   * The latest transfer of a name from one registrar or account to another.
   *
   * @param number also the trigger of its mails
   * @param gaining account the name goes to; null for another registrar
   * @param losing account the name comes from; null for another registrar
   * @param role role user who asked, or empty
   * @param status INITIATED, REQUESTED, PENDING, SUCCESSFUL or FAILED
   * @param charged taken from the gaining account
   * @param authRight whether the auth code given was that of the name
   * @param pendingFor how long the registry waits before it decides
   * @param successful how the registry decides then
   * @param reason why it fails or failed; null for the registry's usual one
   * @param dueAt when it goes on by itself; null once it has ended
   * @param contacts handles for the name by role; a role that is missing keeps its contact
   * @param nameservers for the name; empty to keep them
   * @param fields further parameters for the name
   */
  record Transfer(
      String domain,
      long number,
      String gaining,
      String losing,
      String role,
      String status,
      Instant createdAt,
      Instant updatedAt,
      int years,
      BigDecimal charged,
      String currency,
      boolean authRight,
      Duration pendingFor,
      boolean successful,
      String reason,
      Instant dueAt,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields,
      List<Step> steps)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    boolean running() {
      return dueAt != null;
    }

    /** Whether both sides are accounts of this registrar. */
    boolean internal() {
      return gaining != null && losing != null;
    }

    boolean concerns(String account) {
      return account.equals(gaining) || account.equals(losing);
    }

    /** This transfer with one more step. */
    Transfer with(Step step) {
      return changed(status, updatedAt, reason, dueAt, step);
    }

    /** This transfer in its next phase, which lasts until a time. */
    Transfer in(String phase, Instant until, Step step) {
      return changed(phase, step.at(), reason, until, step);
    }

    /** This transfer at its end. */
    Transfer ended(String outcome, String why, Step step) {
      return changed(outcome, step.at(), why, null, step);
    }

    private Transfer changed(
        String nextStatus, Instant updated, String why, Instant due, Step step) {
      List<Step> all = new ArrayList<>(steps);
      all.add(step);
      return new Transfer(
          domain,
          number,
          gaining,
          losing,
          role,
          nextStatus,
          createdAt,
          updated,
          years,
          charged,
          currency,
          authRight,
          pendingFor,
          successful,
          why,
          due,
          contacts,
          nameservers,
          fields,
          all);
    }
  }

  /**
   * What the registry decides about a trade, if it was set up.
   *
   * @param reason why it fails; null for the registry's usual one
   */
  record Decision(Instant at, boolean successful, String reason) {}

  /**
   * The latest change of registrant of a name.
   *
   * @param number also the trigger of its mails
   * @param role role user who asked, or empty
   * @param status REQUESTED while the prior registrant is asked, PENDING while it is at the
   *     registry, SUCCESSFUL or FAILED
   * @param owners handles of the new registrant
   * @param oldContacts handles by role from before
   * @param contacts handles for the name by role; a role that is missing keeps its contact
   * @param nameservers for the name; empty to keep them
   * @param fields further parameters for the name
   * @param locks whether the name is locked once the change is done
   * @param charged taken from the account
   * @param currency of {@code charged}; null when nothing was
   * @param decision null where the answer of the prior registrant decides
   * @param dueAt when it goes on by itself; null once it has ended
   */
  record Trade(
      String domain,
      long number,
      String account,
      String role,
      String status,
      Instant createdAt,
      Instant updatedAt,
      List<String> owners,
      Map<String, List<String>> oldContacts,
      Map<String, List<String>> contacts,
      List<String> nameservers,
      Map<String, String> fields,
      boolean locks,
      BigDecimal charged,
      String currency,
      Decision decision,
      Instant dueAt,
      List<Step> steps)
      implements Stored {

    public Trade {
      // A trade stored before these could be asked for has none.
      contacts = contacts == null ? Map.of() : contacts;
      nameservers = nameservers == null ? List.of() : nameservers;
      fields = fields == null ? Map.of() : fields;
      charged = charged == null ? BigDecimal.ZERO : charged;
    }

    @Override
    public String key() {
      return domain;
    }

    boolean running() {
      return dueAt != null;
    }

    /** Whether the prior registrant has been asked and has not answered. */
    boolean awaitsConfirmation() {
      return running() && status.equals("REQUESTED");
    }

    /** This trade with one more step. */
    Trade with(Step step) {
      return changed(status, updatedAt, dueAt, plus(step));
    }

    /** This trade in its next phase, which lasts until a time. */
    Trade in(String phase, Instant until, Step step) {
      return changed(phase, step.at(), until, plus(step));
    }

    /** This trade, going on by itself at a time. */
    Trade until(Instant due) {
      return changed(status, updatedAt, due, steps);
    }

    /** This trade at its end. */
    Trade ended(String outcome, Step step) {
      return changed(outcome, step.at(), null, plus(step));
    }

    private List<Step> plus(Step step) {
      List<Step> all = new ArrayList<>(steps);
      all.add(step);
      return all;
    }

    private Trade changed(String nextStatus, Instant updated, Instant due, List<Step> all) {
      return new Trade(
          domain,
          number,
          account,
          role,
          nextStatus,
          createdAt,
          updated,
          owners,
          oldContacts,
          contacts,
          nameservers,
          fields,
          locks,
          charged,
          currency,
          decision,
          due,
          all);
    }
  }

  /**
   * A mail of the registrar.
   *
   * @param at when it leaves
   * @param about number of the transfer or trade it asks about
   * @param token names that in its links
   */
  record Mail(
      long number,
      Instant at,
      String to,
      String kind,
      String domain,
      String subject,
      String text,
      long about,
      String token)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /** A mail of the application that the sandbox is a part of; it asks nothing of the registrar. */
  record ProductMail(
      long number, Instant at, String to, String kind, String domain, String subject, String text)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /**
   * What is decided about a name later, and when.
   *
   * @param application number of the application it is about; null for a registration
   * @param currency of what was charged
   */
  record PendingOutcome(
      long number,
      String domain,
      String command,
      String account,
      String role,
      Instant dueAt,
      boolean successful,
      String reason,
      BigDecimal charged,
      Long application,
      String currency)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }

    /** This outcome, decided now and in this way. */
    PendingOutcome decidedAt(Instant now, boolean yes) {
      return new PendingOutcome(
          number,
          domain,
          command,
          account,
          role,
          now,
          yes,
          yes ? null : reason,
          charged,
          application,
          currency);
    }

    /** This outcome, turned into a failure. */
    PendingOutcome failed(String why) {
      return new PendingOutcome(
          number,
          domain,
          command,
          account,
          role,
          dueAt,
          false,
          why,
          charged,
          application,
          currency);
    }
  }

  /** One line of the object log. */
  record LogEntry(
      long index,
      Instant at,
      String account,
      String role,
      String objectClass,
      String objectId,
      String type,
      String status,
      List<String> info)
      implements Stored {
    @Override
    public String key() {
      return numbered(index);
    }
  }

  /**
   * One event of an account.
   *
   * @param visibleAt not listed before
   */
  record Event(
      long number,
      Instant at,
      Instant visibleAt,
      String account,
      String eventClass,
      String subclass,
      String data,
      String info)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /**
   * One executed mutation.
   *
   * @param charged negative for a refund
   * @param currency of {@code charged}; the account's own except for some premium names
   */
  record LedgerEntry(
      long seq,
      Instant at,
      String account,
      String role,
      String command,
      String domain,
      Map<String, String> parameters,
      int code,
      String charged,
      String currency)
      implements Stored {
    @Override
    public String key() {
      return numbered(seq);
    }
  }

  /**
   * One call, executed or not.
   *
   * @param code null where the caller got no readable answer
   * @param domain the first of {@code domains}, or null
   * @param fault the fault that struck, or null
   */
  record RequestEntry(
      long number,
      Instant at,
      String account,
      String command,
      String domain,
      List<String> domains,
      Integer code,
      boolean mutation,
      String fault)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /**
   * A fault waiting for its call.
   *
   * @param times how often it still strikes
   * @param domain pattern with {@code *}
   * @param description put behind the code's text; null for the sandbox's own
   */
  record FaultEntry(
      long number, String command, String fault, int times, String domain, String description)
      implements Stored {
    @Override
    public String key() {
      return numbered(number);
    }
  }

  /** A name as it was set up by {@code POST /sandbox/registry}. */
  record NameSetup(
      String domain,
      @JsonProperty("class") String priceClass,
      BigDecimal price,
      String currency,
      boolean claims,
      String authCheck,
      RegistryInput.Zone zone,
      List<RegistryInput.Next> next)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    boolean premium() {
      return priceClass != null || price != null;
    }

    NameSetup withNext(List<RegistryInput.Next> remaining) {
      return new NameSetup(domain, priceClass, price, currency, claims, authCheck, zone, remaining);
    }
  }

  /**
   * What the names of a premium class cost, as set up last.
   *
   * @param price of the first year
   * @param renewalPrice of each further one
   */
  record PremiumClass(String name, BigDecimal price, BigDecimal renewalPrice, String currency)
      implements Stored {
    @Override
    public String key() {
      return name;
    }
  }

  /**
   * A trademark notice, as it was made when somebody first asked for it.
   *
   * @param hash proves that it was accepted
   */
  record Notice(String domain, String id, String hash, Instant createdAt, Instant expiresAt)
      implements Stored {
    @Override
    public String key() {
      return domain;
    }

    /** Whether it can be accepted at a time. */
    boolean validAt(Instant time) {
      return !time.isBefore(createdAt) && time.isBefore(expiresAt);
    }
  }

  /**
   * A session.
   *
   * @param role role user who started it, or empty
   * @param timeout seconds without a call after which it ends
   * @param maxTtl seconds after which it ends in any case
   */
  record Session(
      String id,
      String account,
      String role,
      long timeout,
      long maxTtl,
      Instant startedAt,
      Instant lastUsedAt)
      implements Stored {
    @Override
    public String key() {
      return id;
    }

    boolean expiredAt(Instant time) {
      return !time.isBefore(lastUsedAt.plusSeconds(timeout))
          || !time.isBefore(startedAt.plusSeconds(maxTtl));
    }

    Session usedAt(Instant time) {
      return new Session(id, account, role, timeout, maxTtl, startedAt, time);
    }
  }

  /**
   * A role user of an account.
   *
   * @param passwordHash see {@link Users#hash}
   * @param acl lines of its {@link AccessList}
   * @param policy ALLOW or DENY, for what the list does not name
   * @param status ACTIVE or INACTIVE
   */
  record RoleUser(
      String account,
      String role,
      String passwordHash,
      List<String> description,
      List<String> acl,
      List<String> allowedIps,
      String status,
      String policy,
      Instant createdAt,
      Instant updatedAt)
      implements Stored {
    @Override
    public String key() {
      return key(account, role);
    }

    static String key(String account, String role) {
      return account + "!" + role;
    }

    boolean isPassword(String password) {
      return passwordHash.equals(Users.hash(key(), password));
    }

    boolean active() {
      return status.equals("ACTIVE");
    }

    boolean allowedByDefault() {
      return policy.equals("ALLOW");
    }
  }

  /**
   * A sub-user. Its money is in an {@link Account} of the same login.
   *
   * @param parent account or sub-user it belongs to
   * @param passwordHash see {@link Users#hash}
   */
  record SubUser(
      String login,
      String parent,
      String passwordHash,
      String vat,
      List<String> allowedIps,
      Instant createdAt)
      implements Stored {
    @Override
    public String key() {
      return login;
    }

    boolean isPassword(String password) {
      return passwordHash.equals(Users.hash(login, password));
    }
  }

  /**
   * A name server below a name, with its addresses. It is whose the name is, and is gone when the
   * name is.
   *
   * @param domain the name it is below
   */
  record Host(
      String name, String domain, List<String> addresses, Instant createdAt, Instant updatedAt)
      implements Stored {
    @Override
    public String key() {
      return name;
    }

    Host at(List<String> others, Instant time) {
      return new Host(name, domain, others, createdAt, time);
    }
  }

  /**
   * A setting of an account.
   *
   * @param area the key, under which there may be several settings
   * @param hidden whether sub-users do not see it
   */
  record Environment(String account, String area, String name, String value, boolean hidden)
      implements Stored {
    @Override
    public String key() {
      return key(account, area, name);
    }

    static String key(String account, String area, String name) {
      return account + "\n" + area + "\n" + name;
    }
  }

  /**
   * The head of a DNS zone.
   *
   * @param ttl for how many seconds records hold that do not say so themselves
   */
  record Soa(
      String master,
      String contact,
      long serial,
      int refresh,
      int retry,
      int expire,
      int minimum,
      int ttl) {

    /** What a zone has unless it is said, as the registrar's page of CreateDNSZone lists it. */
    static Soa usual(String zone) {
      return new Soa("ns1." + zone, "hostmaster." + zone, 1, 86_400, 7_200, 360_000, 172_800, 3600);
    }

    Soa counted() {
      return new Soa(master, contact, serial + 1, refresh, retry, expire, minimum, ttl);
    }

    DnsRecord record(String zone) {
      return new DnsRecord(
          zone,
          ttl,
          "SOA",
          String.join(" ", master, contact)
              + " %d %d %d %d %d".formatted(serial, refresh, retry, expire, minimum));
    }
  }

  /**
   * A DNS zone.
   *
   * @param name with the final dot
   * @param records each as a line, see {@link DnsRecord}
   */
  record DnsZone(
      String name,
      String account,
      Soa soa,
      List<String> records,
      String status,
      Instant createdAt,
      Instant updatedAt)
      implements Stored {
    @Override
    public String key() {
      return name;
    }
  }
}
