package io.domainflow.process.update;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.Section;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.domain.SectionObstacles;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives the name the contact with the registrant's other address or phone, at most once. Checks
 * again before sending: details that nobody has agreed to are not sent, never overwrite another
 * registrant, and are not sent during a running change of registrant or a dispute. With some
 * accounts the registrar turns the update into a change of registrant without saying so; reading
 * the name back detects that.
 */
@Component
class ChangeRegistrantDetailsWorker implements Worker.Changing<ReplaceContacts.Result> {

  private final UpdateSettings updateSettings;
  private final Updates updates;
  private final SectionObstacles obstacles;
  private final AgreedValues agreed;
  private final FieldsToSend fields;

  ChangeRegistrantDetailsWorker(
      UpdateSettings updateSettings,
      Updates updates,
      SectionObstacles obstacles,
      AgreedValues agreed,
      FieldsToSend fields) {
    this.updateSettings = updateSettings;
    this.updates = updates;
    this.obstacles = obstacles;
    this.agreed = agreed;
    this.fields = fields;
  }

  @Override
  public Mutation<ReplaceContacts.Result> prepare(ProvisioningOrder order) {
    String handle =
        RevertedUpdate.first(updateSettings.of(order))
            .orElseThrow(() -> new IllegalStateException("the registrant has no handle yet"));
    return new ReplaceContacts(
        order.content().domain(),
        Map.of(ContactRole.REGISTRANT, handle),
        fields.withoutExtras(order.content(), FormOperation.UPDATE));
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    ReadDomain.Result domain = registrar.ask(content.account(), new ReadDomain(content.domain()));
    Reader reader = registrar.reader(content.account());
    Optional<String> notAgreed =
        agreed.mayBeSent(order, Section.REGISTRANT_DETAILS)
            ? Optional.empty()
            : Optional.of(UpdateWords.NOT_AGREED);
    notAgreed
        .or(
            () ->
                isAnother(order, domain, reader)
                    ? Optional.of(UpdateWords.REGISTRANT_CHANGED)
                    : Optional.empty())
        .or(
            () ->
                obstacles.of(
                    Section.REGISTRANT_DETAILS,
                    content.domain(),
                    updates.get(order.id()).wanted(),
                    domain))
        .or(
            () ->
                RunningChange.of(order, reader)
                    ? Optional.of(UpdateWords.CHANGE_RUNS)
                    : Optional.empty())
        .ifPresent(
            reason -> {
              leave(order, reason);
              throw new NotToBeSent(StepResult.done(Map.of()));
            });
  }

  /**
   * Whether the name has a different registrant, or different data, than the one the details were
   * merged into.
   */
  private boolean isAnother(ProvisioningOrder order, ReadDomain.Result domain, Reader registrar) {
    Optional<String> present = Optional.ofNullable(domain.ownerContact());
    if (!present.equals(RevertedUpdate.first(updates.get(order.id()).before()))) {
      return true;
    }
    UpdateOrder ordered = order.content().as(UpdateOrder.class);
    Contact joined =
        Objects.requireNonNull(
            ordered.contacts().get(ContactRole.REGISTRANT),
            "the details were joined to a registrant");
    return ordered.registrantDetails() != null
        && !joined.isHandle()
        && present
            .flatMap(registrar::contact)
            .map(ordered.registrantDetails()::applyTo)
            .filter(joined::equals)
            .isEmpty();
  }

  private void leave(ProvisioningOrder order, String reason) {
    updates.conclude(order.id(), Section.REGISTRANT_DETAILS, SectionState.WANTED, reason);
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
    leave(order, UpdateWords.refused(Section.REGISTRANT_DETAILS, Set.of(), refusal));
    return StepResult.done(Map.of());
  }
}
