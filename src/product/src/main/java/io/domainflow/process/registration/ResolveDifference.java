package io.domainflow.process.registration;

import static java.util.stream.Collectors.joining;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Resolve difference: the name is registered, but not as it was ordered. */
@Component
class ResolveDifference implements UserTask {

  private static final String DIFFERS = "the name is registered, but differs from the order: ";

  @Override
  public String id() {
    return "Task_ResolveDifference";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.REGISTERED_DIFFERENTLY, DIFFERS + task.get(DomainRegistrationProcess.DIFFERENCE_TEXT));
  }

  /** The differences, one a line. */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    WaitingFor waits = order.waitingFor();
    return Map.of(
        "differences",
        waits == null
            ? ""
            : Arrays.stream(
                    waits.what().replace(DIFFERS, "").split(RegistrationDifferences.BETWEEN))
                .map(difference -> "- " + StringUtils.capitalize(PlainText.of(difference)))
                .collect(joining("\n")));
  }
}
