package io.domainflow.process.deletion;

import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.process.deletion.DeletionStateReader.Checked;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Previews a deletion. */
@Component
class DeletionPreview implements OrderPreview {

  private final CheckDeletionWorker check;

  DeletionPreview(CheckDeletionWorker check) {
    this.check = check;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.DELETE);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Checked checked = check.ask(draft, registrar);
    Optional<Failure> obstacle = check.obstacle(draft, checked);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    ReadDomain.Result domain = ((Presence.Here) checked.found()).domain();
    String name = draft.content().domain().unicode();
    if (domain.lostToDeletion()) {
      return notes
          .step("A deletion of " + name + " runs already; it is followed to its end.")
          .done();
    }
    if (checked.leaving()) {
      return notes.ask(Code.TRANSFER_PENDING, CorrectDeletion.what(draft)).done();
    }
    if (!draft.content().as(DeletionOrder.class).confirmed()) {
      notes.ask(Code.DELETION_CONFIRMATION, ConfirmDeletion.what(draft));
    }
    return notes
        .step(name + " is deleted at once; nothing is refunded.")
        .step("The registrar is asked until it shows that the name is gone.")
        .warn(DeletionWords.afterwards(checked.restorable(), checked.restorePrice()))
        .done();
  }
}
