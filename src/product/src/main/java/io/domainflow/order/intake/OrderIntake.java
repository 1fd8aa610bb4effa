package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ConsentRights;
import io.domainflow.client.OutOfScope;
import io.domainflow.client.Scope;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.AdditionalFields;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.OrderOwnership;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Purchase;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.limits.GivingWay;
import io.domainflow.order.limits.OpenOrderLimit;
import io.domainflow.order.limits.TooManyOpenOrders;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.owner.NotTheOwner;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The single entry point for orders: validates an order, refuses duplicates and stores it, in the
 * transaction that starts its process. If it throws, neither the order nor the process exists.
 */
@Component
public class OrderIntake {

  private final OrderContentReader reader;
  private final Orders orders;
  private final OrderEvents events;
  private final OrderOwnership ownership;
  private final ContentDigest digest;
  private final ContactHandleCheck handles;
  private final FieldConsents consents;
  private final ApiClients clients;
  private final ConsentRights rights;
  private final OpenOrderLimit limit;
  private final OrderProcess process;
  private final Callers callers;
  private final Clock clock;

  OrderIntake(
      OrderContentReader reader,
      Orders orders,
      OrderEvents events,
      OrderOwnership ownership,
      ContentDigest digest,
      ContactHandleCheck handles,
      FieldConsents consents,
      ApiClients clients,
      ConsentRights rights,
      OpenOrderLimit limit,
      // lazy, because it starts processes, which hand their orders to this
      @Lazy OrderProcess process,
      Callers callers,
      Clock clock) {
    this.reader = reader;
    this.orders = orders;
    this.events = events;
    this.ownership = ownership;
    this.digest = digest;
    this.handles = handles;
    this.consents = consents;
    this.clients = clients;
    this.rights = rights;
    this.limit = limit;
    this.process = process;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * Accepts an order.
   *
   * @param content the order as sent by the caller
   * @param login who places it
   * @param groups ids of the login's groups in the engine
   * @throws OutOfScope if the login may not place this order
   * @throws OrderRejected with all problems
   * @throws DuplicateOrder if it conflicts with an earlier order
   * @throws NotTheOwner if the caller does not own the name
   * @throws TooManyOpenOrders if the caller has as many open orders as allowed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ProvisioningOrder accept(
      ObjectNode content, String login, Collection<String> groups, String processInstanceId) {
    // Locks a client, so that it cannot join a group before the order is stored.
    Scope scope = clients.scopeForOrder(login);
    Caller caller = callers.of(login, groups);
    OrderContent request = read(content, caller, scope);
    Optional<DuplicateOrder> earlier = underItsReference(content, request, caller);
    if (earlier.isPresent()) {
      throw earlier.get();
    }
    int priority = orders.priorityOfNext(login, request.operation());
    ProvisioningOrder order = begun(request, caller, processInstanceId, priority);
    overtaken(order).ifPresent(open -> giveWay(open, order));
    // An order that gives way is not open any longer.
    limit.check(caller);
    // The insert waits for a concurrent one of the same reference or name to end, so a
    // repetition that arrives while the first is still being stored is recognised too.
    while (!orders.insert(order)) {
      Optional<DuplicateOrder> duplicate = duplicate(content, request, caller);
      if (duplicate.isPresent()) {
        throw duplicate.get();
      }
      // The conflicting order ended between the two statements, or waits for its approver by now.
      overtaken(order).ifPresent(open -> giveWay(open, order));
    }
    consents.note(order, AdditionalFields.NONE, login);
    return order;
  }

  /** The open order that would give way to this one, if any. */
  public Optional<ProvisioningOrder> overtaken(ProvisioningOrder order) {
    return GivingWay.isTo(order.content().operation())
        ? orders
            .findOpen(order.content().account(), order.content().domain())
            .filter(open -> GivingWay.gives(open, order))
        : Optional.empty();
  }

  private void giveWay(ProvisioningOrder open, ProvisioningOrder order) {
    // locked, because the approver may decide at this moment: then it is busy
    ProvisioningOrder locked = orders.lock(open.id());
    if (!GivingWay.gives(locked, order)) {
      return;
    }
    OrderContent to = order.content();
    events.note(
        locked.id(),
        Kind.GAVE_WAY,
        "%s of the name (order %s)".formatted(to.operation().words(), to.reference()),
        order.login());
    orders.cancel(locked.id(), order.login());
    process.cancel(locked);
  }

  /**
   * An order as it would be accepted; nothing is stored.
   *
   * @param caller who would place it
   * @throws NotTheOwner if the caller does not own the name
   */
  public ProvisioningOrder draft(OrderContent request, Caller caller) {
    return begun(request, caller, null, 0);
  }

  private ProvisioningOrder begun(
      OrderContent request, Caller caller, @Nullable String processInstanceId, int priority) {
    return new ProvisioningOrder(
        UUID.randomUUID(),
        caller.login(),
        ownership.of(request, caller),
        request,
        OrderStatus.IN_PROGRESS,
        null,
        null,
        null,
        Charged.NO,
        false,
        false,
        Purchase.NOT_BEGUN,
        processInstanceId,
        priority,
        clock.instant(),
        clock.instant());
  }

  /**
   * Reads an order without storing anything.
   *
   * @param caller who places it
   * @throws OutOfScope if the login may not place this order
   * @throws OrderRejected with all problems
   */
  public OrderContent validate(ObjectNode content, Caller caller) {
    return read(content, caller, clients.scopeOf(caller.login()));
  }

  private OrderContent read(ObjectNode content, Caller caller, Scope scope) {
    // Comes first, because other problems would reveal whether there is an account of that name.
    String account = new JsonMembers(content).optional("account");
    if (account != null) {
      scope.checkAccount(account);
    }
    OrderContent request = reader.read(content, caller, rights.ofLogin(caller.login()));
    scope.check(request.account(), request.operation().name());
    handles.check(request.account(), content, caller.seenOwners());
    return request;
  }

  /**
   * The earlier order that this one conflicts with, if any.
   *
   * @param content the order as sent by the caller
   * @throws NotTheOwner if the caller does not own the name, unless the order was placed before
   * @throws TooManyOpenOrders if the caller has as many open orders as allowed
   */
  public Optional<DuplicateOrder> duplicate(
      ObjectNode content, OrderContent request, Caller caller) {
    Optional<DuplicateOrder> earlier = underItsReference(content, request, caller);
    if (earlier.isPresent()) {
      return earlier;
    }
    ProvisioningOrder order = draft(request, caller);
    Optional<ProvisioningOrder> open = orders.findOpen(request.account(), request.domain());
    if (open.isEmpty()) {
      limit.check(caller);
    }
    return open.filter(busy -> !GivingWay.gives(busy, order))
        .map(busy -> new DuplicateOrder(DuplicateOrder.Kind.NAME_BUSY, busy));
  }

  private Optional<DuplicateOrder> underItsReference(
      ObjectNode content, OrderContent request, Caller caller) {
    return orders
        .findByReference(caller.login(), request.reference())
        .map(same -> new DuplicateOrder(kindOf(same, content, caller), same));
  }

  private DuplicateOrder.Kind kindOf(ProvisioningOrder earlier, ObjectNode content, Caller caller) {
    if (!caller.maySee(earlier.owner())) {
      return DuplicateOrder.Kind.NO_LONGER_YOURS;
    }
    return digest.matches(earlier.content().digest(), content)
        ? DuplicateOrder.Kind.REPETITION
        : DuplicateOrder.Kind.OTHER_CONTENT;
  }
}
