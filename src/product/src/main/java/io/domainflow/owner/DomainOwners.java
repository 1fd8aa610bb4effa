package io.domainflow.owner;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import io.domainflow.owner.OwnerChange.How;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The owners of names in the database. A name keeps its owner when it leaves the account or is
 * deleted, so that nobody else can restore it; it gets a new owner when another owner's order
 * brings it back.
 */
@Repository
public class DomainOwners implements Resettable {

  // Each change is recorded in the statement that makes it.
  private static final String NOTED =
      """
      insert into domain_owner_change
        (account, domain, former, owner, how, by, order_id, reason, at)
      select account, domain, former, owner, :how, :by, :order, :reason, :now from changed
      where former is distinct from owner
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DomainOwners(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The names of an owner in an account, by name. */
  public List<DomainName> namesOf(Owner owner, String account) {
    return jdbc.sql(
            """
            select domain from domain_owner where owner = :owner and account = :account
            order by domain
            """)
        .param("owner", owner.text())
        .param("account", account)
        .query((row, n) -> new DomainName(row.getString("domain"), row.getString("domain")))
        .list();
  }

  /** Whether an owner has a name in any account. */
  public boolean hasAny(Owner owner) {
    return jdbc.sql("select exists (select 1 from domain_owner where owner = :owner)")
        .param("owner", owner.text())
        .query(Boolean.class)
        .single();
  }

  /** The owner of a name in an account; empty if there is none. */
  public Optional<Owner> of(String account, DomainName domain) {
    return jdbc.sql("select owner from domain_owner where account = :account and domain = :domain")
        .param("account", account)
        .param("domain", domain.ascii())
        .query((row, n) -> new Owner(row.getString("owner")))
        .optional();
  }

  /**
   * The owner of a name that is in the account, or was deleted and can still be restored: nobody
   * else may order it. Once it has left permanently, it belongs to the caller who brings it back,
   * as does a name that an order was to bring but that never arrived.
   */
  public Optional<Owner> ofHeld(String account, DomainName domain) {
    return jdbc.sql(
            """
            select o.owner from domain_owner o
            left join stored_domain d on d.account = o.account and d.domain = o.domain
            where o.account = :account and o.domain = :domain
              and ((d.domain is null and 'ORDERED' is distinct from (
                  select c.how from domain_owner_change c
                  where c.account = o.account and c.domain = o.domain order by c.id desc limit 1))
                or (d.gone_at is null and d.status not in ('TRANSFERRED_AWAY', 'DELETED'))
                or (d.status = 'DELETED' and d.restorable_until > :now))
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("now", now())
        .query((row, n) -> new Owner(row.getString("owner")))
        .optional();
  }

  /** The accounts in which a name has an owner whose names the caller may see. */
  public List<String> accounts(DomainName domain, Caller caller) {
    return jdbc.sql(
            """
            select account from domain_owner where domain = :domain
              and (:owners::text[] is null or owner = any(:owners::text[]))
            """)
        .param("domain", domain.ascii())
        .param("owners", caller.seenOwners())
        .query(String.class)
        .list();
  }

  /**
   * Names with their owners, by account and name, including known names without an owner.
   *
   * @param account null for all
   * @param owner null for all
   * @param nobodys only names without an owner
   * @param afterAccount empty for the first page
   * @param most maximum number of names
   */
  public List<OwnedName> list(
      @Nullable String account,
      @Nullable Owner owner,
      boolean nobodys,
      String afterAccount,
      String afterDomain,
      int most) {
    return jdbc.sql(
            """
            select n.account, n.domain, o.owner, c.how, c.at
            from (select account, domain from stored_domain
                union select account, domain from domain_owner) n
            left join domain_owner o on o.account = n.account and o.domain = n.domain
            left join lateral (
              select how, at from domain_owner_change c
              where c.account = n.account and c.domain = n.domain
              order by c.id desc limit 1) c on true
            where (n.account, n.domain) > (:afterAccount, :afterDomain)
              and (:account::text is null or n.account = :account)
              and (:owner::text is null or o.owner = :owner)
              and (not :nobodys or o.owner is null)
            order by n.account, n.domain limit :most
            """)
        .param("account", account)
        .param("owner", Owner.textOf(owner))
        .param("nobodys", nobodys)
        .param("afterAccount", afterAccount)
        .param("afterDomain", afterDomain)
        .param("most", most)
        .query((row, n) -> owned(row))
        .list();
  }

  /**
   * Assigns a name to the owner whose order has brought it.
   *
   * @param owner null if staff ordered it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void brought(
      String account, DomainName domain, @Nullable Owner owner, UUID order, String by) {
    belongs(account, domain, owner, new Note(How.ORDERED, by, order, null));
  }

  /**
   * Assigns a name to an owner, whether the name is known or not.
   *
   * @param owner null for no owner
   * @param by login that decided it
   * @param reason why, for later readers
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void handOver(
      String account, DomainName domain, @Nullable Owner owner, String by, String reason) {
    belongs(account, domain, owner, new Note(How.HANDED_OVER, by, null, reason));
  }

  private void belongs(String account, DomainName domain, @Nullable Owner owner, Note note) {
    if (owner == null) {
      remove("account = :account and domain = :domain", note)
          .param("account", account)
          .param("domain", domain.ascii())
          .update();
    } else {
      put(account, domain, owner, note);
    }
  }

  /** Assigns the names of an account without an owner to an owner. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void imported(String account, Collection<String> domains, Owner owner, String by) {
    noted(
            """
            with changed as (
              insert into domain_owner (account, domain, owner, since)
              select :account, d, :owner, :now from unnest(:domains::text[]) d
              on conflict do nothing
              returning account, domain, null::text as former, owner)
            """,
            new Note(How.IMPORTED, by, null, null))
        .param("account", account)
        .param("domains", domains.toArray(String[]::new))
        .param("owner", owner.text())
        .update();
  }

  /**
   * Handles names that were found in the account. A name that had left loses its owner, unless an
   * order has brought it back since, because nothing else shows that it returned for its former
   * owner. A name that was found to have left after {@code askedAt} keeps its owner. Call this
   * before the departure is deleted.
   *
   * @param askedAt a time before the registrar was asked
   */
  public void here(String account, Instant askedAt, Collection<String> domains) {
    remove(
            """
            account = :account and domain = any(:domains) and exists (
              select 1 from stored_domain d
              where d.account = domain_owner.account and d.domain = domain_owner.domain
                and d.read_at <= :askedAt
                and (d.status <> 'DELETED' or d.restorable_until < :now)
                and (d.status in ('TRANSFERRED_AWAY', 'DELETED') or d.gone_at is not null)
                and domain_owner.since <= coalesce(d.gone_at, d.read_at))""",
            new Note(How.CAME_BACK, null, null, null))
        .param("account", account)
        .param("askedAt", utc(askedAt))
        .param("domains", domains.toArray(String[]::new))
        .update();
  }

  /** Moves the names of a client to its group. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void grouped(Owner client, Owner group, String by) {
    noted(
            """
            with changed as (
              update domain_owner o set owner = :owner, since = :now
              where o.owner = :client
              returning o.account, o.domain, :client::text as former, o.owner)
            """,
            new Note(How.GROUPED, by, null, null))
        .param("owner", group.text())
        .param("client", client.text())
        .update();
  }

  /** The changes of a name's ownership in every account, oldest first. */
  public List<OwnerChange> changes(DomainName domain) {
    return jdbc.sql("select * from domain_owner_change where domain = :domain order by id")
        .param("domain", domain.ascii())
        .query((row, n) -> change(row))
        .list();
  }

  /** When a name was handed over last within an account; empty if it never was. */
  public Optional<Instant> handedOverAt(String account, DomainName domain) {
    return handOvers(account, domain).map(OwnerChange::at).max(Instant::compareTo);
  }

  /**
   * When a name was last taken from an owner, for another one or for nobody, within an account;
   * empty if it never was. A name that had no owner was taken from nobody.
   */
  public Optional<Instant> takenAt(String account, DomainName domain) {
    return handOvers(account, domain)
        .filter(change -> change.former() != null)
        .map(OwnerChange::at)
        .max(Instant::compareTo);
  }

  /** Whether a login has handed a name over within an account since a moment. */
  public boolean wasHandedOverBy(String login, String account, DomainName domain, Instant since) {
    return handOvers(account, domain)
        .anyMatch(change -> login.equals(change.by()) && !change.at().isBefore(since));
  }

  private Stream<OwnerChange> handOvers(String account, DomainName domain) {
    return changes(domain).stream()
        .filter(change -> change.account().equals(account))
        .filter(change -> change.how() == How.HANDED_OVER);
  }

  /**
   * Removes an owner from its names, because a later client or group with the same name must not
   * inherit them.
   *
   * @param by login of the administrator who removed it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void removed(Owner former, String by) {
    remove("owner = :client", new Note(How.CLIENT_REMOVED, by, null, null))
        .param("client", former.text())
        .update();
  }

  /** Removes the owners of the names of a removed account. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void accountRemoved(String account) {
    jdbc.sql("delete from domain_owner where account = :account")
        .param("account", account)
        .update();
  }

  /** A reset of the sandbox deletes them. */
  @Override
  public void startOver() {
    jdbc.sql("delete from domain_owner").update();
    jdbc.sql("delete from domain_owner_change").update();
  }

  /** The record of a change. */
  private record Note(
      How how, @Nullable String by, @Nullable UUID order, @Nullable String reason) {}

  private void put(String account, DomainName domain, Owner owner, Note note) {
    noted(
            """
            with before as (
              select owner from domain_owner where account = :account and domain = :domain),
            changed as (
              insert into domain_owner as o (account, domain, owner, since)
              values (:account, :domain, :owner, :now)
              on conflict (account, domain) do update
              set owner = excluded.owner, since = excluded.since
              returning account, domain, (select owner from before) as former, owner)
            """,
            note)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("owner", owner.text())
        .update();
  }

  private JdbcClient.StatementSpec remove(String which, Note note) {
    return noted(
        """
        with changed as (
          delete from domain_owner where %s
          returning account, domain, owner as former, null::text as owner)
        """
            .formatted(which),
        note);
  }

  private JdbcClient.StatementSpec noted(String changed, Note note) {
    return jdbc.sql(changed + NOTED)
        .param("how", note.how().name())
        .param("by", note.by())
        .param("order", note.order())
        .param("reason", note.reason())
        .param("now", now());
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OwnedName owned(ResultSet row) throws SQLException {
    String how = row.getString("how");
    return new OwnedName(
        row.getString("account"),
        row.getString("domain"),
        Owner.ofStored(row.getString("owner")),
        how == null ? null : How.valueOf(how),
        how == null ? null : instant(row, "at"));
  }

  private static OwnerChange change(ResultSet row) throws SQLException {
    return new OwnerChange(
        row.getString("account"),
        row.getString("domain"),
        Owner.ofStored(row.getString("former")),
        Owner.ofStored(row.getString("owner")),
        How.valueOf(row.getString("how")),
        row.getString("by"),
        row.getString("reason"),
        instant(row, "at"));
  }
}
