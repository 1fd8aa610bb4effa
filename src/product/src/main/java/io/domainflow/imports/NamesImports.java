package io.domainflow.imports;

import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.imports.NamesImport.Progress;
import io.domainflow.model.Resettable;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerLookup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the imports of all accounts with their findings; each is kept for a limited time. */
@Repository
public class NamesImports implements Resettable {

  /** How long an import is kept after its end. */
  private static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final ImportWork work;
  private final ImportProcess process;
  private final DomainOwners owners;
  private final OwnerLookup known;
  private final Clock clock;

  NamesImports(
      JdbcClient jdbc,
      ImportWork work,
      ImportProcess process,
      DomainOwners owners,
      OwnerLookup known,
      Clock clock) {
    this.jdbc = jdbc;
    this.work = work;
    this.process = process;
    this.owners = owners;
    this.known = known;
    this.clock = clock;
  }

  /**
   * Starts an import.
   *
   * @param list the billing system's list; null without one
   * @param owner the owner to whom the names are to be assigned
   * @param login login that starts it
   * @return its id
   * @throws ImportRunning if an import of the account is running
   */
  @Transactional
  public UUID start(
      String account,
      boolean dryRun,
      @Nullable BillingList list,
      @Nullable Owner owner,
      String login) {
    // Of two simultaneous starts, the second waits here, and then sees the first.
    jdbc.sql("select name from reseller_account where name = :account for no key update")
        .param("account", account)
        .query(String.class)
        .single();
    running(account)
        .ifPresent(
            id -> {
              throw new ImportRunning(id);
            });
    forgetOld(account);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into names_import
              (id, account, dry_run, list_format, owner, login, state, started_at, list_rows)
            values (:id, :account, :dryRun, :format, :owner, :login, 'RUNNING', :now, :rows)
            """)
        .param("id", id)
        .param("account", account)
        .param("dryRun", dryRun)
        .param("format", list == null ? null : list.format().name())
        .param("owner", Owner.textOf(owner))
        .param("login", login)
        .param("now", utc(clock.instant()))
        .param("rows", list == null ? 0 : list.rows().size())
        .update();
    if (list != null) {
      work.storeRows(id, list.rows());
    }
    process.start(account, id);
    return id;
  }

  private Optional<UUID> running(String account) {
    return jdbc.sql("select id from names_import where account = :account and state = 'RUNNING'")
        .param("account", account)
        .query(UUID.class)
        .optional();
  }

  private void forgetOld(String account) {
    jdbc.sql("delete from names_import where account = :account and ended_at < :oldest")
        .param("account", account)
        .param("oldest", utc(clock.instant().minus(KEPT)))
        .update();
  }

  public Optional<NamesImport> find(UUID id) {
    return jdbc.sql("select * from names_import where id = :id")
        .param("id", id)
        .query((row, n) -> read(row))
        .optional();
  }

  /** Why a running import makes no progress, for people; empty if nothing is wrong. */
  public Optional<String> trouble(NamesImport running) {
    return running.state() == ImportState.RUNNING
        ? process.trouble(running.account(), running.id())
        : Optional.empty();
  }

  /** Records the total work, and the completed part. */
  public void countProgress(UUID id) {
    jdbc.sql(
            """
            update names_import i
            set names = n.names, look_ups = n.look_ups, look_ups_done = n.done,
                contacts = h.contacts, contacts_done = h.done
            from (select count(*) filter (where here) as names,
                    count(*) filter (where to_look_up) as look_ups,
                    count(*) filter (where to_look_up and looked_up) as done
                  from names_import_name where import_id = :id) n,
                 (select count(*) as contacts, count(missing) as done
                  from names_import_handle where import_id = :id) h
            where i.id = :id
            """)
        .param("id", id)
        .update();
  }

  // With a list, only the names in it that the billing system treats as its own.
  private void giveNames(UUID id) {
    NamesImport completed = find(id).orElseThrow();
    // A client may have been removed since.
    Optional<Owner> owner =
        completed.dryRun()
            ? Optional.empty()
            : Optional.ofNullable(completed.owner()).flatMap(known::find);
    if (owner.isEmpty()) {
      return;
    }
    // an order that is just arriving locks its account; an open order already has its owner
    jdbc.sql("select name from reseller_account where name = :account for update")
        .param("account", completed.account())
        .query(String.class)
        .optional();
    List<String> names =
        jdbc.sql(
                """
                select n.domain
                from names_import i join names_import_name n on n.import_id = i.id and n.here
                where i.id = :id and (i.list_format is null or exists (
                  select 1 from names_import_row r
                  where r.import_id = i.id and r.domain = n.domain
                    and r.standing in ('BILLED', 'PENDING', 'NOT_RENEWED')))
                  and not exists (
                    select 1 from provisioning_order o
                    where o.account = i.account and o.domain = n.domain
                      and o.status in ('IN_PROGRESS', 'WAITING'))
                """)
            .param("id", id)
            .query(String.class)
            .list();
    owners.imported(completed.account(), names, owner.get(), completed.login());
  }

  /** Ends an import with its report, and deletes the collected data. */
  @Transactional
  public void complete(UUID id, List<ImportFinding> findings) {
    giveNames(id);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      numbers.add(i + 1);
    }
    jdbc.sql(
            """
            insert into names_import_finding
              (import_id, n, domain, kind, line, billing, registrar, cure)
            select :id, f.* from unnest(:numbers::int[], :domains::text[], :kinds::text[],
              :lines::int[], :billing::text[], :registrar::text[], :cures::text[]) f
            """)
        .param("id", id)
        .param("numbers", numbers.toArray(Integer[]::new))
        .param("domains", findings.stream().map(ImportFinding::domain).toArray(String[]::new))
        .param("kinds", findings.stream().map(f -> f.finding().name()).toArray(String[]::new))
        .param("lines", findings.stream().map(ImportFinding::line).toArray(Integer[]::new))
        .param("billing", findings.stream().map(ImportFinding::billing).toArray(String[]::new))
        .param("registrar", findings.stream().map(ImportFinding::registrar).toArray(String[]::new))
        .param("cures", findings.stream().map(ImportFinding::whatToDo).toArray(String[]::new))
        .update();
    end(id, ImportState.COMPLETED, null);
  }

  /** Ends an import without a report, if it is still running. */
  @Transactional
  public void fail(UUID id, String reason) {
    end(id, ImportState.FAILED, reason);
  }

  private void end(UUID id, ImportState state, @Nullable String reason) {
    int ended =
        jdbc.sql(
                """
                update names_import set state = :state, reason = :reason, ended_at = :now
                where id = :id and state = 'RUNNING'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("reason", reason)
            .param("now", utc(clock.instant()))
            .update();
    if (ended > 0) {
      work.forget(id);
    }
  }

