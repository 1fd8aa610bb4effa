package io.domainflow.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * A kind of row the sandbox keeps.
 *
 * @param name as it stands in the state file
 */
record Table<T extends Stored>(String name, Class<T> type) {

  static final Table<Setting> SETTINGS = new Table<>("settings", Setting.class);
  static final Table<Account> ACCOUNTS = new Table<>("accounts", Account.class);
  static final Table<UsageCount> USAGE = new Table<>("usage", UsageCount.class);
  static final Table<ContactObject> CONTACTS = new Table<>("contacts", ContactObject.class);
  static final Table<NameSetup> SETUPS = new Table<>("setups", NameSetup.class);
  static final Table<RegisteredName> NAMES = new Table<>("names", RegisteredName.class);
  static final Table<DeletedName> DELETED = new Table<>("deleted", DeletedName.class);
  static final Table<PendingOutcome> PENDING = new Table<>("pending", PendingOutcome.class);
  static final Table<LogEntry> LOG = new Table<>("log", LogEntry.class);
  static final Table<Event> EVENTS = new Table<>("events", Event.class);
  static final Table<LedgerEntry> LEDGER = new Table<>("ledger", LedgerEntry.class);
  static final Table<RequestEntry> REQUESTS = new Table<>("requests", RequestEntry.class);
  static final Table<FaultEntry> FAULTS = new Table<>("faults", FaultEntry.class);

  static final Table<Application> APPLICATIONS = new Table<>("applications", Application.class);
  static final Table<PremiumClass> PREMIUM_CLASSES =
      new Table<>("premiumClasses", PremiumClass.class);
  static final Table<Notice> NOTICES = new Table<>("notices", Notice.class);

  static final Table<Transfer> TRANSFERS = new Table<>("transfers", Transfer.class);
  static final Table<Trade> TRADES = new Table<>("trades", Trade.class);
  static final Table<Mail> MAILS = new Table<>("mails", Mail.class);
  static final Table<ProductMail> PRODUCT_MAILS = new Table<>("productMails", ProductMail.class);

  static final Table<Session> SESSIONS = new Table<>("sessions", Session.class);
  static final Table<RoleUser> ROLE_USERS = new Table<>("roleUsers", RoleUser.class);
  static final Table<SubUser> SUBUSERS = new Table<>("subusers", SubUser.class);

  static final Table<Host> HOSTS = new Table<>("hosts", Host.class);
  static final Table<Environment> ENVIRONMENT = new Table<>("environment", Environment.class);

  static final Table<DnsZone> DNS_ZONES = new Table<>("dnsZones", DnsZone.class);

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
