package io.domainflow.order.progress;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.ProvisioningOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a change of registrant.
 *
 * @param before null until the name was read
 * @param terms null until the policy was evaluated
 * @param chosenMode the mode that a person has chosen instead of the order's; null if nobody has
 * @param question the approver's open question; null if there is none
 * @param answer to the latest question; null if there is none
 * @param course its state at the registrar
 */
public record RegistrantChange(
    @Nullable Before before,
    @Nullable Terms terms,
    @Nullable RegistrantChangeMode chosenMode,
    @Nullable String question,
    @Nullable String answer,
    Course course) {

  /** The name before the change, once it was read. */
  public Before beforeOrThrow() {
    return Objects.requireNonNull(before, "the name was read before");
  }

  /** The terms, once the policy was evaluated. */
  public Terms termsOrThrow() {
    return Objects.requireNonNull(terms, "the policy was evaluated before");
  }

  /**
   * Whether it has to be a plain update. The registrar's check may accept a change that it then
   * refuses; the refusal takes precedence.
   *
   * @param updateWanted the result of the check
   */
  public boolean isOnlyAnUpdate(ProvisioningOrder order, boolean updateWanted) {
    String handle = order.purchase().handles().get(ContactRole.REGISTRANT);
    return updateWanted || (handle != null && handle.equals(course.updateWantedFor()));
  }

  /**
   * The name before the change.
   *
   * @param handle of the prior registrant; null if the registrar states none
   * @param registrant the prior registrant's data
   * @param changedFields members of the registrant that differ, as named in the order API
   * @param looksLikeCorrection for information: the differences look like the correction of a
   *     typing error
   * @param changedByZone how its zone changes registrants
   * @param optOutPossible whether the prior registrant may opt out of the lock
   * @param priceClass price class of the name; null if not stated
   * @param transferLocked null where the zone has no lock
   */
  public record Before(
      @Nullable String handle,
      Contact registrant,
      List<String> changedFields,
      boolean looksLikeCorrection,
      RegistrantChangeBy changedByZone,
      boolean optOutPossible,
      @Nullable String priceClass,
      @Nullable Boolean transferLocked) {}

  /**
   * The terms of the policy for this change.
   *
   * @param consentsNeeded whether the designated agent has to confirm anything to the registrar
   * @param agentForNew the agent confirms for the new registrant
   * @param agentForPrior the agent confirms for the prior registrant, who then gets no mail
   * @param optOut the prior registrant has opted out of the lock
   * @param confirmationDays how long the prior registrant has to confirm
   * @param graceDays how long to wait after that before the change is cancelled
   * @param lockDays how long the name is locked afterwards; 0 for no lock
   * @param reminderDays the days after which the mail is sent again
   */
  public record Terms(
      boolean consentsNeeded,
      boolean agentForNew,
      boolean agentForPrior,
      boolean optOut,
      int confirmationDays,
      int graceDays,
      int lockDays,
      List<Integer> reminderDays) {}

  /**
   * The state of a change at the registrar.
   *
   * @param updateWantedFor handle of the new registrant for whom the registrar has refused the
   *     change, because it requires a plain update; null if it has not
   * @param requestedAt null before it was requested
   * @param accepted whether the registrar has accepted it
   * @param confirmBy until when the prior registrant can confirm; null if nobody has to
   * @param remindersSent number of reminders sent
   * @param withdrawnFor why it is to be withdrawn; null if it is not
   * @param withdrawnAt when the registrar was last asked to withdraw it; null if never, or if it
   *     has certainly not done it
   * @param ended null while it is under way
   */
  public record Course(
      @Nullable String updateWantedFor,
      @Nullable Instant requestedAt,
      boolean accepted,
      @Nullable Instant confirmBy,
      int remindersSent,
      @Nullable Withdrawal withdrawnFor,
      @Nullable Instant withdrawnAt,
      @Nullable End ended) {

    /** Since when a change runs that is known to have been requested. */
    public Instant requestedAtOrThrow() {
      return Objects.requireNonNull(requestedAt, "the change was requested");
    }
  }

  /** Why a change at the registrar is to be withdrawn. */
  public enum Withdrawal {
    /** The caller or an operator no longer wants it. */
    CALLER,
    /** To be sent again with the agent's confirmation for both sides. */
    AGENT,
    /** Nobody has confirmed in time. */
    DEADLINE,
    /** A dispute about the name was recorded in the meantime. */
    DISPUTE
  }

  /** How a change ended at the registrar. */
  public enum End {
    EXECUTED,
    /** The prior registrant declined. */
    DECLINED,
    /** Nobody confirmed in time. */
    LAPSED,
    /** The registrar has ended it without stating a reason. */
    FAILED,
    WITHDRAWN
  }

  /** Omits personal data, which must not get into logs. */
  @Override
  public String toString() {
    return "RegistrantChange[" + terms + ", " + course + "]";
  }
}
