package io.domainflow.order.leaving;

import static io.domainflow.database.DatabaseTime.instant;
import static io.domainflow.database.DatabaseTime.instantOrNull;
import static io.domainflow.database.DatabaseTime.utc;

import io.domainflow.account.SealedColumn;
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
 * The answers to outgoing transfer requests. Each answer is stored as given; the request refers to
 * the valid one.
 */
@Repository
public class OutgoingTransferAnswers {

  // The valid answer is the latest one that counts and was not refused.
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

  /** Records an approval of the transfer. */
  public void approve(OutgoingTransfer transfer, @Nullable String by) {
    stands(transfer, record(transfer, true, null, null, by, false));
  }

  /** Records a first approval, which needs a second one. */
  public void approveFirst(OutgoingTransfer transfer, String by) {
    record(transfer, true, null, null, by, true);
  }

  /**
   * Records a denial.
   *
   * @param proof may contain personal data
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
   * An answer as given.
   *
   * @param proof of a denial, may contain personal data; null if there is none
   * @param by login of the person; null if the policy has answered
   * @param awaitsSecond whether it counts only after a second person's approval
   * @param sentAt when the registrar accepted it; null if it has not
   * @param refusedAt when the registrar turned out not to have accepted it; null if it has, or that
   *     is not known yet
   * @param refusal the refusal as text
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

  /** All answers to a request, oldest first. */
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

  /** The first approval, if it still waits for a second person. */
  public Optional<GivenAnswer> firstApproval(OutgoingTransfer transfer) {
    List<GivenAnswer> given = of(transfer);
    // a refused approval was given by two people, who both have to decide again
    return given.isEmpty() || !given.get(given.size() - 1).awaitsSecond()
        ? Optional.empty()
        : Optional.of(given.get(given.size() - 1));
  }

  private static String place(UUID answer) {
    return SealedColumn.OUTGOING_TRANSFER_PROOF.place(answer);
  }

  /** Records that the registrar has accepted the answer. */
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

  /** Records that the registrar knew of no request to answer. */
  public void nothingToAnswer(OutgoingTransfer transfer) {
    jdbc.sql(
            "update outgoing_transfer_answer set tries = tries + 1, tried_at = :now where id = "
                + STANDING)
        .param("id", transfer.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * How often the registrar knew of no request when an answer was sent.
   *
   * @param lastAt null if never
   */
  public record Tries(int number, @Nullable Instant lastAt) {}

  /** How often the valid answer was sent without effect. */
  public Tries tries(OutgoingTransfer transfer) {
    return jdbc.sql("select tries, tried_at from outgoing_transfer_answer where id = " + STANDING)
        .param("id", transfer.id())
        .query((row, n) -> new Tries(row.getInt("tries"), instantOrNull(row, "tried_at")))
        .optional()
        .orElse(new Tries(0, null));
  }

  /**
   * Invalidates an answer that the registrar did not accept: somebody has to answer again. The
   * answer remains stored. The holder may have been told that the name stays, and is informed
   * again.
   *
   * @param problem for people, with the registrar's message if there is one
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
