package io.domainflow.process.release;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.progress.Releases;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.PushDomain;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Releases the name, at most once.
 *
 * <ul>
 *   <li>{@code Err_ReleaseChanged}: nobody has agreed, or something prevents the release now
 *   <li>{@code Err_PushRefused}: the registrar refuses
 * </ul>
 */
@Component
class PushDomainWorker implements Worker.Changing<PushDomain.Result> {

  private final NameInAccount names;
  private final ReleaseObstacles obstacles;
  private final Releases releases;
  private final Orders orders;

  PushDomainWorker(
      NameInAccount names, ReleaseObstacles obstacles, Releases releases, Orders orders) {
    this.names = names;
    this.obstacles = obstacles;
    this.releases = releases;
    this.orders = orders;
  }

  @Override
  public Mutation<PushDomain.Result> prepare(ProvisioningOrder order) {
    return new PushDomain(
        order.content().domain(), order.content().as(ReleaseOrder.class).target());
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    boolean asApproved =
        releases.find(order.id()).isPresent()
            && obstacles
                .of(
                    order,
                    ReleaseObstacles.read(
                        order, names.find(order.content().domain(), reader), reader))
                .isEmpty();
    if (!asApproved) {
      throw new NotToBeSent(StepResult.error(DomainReleaseProcess.ERROR_RELEASE_CHANGED));
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, PushDomain.Result accepted) {
    releases.requested(order.id());
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.recordFailure(
        order.id(), ReleaseFailures.refused(order, refusal.words(), refusal.code()));
    return StepResult.error(DomainReleaseProcess.ERROR_PUSH_REFUSED);
  }
}
