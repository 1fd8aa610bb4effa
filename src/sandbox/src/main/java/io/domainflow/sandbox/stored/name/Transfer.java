package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The latest transfer of a name from one registrar or account to another.
 *
 * @param number also the trigger of its mails
 * @param gaining the gaining account; null for another registrar
 * @param losing the losing account; null for another registrar
 * @param role role user who requested it, or empty
 * @param status INITIATED, REQUESTED, PENDING, SUCCESSFUL or FAILED
 * @param charged amount charged to the gaining account
 * @param authRight whether the given auth code was that of the name
 * @param pendingFor how long the registry waits before it decides
 * @param successful whether the registry then agrees
 * @param reason why it fails or failed; null for the registry's usual one
 * @param dueAt when it continues automatically; null once it has ended
 * @param contacts handles for the name by role; a role that is missing keeps its contact
 * @param nameservers for the name; empty to keep them
 * @param fields further parameters for the name
 * @param registrar name of another registrar that gains the name; null for the usual one
 */
public record Transfer(
    String domain,
    long number,
    @Nullable String gaining,
    @Nullable String losing,
    String role,
    String status,
    Instant createdAt,
    Instant updatedAt,
    int years,
    BigDecimal charged,
    String currency,
    boolean authRight,
    Duration pendingFor,
    boolean successful,
    @Nullable String reason,
    @Nullable Instant dueAt,
    Map<String, List<String>> contacts,
    List<String> nameservers,
    Map<String, String> fields,
    List<Step> steps,
    @Nullable String registrar)
    implements Stored {
  @Override
  public String key() {
    return domain;
  }

  public boolean running() {
    return dueAt != null;
  }

  /** When an open transfer continues. */
  public Instant dueAtOrThrow() {
    return Objects.requireNonNull(dueAt, "it is under way");
  }

  /** Whether both sides are accounts of this registrar. */
  public boolean internal() {
    return Platform.same(gaining, losing);
  }

  /**
   * Whether its code is checked only when its time is over, as CentralNic Reseller does between two
   * accounts.
   */
  public boolean codeAtEnd() {
    return internal() && gaining != null && Platform.of(gaining) == Platform.CNR;
  }

  public boolean concerns(String account) {
    return account.equals(gaining) || account.equals(losing);
  }

  /** This transfer with one more step. */
  public Transfer with(Step step) {
    return changed(status, updatedAt, reason, dueAt, step);
  }

  /** This transfer in its next phase, which lasts until a time. */
  public Transfer in(String phase, Instant until, Step step) {
    return changed(phase, step.at(), reason, until, step);
  }

  /** This transfer at its end. */
  public Transfer ended(String outcome, @Nullable String why, Step step) {
    return changed(outcome, step.at(), why, null, step);
  }

  private Transfer changed(
      String nextStatus, Instant updated, @Nullable String why, @Nullable Instant due, Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Transfer(
        domain,
        number,
        gaining,
        losing,
        role,
        nextStatus,
        createdAt,
        updated,
        years,
        charged,
        currency,
        authRight,
        pendingFor,
        successful,
        why,
        due,
        contacts,
        nameservers,
        fields,
        all,
        registrar);
  }
}
