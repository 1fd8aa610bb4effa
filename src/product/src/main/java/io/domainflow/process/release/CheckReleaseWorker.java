package io.domainflow.process.release;

import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.release.ReleaseObstacles.NameState;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the state of the name, and what prevents its release. */
@Component
class CheckReleaseWorker implements Worker.Asking<NameState> {

  private final NameInAccount names;
  private final ReleaseObstacles obstacles;
  private final DomainReadings readings;
  private final Orders orders;

  CheckReleaseWorker(
      NameInAccount names, ReleaseObstacles obstacles, DomainReadings readings, Orders orders) {
    this.names = names;
    this.obstacles = obstacles;
    this.readings = readings;
    this.orders = orders;
  }

  @Override
  public NameState ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    return ReleaseObstacles.read(order, names.find(order.content().domain(), reader), reader);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, NameState state) {
    if (state.found() instanceof Presence.Here here) {
      readings.store(order, here.domain());
    }
    Optional<Failure> obstacle = obstacles.of(order, state);
    obstacle.ifPresent(failure -> orders.recordFailure(order.id(), failure));
    return StepResult.done(
        StepVariables.of(DomainReleaseProcess.RELEASE_POSSIBLE, obstacle.isEmpty()));
  }
}
