package io.domainflow.process.update;

import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.process.domain.Disputed;
import io.domainflow.process.domain.PeriodOver;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a name was not updated. */
final class UpdateFailures {

  private UpdateFailures() {}

  static Failure notRegisteredYet(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_REGISTERED,
        "The registry has not registered "
            + name(order)
            + " yet. "
            + changed(null)
            + " Wait for the registry and order again.",
        null);
  }

  static Failure periodOver(ProvisioningOrder order, @Nullable Update earlier) {
    return PeriodOver.failure(order, changed(earlier));
  }

  static Failure deleted(ProvisioningOrder order, @Nullable Update earlier) {
    return new Failure(
        Reason.RESTORE_NEEDED,
        name(order) + " is deleted. " + changed(earlier) + " Restore it first, then order again.",
        null);
  }

  static Failure disputed(ProvisioningOrder order, @Nullable Update earlier) {
    return Disputed.failure(order, " " + changed(earlier));
  }

  /** Every section that was to be changed is refused. */
  static Failure refused(ProvisioningOrder order, Update update) {
    return new Failure(
        Reason.UPDATE_REFUSED,
        "None of the changes to "
            + name(order)
            + " could be made: "
            + UpdateWords.reasons(update, SectionStates.in(update.results(), SectionState.REFUSED))
            + ". "
            + UpdateWords.spent(update),
        null);
  }

  static Failure notApproved(ProvisioningOrder order, String reason, Update update) {
    return new Failure(
        Reason.APPROVAL_REFUSED,
        "An approver refused this change of "
            + name(order)
            + ": «"
            + reason
            + "». "
            + changed(update),
        null);
  }

  static Failure givenUp(ProvisioningOrder order, Update update) {
    return new Failure(
        Reason.GIVEN_UP,
        "Not everything of "
            + name(order)
            + " could be changed as ordered ("
            + UpdateWords.reasons(update, SectionStates.in(update.results(), SectionState.WANTED))
            + "), and somebody decided not to continue. "
            + changed(update),
        null);
  }

  /**
   * What has changed about the name.
   *
   * @param update the progress of the order; null if it has not begun
   */
  private static String changed(@Nullable Update update) {
    if (update == null) {
      return "Nothing was changed and nothing was bought.";
    }
    Set<Section> done = SectionStates.in(update.results(), SectionState.DONE);
    return (done.isEmpty()
            ? "Nothing was changed. "
            : "Already changed, and kept: " + UpdateWords.names(done) + ". ")
        + UpdateWords.spent(update);
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
