package io.domainflow.process.update;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Updates;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.tld.FormOperation;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives the name the contact with the registrant's other address or phone, at most once. Looks
 * again before: nobody's details are put over another registrant, and none over a change of
 * registrant that runs or a dispute. With some accounts the registrar makes a change of registrant
 * of it, and says so nowhere else; reading back notices.
 */
@Component
class ChangeRegistrantDetailsWorker implements Worker.Changing<ReplaceContacts.Result> {

  private final WantedSettings wantedSettings;
  private final Updates updates;
  private final DisputeHolds holds;
  private final FieldsToSend fields;

  ChangeRegistrantDetailsWorker(
      WantedSettings wantedSettings, Updates updates, DisputeHolds holds, FieldsToSend fields) {
    this.wantedSettings = wantedSettings;
    this.updates = updates;
    this.holds = holds;
    this.fields = fields;
  }

  @Override
  public String topic() {
    return "change-registrant-details";
  }

  @Override
  public Mutation<ReplaceContacts.Result> prepare(ProvisioningOrder order) {
    String handle =
        RevertedRegistrant.first(wantedSettings.of(order))
            .orElseThrow(() -> new IllegalStateException("the registrant has no handle yet"));
    return new ReplaceContacts(
        order.request().domain(),
        Map.of(ContactRole.REGISTRANT, handle),
        fields.withoutExtras(order.request(), FormOperation.UPDATE));
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderRequest request = order.request();
    ReadDomain.Result domain = registrar.ask(request.account(), new ReadDomain(request.domain()));
    Reader reader = registrar.reader(request.account());
    boolean same =
        Optional.ofNullable(domain.ownerContact())
            .equals(RevertedRegistrant.first(updates.get(order.id()).before()));
    if (!same || holds.find(request.domain()).isPresent() || RunningChange.of(order, reader)) {
      throw new NotToBeSent(StepResult.done(Map.of()));
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReplaceContacts.Result sent) {
    if (sent.pending()) {
      updates.pending(order.id(), true);
    }
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    updates.conclude(
        order.id(),
        Section.REGISTRANT_DETAILS,
        SectionState.WANTED,
        UpdateWords.refused(refusal.words()));
    return StepResult.done(Map.of());
  }
}
