package io.domainflow.order.progress;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.ProvisioningOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the change of an order's registrant.
 *
 * @param before null until the name was read
 * @param terms null until the policy was asked
 * @param chosenMode what a person has chosen in place of the order's wish; null if nobody has
 * @param question what the approver asks, and has not been answered; null if nothing
 * @param answer to the latest question; null if there is none
 * @param course how it stands at the registrar
 */
public record RegistrantChange(
    @Nullable Before before,
    @Nullable Terms terms,
    @Nullable RegistrantChangeMode chosenMode,
    @Nullable String question,
    @Nullable String answer,
    Course course) {

  /**
   * Whether it has to be made as a plain update. The registrar's check may let pass what it refuses
   * when it is asked for the change itself; what it has said then counts.
   *
   * @param updateWanted what the check says
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
   * @param changedFields members of the registrant that differ, as the order API calls them
   * @param looksLikeCorrection for people's information: the differences are no more than a typing
   *     error
   * @param changedByZone what it takes in its zone to have another registrant; null as long as
   *     nobody has looked
   * @param optOutPossible whether the prior registrant may opt out of the lock
   * @param priceClass price class of the name; null if not stated
   * @param transferLocked null where the zone has no lock
   */
  public record Before(
      @Nullable String handle,
      Contact registrant,
      List<String> changedFields,
      boolean looksLikeCorrection,
      @Nullable RegistrantChangeBy changedByZone,
      boolean optOutPossible,
      @Nullable String priceClass,
      @Nullable Boolean transferLocked) {}

  /**
   * What the policy wants of this change.
   *
   * @param consentsNeeded whether the designated agent has to confirm anything to the registrar
   * @param agentForNew the agent confirms for the new registrant
   * @param agentForPrior the agent confirms for the prior registrant, who is not asked by mail then
   * @param optOut the prior registrant has opted out of the lock
   * @param confirmationDays how long the prior registrant has to confirm
   * @param graceDays how long it is waited after that before the change is cancelled
   * @param lockDays how long the name is locked afterwards; 0 for no lock
   * @param reminderDays after how many days the mail is sent again
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
   * How it stands at the registrar.
   *
   * @param updateWantedFor handle of the new registrant with whom the registrar has refused the
   *     change, because it wants a plain update for it; null if it has not
   * @param requestedAt null before it was asked for
   * @param accepted the registrar has taken it
   * @param confirmBy until when the prior registrant can confirm; null if nobody has to
   * @param remindersSent how many of the reminders
   * @param withdrawnFor why somebody wants it withdrawn; null if nobody does
   * @param withdrawnAt when the registrar was asked for that last; null if it was not
   * @param ended null while it has not
   */
  public record Course(
      @Nullable String updateWantedFor,
      @Nullable Instant requestedAt,
      boolean accepted,
      @Nullable Instant confirmBy,
      int remindersSent,
      @Nullable Withdrawal withdrawnFor,
      @Nullable Instant withdrawnAt,
      @Nullable End ended) {}

  /** Why a change that runs at the registrar is to be withdrawn. */
  public enum Withdrawal {
    /** The caller or an operator no longer wants it. */
    CALLER,
    /** To be sent again with the agent's confirmation for both sides. */
    AGENT,
    /** Nobody has confirmed in time. */
    DEADLINE,
    /** A dispute about the name was noted meanwhile. */
    DISPUTE
  }

  /** How a change ended at the registrar. */
  public enum End {
    EXECUTED,
    /** The prior registrant said no. */
    DECLINED,
    /** Nobody confirmed in time. */
    LAPSED,
    /** The registrar has ended it, and it does not say why. */
    FAILED,
    WITHDRAWN
  }

  /** Personal data must not slip into a log line by accident. */
  @Override
  public String toString() {
    return "RegistrantChange[" + terms + ", " + course + "]";
  }
}
