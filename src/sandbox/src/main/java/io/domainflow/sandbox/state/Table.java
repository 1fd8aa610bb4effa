package io.domainflow.sandbox.state;

import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.ContactObject;
import io.domainflow.sandbox.stored.Environment;
import io.domainflow.sandbox.stored.Event;
import io.domainflow.sandbox.stored.FaultEntry;
import io.domainflow.sandbox.stored.LedgerEntry;
import io.domainflow.sandbox.stored.LogEntry;
import io.domainflow.sandbox.stored.Mail;
import io.domainflow.sandbox.stored.ProductMail;
import io.domainflow.sandbox.stored.RequestEntry;
import io.domainflow.sandbox.stored.RoleUser;
import io.domainflow.sandbox.stored.Session;
import io.domainflow.sandbox.stored.Setting;
import io.domainflow.sandbox.stored.Stored;
import io.domainflow.sandbox.stored.SubUser;
import io.domainflow.sandbox.stored.Tag;
import io.domainflow.sandbox.stored.UsageCount;
import io.domainflow.sandbox.stored.name.Application;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.DnsZone;
import io.domainflow.sandbox.stored.name.Host;
import io.domainflow.sandbox.stored.name.MailForward;
import io.domainflow.sandbox.stored.name.NameSetup;
import io.domainflow.sandbox.stored.name.Notice;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.PremiumClass;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import io.domainflow.sandbox.stored.name.WebForward;
import java.util.List;
import java.util.Optional;

/**
 * A kind of row that the sandbox stores.
 *
 * @param name name of the table in the state file
 */
public record Table<T extends Stored>(String name, Class<T> type) {

  public static final Table<Setting> SETTINGS = new Table<>("settings", Setting.class);
  public static final Table<Account> ACCOUNTS = new Table<>("accounts", Account.class);
  public static final Table<UsageCount> USAGE = new Table<>("usage", UsageCount.class);
  public static final Table<ContactObject> CONTACTS = new Table<>("contacts", ContactObject.class);
  public static final Table<NameSetup> SETUPS = new Table<>("setups", NameSetup.class);
  public static final Table<RegisteredName> NAMES = new Table<>("names", RegisteredName.class);
  public static final Table<DeletedName> DELETED = new Table<>("deleted", DeletedName.class);
  public static final Table<PendingOutcome> PENDING = new Table<>("pending", PendingOutcome.class);
  public static final Table<LogEntry> LOG = new Table<>("log", LogEntry.class);
  public static final Table<Event> EVENTS = new Table<>("events", Event.class);
  public static final Table<LedgerEntry> LEDGER = new Table<>("ledger", LedgerEntry.class);
  public static final Table<RequestEntry> REQUESTS = new Table<>("requests", RequestEntry.class);
  public static final Table<FaultEntry> FAULTS = new Table<>("faults", FaultEntry.class);

  public static final Table<Application> APPLICATIONS =
      new Table<>("applications", Application.class);
  public static final Table<PremiumClass> PREMIUM_CLASSES =
      new Table<>("premiumClasses", PremiumClass.class);
  public static final Table<Notice> NOTICES = new Table<>("notices", Notice.class);

  public static final Table<Transfer> TRANSFERS = new Table<>("transfers", Transfer.class);
  public static final Table<Trade> TRADES = new Table<>("trades", Trade.class);
  public static final Table<Mail> MAILS = new Table<>("mails", Mail.class);
  public static final Table<ProductMail> PRODUCT_MAILS =
      new Table<>("productMails", ProductMail.class);

  public static final Table<Session> SESSIONS = new Table<>("sessions", Session.class);
  public static final Table<RoleUser> ROLE_USERS = new Table<>("roleUsers", RoleUser.class);
  public static final Table<SubUser> SUBUSERS = new Table<>("subusers", SubUser.class);

  public static final Table<Host> HOSTS = new Table<>("hosts", Host.class);
  public static final Table<Environment> ENVIRONMENT =
      new Table<>("environment", Environment.class);

  public static final Table<DnsZone> DNS_ZONES = new Table<>("dnsZones", DnsZone.class);
  public static final Table<Tag> TAGS = new Table<>("tags", Tag.class);
  public static final Table<WebForward> WEB_FORWARDS = new Table<>("webForwards", WebForward.class);
  public static final Table<MailForward> MAIL_FORWARDS =
      new Table<>("mailForwards", MailForward.class);

  public static final List<Table<?>> ALL =
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
          DNS_ZONES,
          TAGS,
          WEB_FORWARDS,
          MAIL_FORWARDS);

  public static Optional<Table<?>> named(String name) {
    return ALL.stream().filter(table -> table.name.equals(name)).findFirst();
  }
}
