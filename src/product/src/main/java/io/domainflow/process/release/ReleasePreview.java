package io.domainflow.process.release;

import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.Preview.Question;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Previews a release. */
@Component
class ReleasePreview implements OrderPreview {

  private final CheckReleaseWorker check;
  private final ReleaseObstacles obstacles;

  ReleasePreview(CheckReleaseWorker check, ReleaseObstacles obstacles) {
    this.check = check;
    this.obstacles = obstacles;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.RELEASE);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Optional<Failure> obstacle = obstacles.of(draft, check.ask(draft, registrar));
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    return notes
        .ask(new Question(Who.APPROVER, Code.RELEASE_APPROVAL, ApproveRelease.what(draft)))
        .step(
            draft.content().domain().unicode()
                + " is given to "
                + draft.content().as(ReleaseOrder.class).target()
                + " and is no longer in this account.")
        .warn("This cannot be undone.")
        .done();
  }
}
