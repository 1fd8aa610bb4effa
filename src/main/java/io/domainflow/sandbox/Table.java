package io.domainflow.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * A kind of row the sandbox keeps.
 *
 * @param name as it stands in the state file
 */
record Table<T extends Stored>(String name, Class<T> type) {

  static final Table<Stored.Setting> SETTINGS = new Table<>("settings", Stored.Setting.class);
  static final Table<Stored.Account> ACCOUNTS = new Table<>("accounts", Stored.Account.class);
  static final Table<Stored.Usage> USAGE = new Table<>("usage", Stored.Usage.class);
  static final Table<Stored.ContactObject> CONTACTS =
      new Table<>("contacts", Stored.ContactObject.class);
  static final Table<Stored.NameSetup> SETUPS = new Table<>("setups", Stored.NameSetup.class);
  static final Table<Stored.RegisteredName> NAMES =
      new Table<>("names", Stored.RegisteredName.class);
  static final Table<Stored.DeletedName> DELETED = new Table<>("deleted", Stored.DeletedName.class);
  static final Table<Stored.PendingOutcome> PENDING =
      new Table<>("pending", Stored.PendingOutcome.class);
  static final Table<Stored.LogEntry> LOG = new Table<>("log", Stored.LogEntry.class);
  static final Table<Stored.Event> EVENTS = new Table<>("events", Stored.Event.class);
  static final Table<Stored.LedgerEntry> LEDGER = new Table<>("ledger", Stored.LedgerEntry.class);
  static final Table<Stored.RequestEntry> REQUESTS =
      new Table<>("requests", Stored.RequestEntry.class);
  static final Table<Stored.FaultEntry> FAULTS = new Table<>("faults", Stored.FaultEntry.class);

  static final Table<Stored.Application> APPLICATIONS =
      new Table<>("applications", Stored.Application.class);
  static final Table<Stored.PremiumClass> PREMIUM_CLASSES =
      new Table<>("premiumClasses", Stored.PremiumClass.class);
  static final Table<Stored.Notice> NOTICES = new Table<>("notices", Stored.Notice.class);

  static final Table<Stored.Transfer> TRANSFERS = new Table<>("transfers", Stored.Transfer.class);
  static final Table<Stored.Trade> TRADES = new Table<>("trades", Stored.Trade.class);
  static final Table<Stored.Mail> MAILS = new Table<>("mails", Stored.Mail.class);
  static final Table<Stored.ProductMail> PRODUCT_MAILS =
      new Table<>("productMails", Stored.ProductMail.class);

  static final Table<Stored.Session> SESSIONS = new Table<>("sessions", Stored.Session.class);
  static final Table<Stored.RoleUser> ROLE_USERS = new Table<>("roleUsers", Stored.RoleUser.class);
  static final Table<Stored.SubUser> SUBUSERS = new Table<>("subusers", Stored.SubUser.class);

  static final Table<Stored.Host> HOSTS = new Table<>("hosts", Stored.Host.class);
  static final Table<Stored.Environment> ENVIRONMENT =
      new Table<>("environment", Stored.Environment.class);

  static final Table<Stored.DnsZone> DNS_ZONES = new Table<>("dnsZones", Stored.DnsZone.class);

  static final List<Table<?>> ALL =
      List.of(
          SETTINGS,
          ACCOUNTS,
          USAGE,
          CONTACTS,
          SETUPS,
          NAMES,
          DELETED,
          PENDING,
          LOG,
          EVENTS,
          LEDGER,
          REQUESTS,
          FAULTS,
          APPLICATIONS,
          PREMIUM_CLASSES,
          NOTICES,
          TRANSFERS,
          TRADES,
          MAILS,
          PRODUCT_MAILS,
          SESSIONS,
          ROLE_USERS,
          SUBUSERS,
          HOSTS,
          ENVIRONMENT,
          DNS_ZONES);

  static Optional<Table<?>> named(String name) {
    return ALL.stream().filter(table -> table.name.equals(name)).findFirst();
  }
}
