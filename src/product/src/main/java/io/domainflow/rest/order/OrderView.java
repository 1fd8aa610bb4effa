package io.domainflow.rest.order;

import io.domainflow.order.Charged;
import io.domainflow.order.Cost;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitView;
import io.domainflow.order.content.Operation;
import io.domainflow.order.list.OrderPosition;
import io.domainflow.order.list.OrderTrouble;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.Update;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as its caller sees it: no contacts, no secrets.
 *
 * @param owner the owner
 * @param placedBy login, as the reader may see it
 * @param registrantChange null for other operations, and before the registrar was asked
 * @param sections the state of each section of an update; null for other operations, and before the
 *     name was read
 * @param process key of the process that carries it out
 * @param activities the current activities of the process, by their ids in the model
 * @param trouble the step that could not be carried out
 */
record OrderView(
    UUID id,
    String reference,
    Operation operation,
    String account,
    String domain,
    String domainUnicode,
    @Nullable String owner,
    @Nullable String placedBy,
    OrderedView ordered,
    OrderStatus status,
    @Nullable WaitView waitingFor,
    @Nullable OutcomeView outcome,
    @Nullable FailureView failure,
    Charged charged,
    @Nullable Cost price,
    @Nullable String processInstanceId,
    Instant createdAt,
    Instant updatedAt,
    @Nullable RegistrantChangeView registrantChange,
    @Nullable Map<String, SectionView> sections,
    String process,
    List<String> activities,
    @Nullable OrderTrouble trouble,
    Map<String, String> metadata) {

  /**
   * The differences between the prior and the ordered registrant, only by the names of the members:
   * the caller must not learn who the prior registrant is.
   */
  record RegistrantChangeView(
      List<String> changedFields,
      boolean looksLikeCorrection,
      @Nullable Instant confirmBy,
      int remindersSent) {

    static @Nullable RegistrantChangeView of(RegistrantChange change) {
      return change.before() == null
          ? null
          : new RegistrantChangeView(
              change.before().changedFields(),
              change.before().looksLikeCorrection(),
              change.course().confirmBy(),
              change.course().remindersSent());
    }
  }

  /**
   * The view of an order.
   *
   * @param placedBy login, as the reader may see it
   * @param wait what it waits for, as the reader may see it; null if it does not wait
   * @param change null for other operations
   * @param update null for other operations, and as long as nothing is planned
   * @param additionalFields parameter names of its additional fields
   * @param metadata as the reader may see it
   */
  static OrderView of(
      ProvisioningOrder order,
      @Nullable String placedBy,
      @Nullable WaitView wait,
      @Nullable RegistrantChange change,
      @Nullable Update update,
      OrderPosition place,
      List<String> additionalFields,
      Map<String, String> metadata) {
    Map<String, SectionView> sections = SectionView.of(update, order.status(), order.failure());
    return new OrderView(
        order.id(),
        order.content().reference().text(),
        order.content().operation(),
        order.content().account(),
        order.content().domain().ascii(),
        order.content().domain().unicode(),
        Owner.textOf(order.owner()),
        placedBy,
        OrderedView.of(order.content(), additionalFields),
        order.status(),
        wait,
        order.status() == OrderStatus.COMPLETED ? OutcomeView.of(order.outcome(), sections) : null,
        order.status() == OrderStatus.FAILED ? FailureView.of(order.failure(), sections) : null,
        order.charged(),
        Cost.of(order),
        order.processInstanceId(),
        order.createdAt(),
        order.updatedAt(),
        change == null ? null : RegistrantChangeView.of(change),
        sections,
        place.process(),
        place.activities(),
        place.trouble(),
        metadata);
  }
}
