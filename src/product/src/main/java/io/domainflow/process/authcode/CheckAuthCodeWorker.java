package io.domainflow.process.authcode;

import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.process.StepVariables;
import io.domainflow.process.authcode.AuthCodeObstacles.NameState;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the state of the name and what prevents it from leaving; again after an approval. */
@Component
class CheckAuthCodeWorker implements Worker.Asking<NameState> {

  private final NameInAccount names;
  private final AuthCodeObstacles obstacles;
  private final AuthCodeRisk risk;
  private final DomainReadings readings;
  private final RegistrantMailAddresses mails;
  private final Orders orders;

  CheckAuthCodeWorker(
      NameInAccount names,
      AuthCodeObstacles obstacles,
      AuthCodeRisk risk,
      DomainReadings readings,
      RegistrantMailAddresses mails,
      Orders orders) {
    this.names = names;
    this.obstacles = obstacles;
    this.risk = risk;
    this.readings = readings;
    this.mails = mails;
    this.orders = orders;
  }

  @Override
  public NameState ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.content().account());
    return AuthCodeObstacles.read(order, names.find(order.content().domain(), reader), reader);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, NameState state) {
    Optional<Failure> obstacle = obstacles.of(order, state);
    if (obstacle.isPresent()) {
      if (state.found() instanceof Presence.Here here) {
        readings.store(order, here.domain());
      }
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(StepVariables.of(AuthCodeProcess.CODE_POSSIBLE, false));
    }
    // stored first: a change that this very read reveals is a sign of theft, too
    readings.store(order, state.domain());
    state
        .holderAddress()
        .ifPresent(mail -> mails.seen(order.content().account(), order.content().domain(), mail));
    return StepResult.done(
        risk.facts(order, risk.of(order, state.domain().settings()))
            .and(AuthCodeProcess.CODE_POSSIBLE, true)
            .and(AuthCodeProcess.LOCK_TO_OPEN, AuthCodeObstacles.isLocked(state.domain()))
            .map());
  }
}
