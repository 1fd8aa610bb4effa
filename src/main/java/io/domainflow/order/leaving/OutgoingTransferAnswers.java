package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.Sealed;
import io.domainflow.account.SecretVault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was answered to the requests of others. Each answer is kept as it was given; the request has
 * the one that stands.
 */
@Repository
public class OutgoingTransferAnswers {

  // The one that stands is the latest of those that count and were not refused.
  private static final String STANDING =
      """
      (select id from outgoing_transfer_answer
        where transfer_id = :id and not awaits_second and refused_at is null
        order by number desc limit 1)
      """;

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private final Clock clock;

  OutgoingTransferAnswers(JdbcClient jdbc, SecretVault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** Notes that somebody lets the name go. */
  public void approve(OutgoingTransfer transfer, @Nullable String by) {
    stands(transfer, record(transfer, true, null, null, by, false));
  }

  /** Notes that a person lets the name go, if a second one does, too. */
  public void approveFirst(OutgoingTransfer transfer, String by) {
    record(transfer, true, null, null, by, true);
  }

  /**
   * Notes that somebody keeps the name.
   *
   * @param proof may be about people
   * @param by login of the person; null for the policy
   */
  public void deny(
      OutgoingTransfer transfer, DenialReason reason, String proof, @Nullable String by) {
    stands(transfer, record(transfer, false, reason, proof, by, false));
  }

  private UUID record(
      OutgoingTransfer transfer,
      boolean approve,
      @Nullable DenialReason reason,
      @Nullable String proof,
      @Nullable String by,
      boolean awaitsSecond) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into outgoing_transfer_answer (id, transfer_id, answer, reason, proof_sealed,
              answered_by, answered_at, awaits_second)
            values (:id, :transfer, :answer, :reason, cast(:proof as bytea), :by, :now, :awaits)
            """)
        .param("id", id)
        .param("transfer", transfer.id())
        .param("answer", approve ? "APPROVE" : "DENY")
        .param("reason", reason == null ? null : reason.name())
        .param("proof", proof == null ? null : vault.seal(proof, place(id)))
        .param("by", by)
        .param("now", utc(clock.instant()))
        .param("awaits", awaitsSecond)
        .update();
    return id;
  }

  private void stands(OutgoingTransfer transfer, UUID answer) {
    jdbc.sql(
            """
            update outgoing_transfer t
            set answer = a.answer, reason = a.reason, answered_by = a.answered_by,
                answered_at = a.answered_at, sent_at = null, problem = null
            from outgoing_transfer_answer a
            where a.id = :answer and t.id = :id and t.state = 'OPEN'
            """)
        .param("id", transfer.id())
        .param("answer", answer)
        .update();
  }

  /**
   * An answer as it was given.
   *
   * @param proof of a denial, about people maybe; null if there is none
   * @param by login of the person; null if the policy has answered
   * @param awaitsSecond whether it counts only once a second person has approved, too
   * @param sentAt when the registrar took it; null if it has not
   * @param refusedAt when it turned out that it was not taken; null if it was, or is not known yet
   * @param refusal in words
   */
  public record GivenAnswer(
      boolean approve,
      @Nullable DenialReason reason,
      @Nullable String proof,
      @Nullable String by,
      Instant at,
      boolean awaitsSecond,
      @Nullable Instant sentAt,
      @Nullable Instant refusedAt,
      @Nullable String refusal) {

    /** Without the proof. */
    @Override
    public String toString() {
      return "GivenAnswer[" + approve + ", " + reason + ", " + at + "]";
    }
  }

  /** All answers to a request, the first one first. */
  public List<GivenAnswer> of(OutgoingTransfer transfer) {
    return jdbc.sql(
            """
            select * from outgoing_transfer_answer where transfer_id = :id
            order by number
            """)
        .param("id", transfer.id())
        .query((row, n) -> given(row))
        .list();
  }

  private GivenAnswer given(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    byte[] proof = row.getBytes("proof_sealed");
    return new GivenAnswer(
        row.getString("answer").equals("APPROVE"),
        reason == null ? null : DenialReason.valueOf(reason),
        proof == null ? null : vault.open(proof, place(row.getObject("id", UUID.class))),
        row.getString("answered_by"),
        instant(row, "answered_at"),
        row.getBoolean("awaits_second"),
        instantOrNull(row, "sent_at"),
        instantOrNull(row, "refused_at"),
        row.getString("refusal"));
  }

  /** Who has approved and waits for a second person; empty if nobody has. */
  public Optional<GivenAnswer> firstApproval(OutgoingTransfer transfer) {
    List<GivenAnswer> given = of(transfer);
    // what was refused was approved by two, who both have to look again
    return given.isEmpty() || !given.get(given.size() - 1).awaitsSecond()
        ? Optional.empty()
        : Optional.of(given.get(given.size() - 1));
  }

  private static String place(UUID answer) {
    return Sealed.OUTGOING_TRANSFER_PROOF.place(answer);
  }

  /** Notes that the registrar has taken the answer. */
  public void sent(OutgoingTransfer transfer) {
    Instant now = clock.instant();
    jdbc.sql("update outgoing_transfer set sent_at = :now where id = :id")
        .param("id", transfer.id())
        .param("now", utc(now))
        .update();
    jdbc.sql("update outgoing_transfer_answer set sent_at = :now where id = " + STANDING)
        .param("id", transfer.id())
        .param("now", utc(now))
        .update();
  }

  /** Notes that the registrar had nothing to answer. */
  public void nothingToAnswer(OutgoingTransfer transfer) {
    jdbc.sql(
            "update outgoing_transfer_answer set tries = tries + 1, tried_at = :now where id = "
                + STANDING)
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * How often the registrar had nothing to answer although an answer was sent.
   *
   * @param lastAt null if it never was
   */
  public record Tries(int number, @Nullable Instant lastAt) {}

  /** How often the answer that stands was sent for nothing. */
  public Tries tries(OutgoingTransfer transfer) {
    return jdbc.sql("select tries, tried_at from outgoing_transfer_answer where id = " + STANDING)
        .param("id", transfer.id())
        .query((row, n) -> new Tries(row.getInt("tries"), instantOrNull(row, "tried_at")))
        .optional()
        .orElse(new Tries(0, null));
  }

  /**
   * Takes an answer back that was not taken: somebody has to answer anew. What was answered is
   * kept. The holder may have been told that his name stays, and is told anew.
   *
   * @param problem for people, in the registrar's words if it has said any
   */
  public void refused(OutgoingTransfer transfer, String problem) {
    jdbc.sql(
            """
            update outgoing_transfer_answer set refused_at = :now, refusal = :problem
            where id =
            """
                + STANDING)
        .param("id", transfer.id())
        .param("problem", problem)
        .param("now", utc(clock.instant()))
        .update();
    jdbc.sql(
            """
            update outgoing_transfer
            set answer = null, reason = null, answered_by = null, answered_at = null,
                sent_at = null, holder_told_at = null, problem = :problem
            where id = :id and state = 'OPEN'
            """)
        .param("id", transfer.id())
        .param("problem", problem)
        .update();
  }
}
