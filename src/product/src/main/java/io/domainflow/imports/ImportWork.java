package io.domainflow.imports;

import static io.domainflow.database.DatabaseTime.instantOrNull;

import io.domainflow.imports.BillingRow.Standing;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the data that running imports have collected, so that an interrupted import continues
 * where it stopped. They are deleted when the import ends.
 */
@Repository
public class ImportWork {

  private final JdbcClient jdbc;

  ImportWork(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A name that was listed or looked up.
   *
   * @param domain in its ASCII form
   * @param here whether the account has it; null if unknown
   * @param remark where it is instead, or why the registrar does not say
   */
  record Name(
      String domain,
      @Nullable Boolean here,
      @Nullable DomainStatus status,
      @Nullable String renewalMode,
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable Instant chargedAt,
      @Nullable String remark) {}

  /** A contact that lacks data, or that the registrar does not show. */
  record Incomplete(
      String handle,
      List<String> roles,
      String domain,
      int names,
      List<String> missing,
      @Nullable String remark) {}

  void storeRows(UUID id, List<BillingRow> rows) {
    jdbc.sql(
            """
            insert into names_import_row
              (import_id, line, domain, standing, said, expires_on, due_on, problem)
            select :id, r.* from unnest(:lines::int[], :domains::text[], :standings::text[],
              :said::text[], :expires::date[], :due::date[], :problems::text[]) r
            """)
        .param("id", id)
        .param("lines", rows.stream().map(BillingRow::line).toArray(Integer[]::new))
        .param("domains", texts(rows, BillingRow::domain))
        .param("standings", texts(rows, row -> row.standing().name()))
        .param("said", texts(rows, BillingRow::asWritten))
        .param("expires", texts(rows, row -> text(row.expiresOn())))
        .param("due", texts(rows, row -> text(row.dueOn())))
        .param("problems", texts(rows, BillingRow::problem))
        .update();
  }

  List<BillingRow> rows(UUID id) {
    return jdbc.sql("select * from names_import_row where import_id = :id order by line")
        .param("id", id)
        .query(
            (row, n) ->
                new BillingRow(
                    row.getInt("line"),
                    row.getString("domain"),
                    Standing.valueOf(row.getString("standing")),
                    row.getString("said"),
                    row.getObject("expires_on", LocalDate.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("problem")))
        .list();
  }

  /**
   * Stores a complete list of the account's names, in place of an earlier one. Names without
   * contacts in the list are to be looked up, and so are billed names that are missing from it.
   */
  @Transactional
  public void listed(UUID id, List<NameAtRegistrar> names) {
    for (String table :
        List.of("names_import_name", "names_import_contact", "names_import_handle")) {
      jdbc.sql("delete from " + table + " where import_id = :id").param("id", id).update();
    }
    store(id, names, false);
    jdbc.sql(
            """
            update names_import_name n set to_look_up = true
            where import_id = :id and (expires_at is null or not exists (
              select 1 from names_import_contact c
              where c.import_id = n.import_id and c.domain = n.domain and c.role = 'OWNER'))
            """)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into names_import_name (import_id, domain, to_look_up)
            select distinct r.import_id, r.domain, true from names_import_row r
            where r.import_id = :id and r.standing in ('BILLED', 'NOT_RENEWED')
            on conflict do nothing
            """)
        .param("id", id)
        .update();
  }

  /** Stores a name that was looked up and is in the account. */
  @Transactional
  public void foundHere(UUID id, NameAtRegistrar name) {
    store(id, List.of(name), true);
  }

  private void store(UUID id, List<NameAtRegistrar> names, boolean lookedUp) {
    jdbc.sql(
            """
            insert into names_import_name as known (import_id, domain, here, status, renewal_mode,
              expires_at, paid_until, charged_at, to_look_up, looked_up)
            select :id, s.domain, true, s.status, s.mode, s.expires, s.paid, s.charged, false,
              :lookedUp
            from unnest(:domains::text[], :statuses::text[], :modes::text[],
              :expires::timestamptz[], :paid::timestamptz[], :charged::timestamptz[])
              s (domain, status, mode, expires, paid, charged)
            on conflict (import_id, domain) do update
            set here = true, status = excluded.status, renewal_mode = excluded.renewal_mode,
                expires_at = excluded.expires_at, paid_until = excluded.paid_until,
                charged_at = excluded.charged_at, looked_up = excluded.looked_up
            """)
        .param("id", id)
        .param("lookedUp", lookedUp)
        .param("domains", texts(names, name -> name.domain().ascii()))
        .param("statuses", texts(names, name -> name.status().name()))
        .param("modes", texts(names, NameAtRegistrar::renewalMode))
        .param("expires", texts(names, name -> text(name.expiresAt())))
        .param("paid", texts(names, name -> text(name.paidUntil())))
        .param("charged", texts(names, name -> text(name.chargedAt())))
        .update();
    storeContacts(id, names);
  }

  private void storeContacts(UUID id, List<NameAtRegistrar> names) {
    List<String> domains = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    List<String> handles = new ArrayList<>();
    for (NameAtRegistrar name : names) {
      name.contacts()
          .forEach(
              (role, all) ->
                  all.forEach(
                      handle -> {
                        domains.add(name.domain().ascii());
                        roles.add(role);
                        handles.add(handle);
                      }));
    }
    jdbc.sql(
            """
            with used as (
              insert into names_import_contact (import_id, domain, role, handle)
              select :id, c.* from unnest(:domains::text[], :roles::text[], :handles::text[]) c
              on conflict do nothing returning handle)
            insert into names_import_handle (import_id, handle)
            select distinct :id::uuid, handle from used
            on conflict do nothing
            """)
        .param("id", id)
        .param("domains", domains.toArray(String[]::new))
        .param("roles", roles.toArray(String[]::new))
        .param("handles", handles.toArray(String[]::new))
        .update();
  }

  /** The first names that still have to be looked up. */
  public List<DomainName> toLookUp(UUID id, int most) {
    return jdbc.sql(
            """
            select domain from names_import_name
            where import_id = :id and to_look_up and not looked_up order by domain limit :most
            """)
        .param("id", id)
        .param("most", most)
        .query((row, n) -> new DomainName(row.getString("domain"), row.getString("domain")))
        .list();
  }

  /** Records that the account does not have a name, and where it is, as far as known. */
  public void foundElsewhere(UUID id, DomainName domain, String how) {
    lookedUp(id, domain, "here = false", how);
  }

  /** Records that the registrar does not give the requested data of a name. */
  public void notSaid(UUID id, DomainName domain, String why) {
    lookedUp(id, domain, "here = here", why);
  }

  private void lookedUp(UUID id, DomainName domain, String here, String remark) {
    jdbc.sql(
            "update names_import_name set "
                + here
                + ", looked_up = true, remark = :remark where import_id = :id and domain = :domain")
        .param("id", id)
        .param("domain", domain.ascii())
        .param("remark", remark)
        .update();
  }

  /** The first contacts that still have to be checked. */
  public List<String> contactsToSee(UUID id, int most) {
    return jdbc.sql(
            """
            select handle from names_import_handle where import_id = :id and missing is null
            order by handle limit :most
            """)
        .param("id", id)
        .param("most", most)
        .query(String.class)
        .list();
  }

  /**
   * Records what a contact lacks.
   *
   * @param missing names of members, never their content
   * @param remark why the registrar does not show it; null if it does
   */
  public void contactSeen(UUID id, String handle, List<String> missing, @Nullable String remark) {
    jdbc.sql(
            """
            update names_import_handle set missing = :missing, remark = :remark
            where import_id = :id and handle = :handle
            """)
        .param("id", id)
        .param("handle", handle)
        .param("missing", missing.toArray(String[]::new))
        .param("remark", remark)
        .update();
  }

  List<Name> names(UUID id) {
    return jdbc.sql("select * from names_import_name where import_id = :id order by domain")
        .param("id", id)
        .query(
            (row, n) ->
                new Name(
                    row.getString("domain"),
                    row.getObject("here", Boolean.class),
                    row.getString("status") == null
                        ? null
                        : DomainStatus.valueOf(row.getString("status")),
                    row.getString("renewal_mode"),
                    instantOrNull(row, "expires_at"),
                    instantOrNull(row, "paid_until"),
                    instantOrNull(row, "charged_at"),
                    row.getString("remark")))
        .list();
  }

  List<Incomplete> incompleteContacts(UUID id) {
    return jdbc.sql(
            """
            select h.handle, h.missing, h.remark, min(c.domain) as domain,
              count(distinct c.domain) as names,
              array_agg(distinct c.role) as roles
            from names_import_handle h
            join names_import_contact c on c.import_id = h.import_id and c.handle = h.handle
            where h.import_id = :id and (cardinality(h.missing) > 0 or h.remark is not null)
            group by h.handle, h.missing, h.remark order by min(c.domain), h.handle
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new Incomplete(
                    row.getString("handle"),
                    strings(row, "roles"),
                    row.getString("domain"),
                    row.getInt("names"),
                    strings(row, "missing"),
                    row.getString("remark")))
        .list();
  }

  /** The names of the account without a registrant, in their ASCII form. */
  List<String> withoutOwner(UUID id) {
    return jdbc.sql(
            """
            select domain from names_import_name n
            where import_id = :id and here and remark is null and not exists (
              select 1 from names_import_contact c
              where c.import_id = n.import_id and c.domain = n.domain and c.role = 'OWNER')
            order by domain
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  void forget(UUID id) {
    for (String table :
        List.of(
            "names_import_row",
            "names_import_name",
            "names_import_contact",
            "names_import_handle")) {
      jdbc.sql("delete from " + table + " where import_id = :id").param("id", id).update();
    }
  }

  private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
    return values.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
