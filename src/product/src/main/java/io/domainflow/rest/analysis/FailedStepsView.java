package io.domainflow.rest.analysis;

import io.domainflow.analysis.FailedStepGroups.Group;
import io.domainflow.analysis.FailedStepGroups.Kind;
import io.domainflow.analysis.FailedSteps.OfOrder;
import io.domainflow.order.list.OrderTrouble.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Failed steps, grouped by reason; the worst first. */
record FailedStepsView(List<GroupView> groups) {

  /**
   * Steps that have failed for the same reason.
   *
   * @param key of the group, which stays the same as long as the reason does
   * @param process key of the process; null for the housekeeping of the engine
   * @param step its name in the model
   * @param state only stopped steps can be retried; the others are tried again automatically
   * @param what what happened to one of the steps, whether money was spent and what to do
   * @param steps how many there are
   * @param since when the first of them failed; null if that is not known
   * @param nextTry when one of them is tried again
   */
  record GroupView(
      String key,
      @Nullable String process,
      String step,
      @Nullable String activity,
      State state,
      String what,
      int steps,
      @Nullable Instant since,
      @Nullable Instant nextTry) {

    static GroupView of(Group group) {
      return new GroupView(
          group.key(),
          group.process(),
          group.step(),
          group.activity(),
          group.state(),
          group.what(),
          group.steps().size(),
          group.since(),
          group.nextTry());
    }
  }

  /**
   * All steps of a group.
   *
   * @param failed sorted, those that failed first at the top
   */
  record Preview(GroupView group, List<StepView> failed) {}

  /**
   * A failed step.
   *
   * @param id the engine's id of the external task or job
   * @param instance its process instance; null if it has none
   * @param order id of the order; null for a step without an order
   * @param what what happened, whether money was spent and what to do
   * @param since when it first failed; null if that is not known
   * @param tries how often it has failed
   * @param nextTry when it is tried again automatically
   */
  record StepView(
      String id,
      Kind kind,
      @Nullable String instance,
      @Nullable UUID order,
      @Nullable String reference,
      @Nullable String domain,
      @Nullable String account,
      String what,
      @Nullable Instant since,
      int tries,
      @Nullable Instant nextTry) {

    static StepView of(OfOrder found) {
      return new StepView(
          found.step().id(),
          found.step().kind(),
          found.step().instance(),
          found.step().order(),
          found.reference(),
          found.domain(),
          found.account(),
          found.step().what(),
          found.step().since(),
          found.step().tries(),
          found.step().nextTry());
    }
  }
}
