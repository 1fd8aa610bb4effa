package io.domainflow.process.release;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.progress.Releases;
import io.domainflow.process.domain.OwnerSigns;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Approve release: a released name does not come back. */
@Component
class ApproveRelease implements UserTask {

  private final Orders orders;
  private final Releases releases;
  private final OwnerSigns owners;

  ApproveRelease(Orders orders, Releases releases, OwnerSigns owners) {
    this.orders = orders;
    this.releases = releases;
    this.owners = owners;
  }

  @Override
  public String id() {
    return "Task_ApproveRelease";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.waits(Who.APPROVER, Code.RELEASE_APPROVAL, what(task.order()));
  }

  /** What the approver has to approve. */
  static String what(ProvisioningOrder order) {
    return "an approver has to agree that "
        + order.content().domain().unicode()
        + " is given to "
        + order.content().as(ReleaseOrder.class).target()
        + ", which cannot be undone. The domain is still in this account";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of("releaseTarget", order.content().as(ReleaseOrder.class).target());
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("REFUSE")) {
      orders.recordFailure(
          order.id(), ReleaseFailures.notApproved(order, decision.required("reason", "«Reason»")));
      return;
    }
    if (decision.login().equals(order.login())) {
      throw new InvalidRequestException(
          Status.FORBIDDEN,
          "You have placed this order, so somebody else has to approve it. The domain is still in"
              + " this account.");
    }
    owners.refuseApproval(
        order.content().account(), order.content().domain(), order.createdAt(), decision.login());
    releases.approved(order.id(), decision.login());
  }
}
