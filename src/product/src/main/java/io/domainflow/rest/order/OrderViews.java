package io.domainflow.rest.order;

import static java.util.stream.Collectors.toMap;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitView;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.list.OrderPages;
import io.domainflow.order.list.OrderPosition;
import io.domainflow.order.list.OrderPositions;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.Timeline;
import io.domainflow.security.LoginGroups;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Builds the views of orders, with what each reader may see. */
@Component
class OrderViews {

  private static final String HIDDEN_METADATA = "not shown to analysts";

  private final OrderPages pages;
  private final OrderPositions places;
  private final RegistrantChanges changes;
  private final Updates updates;

  OrderViews(OrderPages pages, OrderPositions places, RegistrantChanges changes, Updates updates) {
    this.pages = pages;
    this.places = places;
    this.changes = changes;
    this.updates = updates;
  }

  /** The current step of an order's process, and its trouble. */
  OrderPosition place(ProvisioningOrder order) {
    return place(order, places.of(List.of(order)));
  }

  private static OrderPosition place(ProvisioningOrder order, Map<UUID, OrderPosition> where) {
    return Objects.requireNonNull(where.get(order.id()), "each order has a position");
  }

  /** The view of an order that was read with its additional fields. */
  OrderView of(ProvisioningOrder order, Authentication reader) {
    return of(order, place(order), reader);
  }

  /** The same, if its position was looked up before. */
  OrderView of(ProvisioningOrder order, OrderPosition place, Authentication reader) {
    List<String> fields = List.copyOf(order.content().additionalFields().values().keySet());
    return of(order, place, fields, updates(List.of(order)), reader);
  }

  /** The views of many orders, in the same order, with a few statements for all. */
  List<OrderView> of(List<ProvisioningOrder> found, Authentication reader) {
    Map<UUID, OrderPosition> where = places.of(found);
    Map<UUID, List<String>> fields = pages.additionalFields(found);
    Map<UUID, Update> updated = updates(found);
    return found.stream()
        .map(
            order ->
                of(
                    order,
                    place(order, where),
                    fields.getOrDefault(order.id(), List.of()),
                    updated,
                    reader))
        .toList();
  }

  private Map<UUID, Update> updates(List<ProvisioningOrder> found) {
    return updates.find(
        found.stream()
            .filter(order -> order.content().details() instanceof UpdateOrder)
            .map(ProvisioningOrder::id)
            .toList());
  }

  private OrderView of(
      ProvisioningOrder order,
      OrderPosition place,
      List<String> additionalFields,
      Map<UUID, Update> updated,
      Authentication reader) {
    return OrderView.of(
        order,
        LoginAccess.shown(order.login(), reader),
        wait(order, reader),
        order.content().operation() == Operation.CHANGE_REGISTRANT ? changes.get(order.id()) : null,
        updated.get(order.id()),
        place,
        additionalFields,
        metadata(order, reader));
  }

  private static @Nullable WaitView wait(ProvisioningOrder order, Authentication reader) {
    WaitView wait = WaitView.of(order);
    return wait != null && Timeline.isHidden(wait.code(), reader)
        ? wait.withWhat(Timeline.HIDDEN_QUESTION)
        : wait;
  }

  // The content of a caller's metadata is not known; it may be a customer's name.
  private static Map<String, String> metadata(ProvisioningOrder order, Authentication reader) {
    Map<String, String> all = order.content().metadata();
    if (!LoginGroups.isReadOnly(reader)) {
      return all;
    }
    return all.keySet().stream().collect(toMap(name -> name, name -> HIDDEN_METADATA));
  }
}
