package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.Sealed;
import io.domainflow.account.SecretVault;
import io.domainflow.model.DomainName;
import io.domainflow.model.Resettable;
import io.domainflow.order.leaving.OutgoingTransfer.Answer;
import io.domainflow.order.leaving.OutgoingTransfer.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of others for names that are here, each until it has ended and afterwards. */
@Repository
public class OutgoingTransfers implements Resettable {

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final Clock clock;

  OutgoingTransfers(JdbcClient jdbc, SecretVault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What the registrar's list states of a request.
   *
   * @param requestedAt null if not stated
   * @param executesAt when the registry lets the name go if nobody answers
   * @param executesStated whether the registrar states that; otherwise it is computed
   * @param gainingRegistrar null if not stated
   */
  public record Seen(
      DomainName domain,
      @Nullable Instant requestedAt,
      Instant executesAt,
      boolean executesStated,
      @Nullable String gainingRegistrar,
      boolean toOtherAccount) {}

  /**
   * Notes a request as the list has it.
   *
   * @return whether it is new
   */
  public boolean seen(String account, Seen seen) {
    return jdbc.sql(
            """
            insert into outgoing_transfer (id, account, domain, found_at, requested_at,
              gaining_registrar, to_other_account, executes_at, executes_stated, state)
            select :id, a.name, :domain, :now, :requested, :gaining, :other, :executes, :stated,
              'OPEN'
            from reseller_account a where a.name = :account
            on conflict (account, domain) where state = 'OPEN' do update
            set gaining_registrar =
                  coalesce(excluded.gaining_registrar, outgoing_transfer.gaining_registrar),
                requested_at = coalesce(excluded.requested_at, outgoing_transfer.requested_at),
                executes_at = case when excluded.executes_stated
                  then excluded.executes_at else outgoing_transfer.executes_at end,
                executes_stated = excluded.executes_stated or outgoing_transfer.executes_stated
            returning xmax = 0
            """)
        .param("id", UUID.randomUUID())
        .param("account", account)
        .param("domain", seen.domain().ascii())
        .param("now", utc(clock.instant()))
        .param("requested", utc(seen.requestedAt()))
        .param("gaining", seen.gainingRegistrar())
        .param("other", seen.toOtherAccount())
        .param("executes", utc(seen.executesAt()))
        .param("stated", seen.executesStated())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The open requests for the names of an account. */
  public List<OutgoingTransfer> open(String account) {
    return jdbc.sql(
            """
            select * from outgoing_transfer
            where account = :account and state = 'OPEN' order by executes_at, domain
            """)
        .param("account", account)
        .query((row, n) -> transfer(row))
        .list();
  }

  /** The open request for a name; empty if there is none. */
  public Optional<OutgoingTransfer> open(String account, DomainName domain) {
    return latest(account, domain).filter(transfer -> transfer.state() == State.OPEN);
  }

  /** The latest request for a name, whether it has ended or not. */
  public Optional<OutgoingTransfer> latest(String account, DomainName domain) {
    return jdbc.sql(
            """
            select * from outgoing_transfer where account = :account and domain = :domain
            order by found_at desc limit 1
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .query((row, n) -> transfer(row))
        .optional();
  }

  /** Notes that somebody lets the name go. */
  public void approve(OutgoingTransfer transfer, @Nullable String by) {
    answer(transfer, "APPROVE", null, null, by);
  }

  /**
   * Notes that somebody keeps the name.
   *
   * @param proof may be about people
   * @param by login of the person; null for the policy
   */
  public void deny(
      OutgoingTransfer transfer, DenialReason reason, String proof, @Nullable String by) {
    answer(transfer, "DENY", reason, proof, by);
  }

  private void answer(
      OutgoingTransfer transfer,
      String answer,
      @Nullable DenialReason reason,
      @Nullable String proof,
      @Nullable String by) {
    jdbc.sql(
            """
            update outgoing_transfer
            set answer = :answer, reason = :reason, proof_sealed = cast(:proof as bytea), answered_by = :by,
                answered_at = :now, problem = null
            where id = :id and state = 'OPEN'
            """)
        .param("id", transfer.id())
        .param("answer", answer)
        .param("reason", reason == null ? null : reason.name())
        .param("proof", proof == null ? null : vault.seal(proof, place(transfer)))
        .param("by", by)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Notes that the holder was told of it by mail. */
  public void holderTold(OutgoingTransfer transfer) {
    jdbc.sql("update outgoing_transfer set holder_told_at = :now where id = :id")
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Whether somebody has got the auth code of the name by an order since then. */
  public boolean authCodeOrdered(OutgoingTransfer transfer, Instant since) {
    return jdbc.sql(
            """
            select exists (select 1 from provisioning_order
              where account = :account and domain = :domain and operation = 'AUTH_CODE'
                and status = 'COMPLETED' and created_at > :since)
            """)
        .param("account", transfer.account())
        .param("domain", transfer.domain().ascii())
        .param("since", utc(since))
        .query(Boolean.class)
        .single();
  }

  /** The accounts that have names, as far as is known, or open requests. */
  public Set<String> accountsWithNames() {
    return Set.copyOf(
        jdbc.sql(
                """
                select name from reseller_account a
                where exists (select 1 from stored_domain d where d.account = a.name
                    and d.gone_at is null and d.status not in ('TRANSFERRED_AWAY', 'DELETED'))
                  or exists (select 1 from outgoing_transfer t where t.account = a.name
                    and t.state = 'OPEN')
                """)
            .query(String.class)
            .list());
  }

  /** The proof of a denial; empty if there is none. */
  public Optional<String> proof(OutgoingTransfer transfer) {
    return jdbc.sql(
            "select proof_sealed from outgoing_transfer where id = :id and proof_sealed is not null")
        .param("id", transfer.id())
        .query(byte[].class)
        .optional()
        .map(value -> vault.open(value, place(transfer)));
  }

  private static String place(OutgoingTransfer transfer) {
    return Sealed.OUTGOING_TRANSFER_PROOF.place(transfer.id());
  }

  /** Notes that the registrar has taken the answer. */
  public void sent(OutgoingTransfer transfer) {
    jdbc.sql("update outgoing_transfer set sent_at = :now where id = :id")
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * Takes an answer back that the registrar has refused.
   *
   * @param problem its words, for people
   */
  public void refused(OutgoingTransfer transfer, String problem) {
    jdbc.sql(
            """
            update outgoing_transfer
            set answer = null, reason = null, proof_sealed = null, answered_by = null,
                answered_at = null, problem = :problem
            where id = :id and state = 'OPEN'
            """)
        .param("id", transfer.id())
        .param("problem", problem)
        .update();
  }

  /**
   * Notes that a request has ended; without effect on one that has.
   *
   * @param state gone or stayed
   */
  public void ended(String account, DomainName domain, State state) {
    jdbc.sql(
            """
            update outgoing_transfer set state = :state, ended_at = :now
            where account = :account and domain = :domain and state = 'OPEN'
            """)
        .param("account", account)
        .param("domain", domain.ascii())
        .param("state", state.name())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** A reset of the sandbox deletes the names. */
  @Override
  public void startOver() {
    jdbc.sql("delete from outgoing_transfer").update();
  }

  static OutgoingTransfer transfer(ResultSet row) throws SQLException {
    return new OutgoingTransfer(
        row.getObject("id", UUID.class),
        row.getString("account"),
        DomainName.ofHeld(row.getString("domain")),
        instant(row, "found_at"),
        instantOrNull(row, "requested_at"),
        row.getString("gaining_registrar"),
        row.getBoolean("to_other_account"),
        instant(row, "executes_at"),
        row.getBoolean("executes_stated"),
        State.valueOf(row.getString("state")),
        instantOrNull(row, "ended_at"),
        answer(row),
        instantOrNull(row, "holder_told_at"),
        row.getString("problem"));
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    String reason = row.getString("reason");
    return answer == null
        ? null
        : new Answer(
            answer.equals("APPROVE"),
            reason == null ? null : DenialReason.valueOf(reason),
            row.getString("answered_by"),
            instant(row, "answered_at"),
            instantOrNull(row, "sent_at"));
  }
}