  /** The findings of an import, in the order of its report. */
  public List<ImportFinding> findings(UUID id) {
    return jdbc.sql("select * from names_import_finding where import_id = :id order by n")
        .param("id", id)
        .query(
            (row, n) ->
                new ImportFinding(
                    row.getString("domain"),
                    ImportFindingKind.valueOf(row.getString("kind")),
                    row.getObject("line", Integer.class),
                    row.getString("billing"),
                    row.getString("registrar"),
                    row.getString("cure")))
        .list();
  }

  /** The number of findings of an import, by kind. */
  public Map<ImportFindingKind, Integer> findingCounts(UUID id) {
    Map<ImportFindingKind, Integer> counts = new EnumMap<>(ImportFindingKind.class);
    jdbc.sql("select kind, count(*) from names_import_finding where import_id = :id group by kind")
        .param("id", id)
        .query(
            row -> {
              counts.put(ImportFindingKind.valueOf(row.getString(1)), row.getInt(2));
            });
    return counts;
  }

  @Override
  public void startOver() {
    jdbc.sql("delete from names_import").update();
  }

  private static NamesImport read(ResultSet row) throws SQLException {
    String format = row.getString("list_format");
    return new NamesImport(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getBoolean("dry_run"),
        format == null ? null : ListFormat.valueOf(format),
        Owner.ofStored(row.getString("owner")),
        row.getString("login"),
        ImportState.valueOf(row.getString("state")),
        row.getString("reason"),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "ended_at"),
        new Progress(
            row.getInt("list_rows"),
            row.getObject("names", Integer.class),
            row.getObject("look_ups", Integer.class),
            row.getObject("look_ups_done", Integer.class),
            row.getObject("contacts", Integer.class),
            row.getObject("contacts_done", Integer.class)));
  }
}
