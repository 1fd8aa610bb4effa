package io.domainflow.rest.analysis;

import io.domainflow.analysis.FailedStepGroups.Group;
import io.domainflow.analysis.FailedSteps;
import io.domainflow.rest.analysis.FailedStepsView.GroupView;
import io.domainflow.rest.analysis.FailedStepsView.Preview;
import io.domainflow.rest.analysis.FailedStepsView.StepView;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows staff which steps could not be carried out and why, before they are retried. The engine
 * itself retries, with the permissions and under the login of the user who asks for it.
 */
@RestController
@RequestMapping(path = "/api/v1/failed-steps", produces = MediaType.APPLICATION_JSON_VALUE)
class FailedStepsController {

  private final FailedSteps steps;

  FailedStepsController(FailedSteps steps) {
    this.steps = steps;
  }

  /** All failed steps, by reason. */
  @GetMapping
  FailedStepsView all() {
    return new FailedStepsView(steps.groups().stream().map(GroupView::of).toList());
  }

  /** The failed steps with one reason, each with its order. */
  @GetMapping("/{id}")
  Preview preview(@PathVariable("id") String key) {
    Group group =
        steps
            .group(key)
            .orElseThrow(
                () ->
                    new ProcessNotFound(
                        "This group has no steps left: all of them continue, or have ended"));
    return new Preview(
        GroupView.of(group), steps.withOrders(group).stream().map(StepView::of).toList());
  }
}
