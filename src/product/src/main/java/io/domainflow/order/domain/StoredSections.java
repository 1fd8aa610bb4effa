package io.domainflow.order.domain;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.account.FingerprintKey;
import io.domainflow.account.SealedColumn;
import io.domainflow.account.SecretVault;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Resettable;
import io.domainflow.model.Section;
import io.domainflow.order.domain.StoredSection.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The setup of the names of all accounts, section by section: the last known and the ordered state.
 * Sections that lead to personal data are encrypted. The data is deleted when the name leaves.
 */
@Repository
public class StoredSections implements Resettable {

  /** Whether an open order o sets a section r: then the order itself reports the change. */
  private static final String SETS_IT =
      """
      (o.operation in ('REGISTER', 'TRANSFER')
        or o.operation = 'CHANGE_REGISTRANT' and r.section = 'REGISTRANT_DETAILS'
        or o.operation = 'AUTH_CODE' and r.section = 'TRANSFER_LOCK' and exists (
          select 1 from order_code_course c where c.order_id = o.id and c.unlocked)
        or exists (
          select 1 from order_update_section u
          where u.order_id = o.id and u.section = r.section))
      """;

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final FingerprintKey fingerprints;
  private final ObjectMapper json;
  private final Clock clock;

  StoredSections(
      JdbcClient jdbc,
      SecretVault vault,
      FingerprintKey fingerprints,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.fingerprints = fingerprints;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Stores a complete reading of a name, unless there is a later one; missing sections do not
   * exist.
   *
   * @param askedAt a time before the registrar was asked
   */
  public void read(
      String account, DomainName domain, NameSettings present, Instant askedAt, Source source) {
    Rows rows = new Rows(account, SealedColumn.PRESENT_SECTION);
    Arrays.stream(Section.values()).forEach(section -> rows.add(domain, section, present));
    storePresent(rows, source, askedAt);
  }

  /**
   * Stores the data of names in a list, unless there is a later reading, or the name has left
   * since; missing sections stay unchanged.
   *
   * @param askedAt a time before the registrar was asked for the list
   */
  public void listed(String account, Instant askedAt, Map<DomainName, NameSettings> names) {
    Rows rows = new Rows(account, SealedColumn.PRESENT_SECTION);
    names.forEach(
        (domain, present) ->
            present.sections().forEach(section -> rows.add(domain, section, present)));
    storePresent(rows, Source.DAILY_CHECK, askedAt);
  }

  /**
   * Records what the daily check has set with the registrar's acceptance, until it is read again.
   */
  public void set(String account, DomainName domain, NameSettings accepted) {
    listed(account, clock.instant(), Map.of(domain, accepted));
  }

  // "limit" and "offset" make PostgreSQL look each name up by its key. Otherwise it reads all names
  // of the account for a single one, as long as it has no statistics of the tables.
  private void storePresent(Rows rows, Source source, Instant at) {
    rows.store(
            """
            insert into domain_section as known (account, domain, section, present, present_sealed,
              read_at, source, fingerprint, changed_at)
            select a.name, r.domain, r.section, r.open, r.sealed, :at, :source,
              coalesce(r.fingerprint, k.fingerprint),
              case when r.fingerprint <> k.fingerprint and r.tells and not exists (
                  select 1 from provisioning_order o
                  where o.account = a.name and o.domain = r.domain
                    and o.status in ('IN_PROGRESS', 'WAITING') and %s)
                then :at else k.changed_at end
            from unnest(:domains::text[], :sections::text[], :open::text[], :sealed::bytea[],
                :fingerprints::bytea[], :tells::boolean[])
              r (domain, section, open, sealed, fingerprint, tells)
            join reseller_account a on a.name = :account
            left join lateral (
              select s.fingerprint, s.changed_at from domain_section s
              where s.account = a.name and s.domain = r.domain and s.section = r.section limit 1)
              k on true
            where not exists (
              select 1 from stored_domain d
              where d.account = a.name and d.domain = r.domain and d.read_at > :at
                and (d.gone_at is not null or d.status in ('TRANSFERRED_AWAY', 'DELETED'))
              offset 0)
            order by r.domain, r.section
            on conflict (account, domain, section) do update
            set present = excluded.present, present_sealed = excluded.present_sealed,
                read_at = excluded.read_at, source = excluded.source,
                fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
            where known.read_at is null or known.read_at <= excluded.read_at
            """
                .formatted(SETS_IT))
        .param("at", utc(at))
        .param("source", source.name())
        .update();
  }

  /**
   * Stores the ordered state of a name, replacing that of the same sections.
   *
   * @param order that has set it; null if it was adopted from the registrar
   */
  @Transactional
  public void want(String account, DomainName domain, NameSettings wanted, @Nullable UUID order) {
    NameSettings before = NameSettings.NOTHING;
    for (StoredSection section : find(account, domain).values()) {
      before = section.wanted() == null ? before : before.with(section.wanted());
    }
    // An order may concern only one of the contacts: the others stay as ordered before.
    NameSettings all = before.with(wanted);
    Rows rows = new Rows(account, SealedColumn.WANTED_SECTION);
    wanted.sections().forEach(section -> rows.add(domain, section, all));
    rows.store(
            """
            insert into domain_section (account, domain, section, wanted, wanted_sealed,
              wanted_since, wanted_by)
            select a.name, r.domain, r.section, r.open, r.sealed, :now, :order
            from unnest(:domains::text[], :sections::text[], :open::text[], :sealed::bytea[])
              r (domain, section, open, sealed)
            join reseller_account a on a.name = :account
            order by r.domain, r.section
            on conflict (account, domain, section) do update
            set wanted = excluded.wanted, wanted_sealed = excluded.wanted_sealed,
                wanted_since = excluded.wanted_since, wanted_by = excluded.wanted_by
            """)
        .param("now", utc(clock.instant()))
        .param("order", order)
        .update();
  }

  /** Adopts the last known state of these sections as the ordered one. */
  @Transactional
  public void adopt(String account, DomainName domain, Set<Section> which) {
    NameSettings present = NameSettings.NOTHING;
    for (Map.Entry<Section, StoredSection> section : find(account, domain).entrySet()) {
      if (which.contains(section.getKey()) && section.getValue().present() != null) {
        present = present.with(section.getValue().present());
      }
    }
    if (!present.sections().isEmpty()) {
      want(account, domain, present, null);
    }
  }

  /** The known sections of a name. */
  public Map<Section, StoredSection> find(String account, DomainName domain) {
    StoredDomains.Key key = new StoredDomains.Key(account, domain.ascii());
    return find(List.of(key)).getOrDefault(key, Map.of());
  }

  /** The known sections of these names; unknown names are omitted. */
  public Map<StoredDomains.Key, Map<Section, StoredSection>> find(List<StoredDomains.Key> names) {
    Map<StoredDomains.Key, Map<Section, StoredSection>> found = new HashMap<>();
    jdbc.sql(
            """
            select s.* from unnest(:accounts::text[], :domains::text[]) k (account, domain)
            join domain_section s on s.account = k.account and s.domain = k.domain
            """)
        .param("accounts", names.stream().map(StoredDomains.Key::account).toArray(String[]::new))
        .param("domains", names.stream().map(StoredDomains.Key::domain).toArray(String[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new StoredDomains.Key(row.getString("account"), row.getString("domain")),
                      name -> new EnumMap<>(Section.class))
                  .put(Section.valueOf(row.getString("section")), section(row));
            });
    return found;
  }

  /** The sections of an account's names with an ordered state, by ASCII form. */
  public Map<String, Map<Section, StoredSection>> ordered(String account) {
    Map<String, Map<Section, StoredSection>> names = new HashMap<>();
    jdbc.sql(
            """
            select * from domain_section s where account = :account and exists (
              select 1 from domain_section w where w.account = s.account and w.domain = s.domain
                and w.wanted_since is not null)
            """)
        .param("account", account)
        .query(
            row -> {
              names
                  .computeIfAbsent(row.getString("domain"), domain -> new EnumMap<>(Section.class))
                  .put(Section.valueOf(row.getString("section")), section(row));
            });
    return names;
  }

  /** The ordered renewal modes of an account's names, by ASCII form. */
  public Map<String, RenewalMode> wantedModes(String account) {
    Map<String, RenewalMode> modes = new HashMap<>();
    jdbc.sql(
            """
            select domain, wanted from domain_section
            where account = :account and section = 'RENEWAL_MODE' and wanted is not null
            """)
        .param("account", account)
        .query(
            row -> {
              modes.put(row.getString("domain"), read(row.getString("wanted")).renewalMode());
            });
    return modes;
  }

  /** Deletes the data of names that are no longer in the account. */
  public void forget(String account, Collection<DomainName> domains) {
    jdbc.sql("delete from domain_section where account = :account and domain = any(:domains)")
        .param("account", account)
        .param("domains", domains.stream().map(DomainName::ascii).toArray(String[]::new))
        .update();
  }

  /** Deletes the ordered state of a name that enters the account anew. */
  public void forgetWanted(String account, DomainName domain) {
    jdbc.sql(
            """
            update domain_section
            set wanted = null, wanted_sealed = null, wanted_since = null, wanted_by = null
            where account = :account and domain = :domain
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .update();
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from domain_section").update();
  }

  private StoredSection section(ResultSet row) throws SQLException {
    String source = row.getString("source");
    return new StoredSection(
        value(row, "wanted", SealedColumn.WANTED_SECTION),
        instantOrNull(row, "wanted_since"),
        value(row, "present", SealedColumn.PRESENT_SECTION),
        instantOrNull(row, "read_at"),
        source == null ? null : Source.valueOf(source));
  }

  private @Nullable NameSettings value(ResultSet row, String column, SealedColumn kind)
      throws SQLException {
    byte[] sealed = row.getBytes(column + "_sealed");
    String value =
        sealed == null
            ? row.getString(column)
            : vault.open(
                sealed,
                kind.place(
                    row.getString("account"), row.getString("domain"), row.getString("section")));
    return value == null ? null : read(value);
  }

  private NameSettings read(String text) {
    try {
      return json.readValue(text, NameSettings.class);
    } catch (JsonProcessingException e) {
      // without the cause, which would quote the decrypted value
      throw new IllegalStateException("a section of a name cannot be read");
    }
  }

  private String write(NameSettings settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings can always be written", e);
    }
  }

  /** Sections of an account's names, as parallel arrays for a statement. */
  private final class Rows {

    private final String account;
    private final SealedColumn kind;
    private final List<String> domains = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final List<@Nullable String> open = new ArrayList<>();
    private final List<byte @Nullable []> sealed = new ArrayList<>();
    private final List<byte @Nullable []> prints = new ArrayList<>();
    private final List<Boolean> tells = new ArrayList<>();

    Rows(String account, SealedColumn kind) {
      this.account = account;
      this.kind = kind;
    }

    /** Adds a section of these settings; an empty row if it has no value. */
    void add(DomainName domain, Section section, NameSettings settings) {
      NameSettings value = settings.only(Set.of(section));
      domains.add(domain.ascii());
      sections.add(section.name());
      prints.add(fingerprint(section, value));
      // setting the lock again is not a sign of theft
      tells.add(!Boolean.TRUE.equals(value.transferLock()));
      if (value.sections().isEmpty()) {
        open.add(null);
        sealed.add(null);
      } else if (section.isPersonal()) {
        open.add(null);
        sealed.add(vault.seal(write(value), kind.place(account, domain.ascii(), section.name())));
      } else {
        open.add(write(value));
        sealed.add(null);
      }
    }

    JdbcClient.StatementSpec store(String sql) {
      return jdbc.sql(sql)
          .param("account", account)
          .param("domains", domains.toArray(String[]::new))
          .param("sections", sections.toArray(String[]::new))
          .param("open", open.toArray(String[]::new))
          .param("sealed", sealed.toArray(byte[][]::new))
          .param("fingerprints", prints.toArray(byte[][]::new))
          .param("tells", tells.toArray(Boolean[]::new));
    }

    /** A digest of what thieves change, equal for equal settings. */
    private byte @Nullable [] fingerprint(Section section, NameSettings value) {
      Object text =
          switch (section) {
            case NAMESERVERS -> sorted(value.nameservers());
            case TRANSFER_LOCK -> value.transferLock();
            case REGISTRANT_DETAILS -> first(value.contacts().get(ContactRole.REGISTRANT));
            case CONTACTS, PRIVACY, RENEWAL_MODE -> null;
          };
      return text == null
          ? null
          : fingerprints.of((domains.get(domains.size() - 1) + " " + text).getBytes(UTF_8));
    }

    private static @Nullable List<String> sorted(@Nullable List<Nameserver> servers) {
      return servers == null ? null : servers.stream().map(Nameserver::toString).sorted().toList();
    }

    private static @Nullable List<String> first(@Nullable List<String> handles) {
      return handles == null ? null : handles.stream().limit(1).toList();
    }
  }
}
