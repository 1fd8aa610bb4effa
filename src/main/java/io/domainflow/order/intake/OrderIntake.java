package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ConsentRights;
import io.domainflow.client.OutOfScope;
import io.domainflow.client.Scope;
import io.domainflow.model.AdditionalFields;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderOwnership;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Purchase;
import io.domainflow.order.intake.DuplicateOrder.Kind;
import io.domainflow.order.wanted.OrderRequest;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.owner.NotTheOwner;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The single entry point for orders: validates an order, refuses duplicates and stores it, in the
 * transaction that starts its process. If it throws, neither the order nor the process exists.
 */
@Component
public class OrderIntake {

  private final OrderRequestReader reader;
  private final Orders orders;
  private final OrderOwnership ownership;
  private final ContentDigest digest;
  private final ContactHandleCheck handles;
  private final FieldConsents consents;
  private final ApiClients clients;
  private final ConsentRights rights;
  private final Callers callers;
  private final Clock clock;

  OrderIntake(
      OrderRequestReader reader,
      Orders orders,
      OrderOwnership ownership,
      ContentDigest digest,
      ContactHandleCheck handles,
      FieldConsents consents,
      ApiClients clients,
      ConsentRights rights,
      Callers callers,
      Clock clock) {
    this.reader = reader;
    this.orders = orders;
    this.ownership = ownership;
    this.digest = digest;
    this.handles = handles;
    this.consents = consents;
    this.clients = clients;
    this.rights = rights;
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
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ProvisioningOrder accept(
      ObjectNode content, String login, Collection<String> groups, String processInstanceId) {
    // Locks a client, so that it cannot join a group before the order is stored.
    Scope scope = clients.scopeForOrder(login);
    Caller caller = callers.of(login, groups);
    OrderRequest request = read(content, caller, scope);
    Optional<DuplicateOrder> earlier = underItsReference(content, request, caller);
    if (earlier.isPresent()) {
      throw earlier.get();
    }
    int priority = orders.priorityOfNext(login, request.operation());
    ProvisioningOrder order = begun(request, caller, processInstanceId, priority);
    // The insert waits for a concurrent one of the same reference or name to end, so a
    // repetition that arrives while the first is still being stored is recognised too.
    while (!orders.insert(order)) {
      Optional<DuplicateOrder> duplicate = duplicate(content, request, caller);
      if (duplicate.isPresent()) {
        throw duplicate.get();
      }
      // The conflicting order ended between the two statements.
    }
    consents.note(order, AdditionalFields.NONE, login);
    return order;
  }

  /**
   * An order as it would be accepted; nothing is stored.
   *
   * @param caller who would place it
   * @throws NotTheOwner if the caller does not own the name
   */
  public ProvisioningOrder draft(OrderRequest request, Caller caller) {
    return begun(request, caller, null, 0);
  }

  private ProvisioningOrder begun(
      OrderRequest request, Caller caller, @Nullable String processInstanceId, int priority) {
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
  public OrderRequest validate(ObjectNode content, Caller caller) {
    return read(content, caller, clients.scopeOf(caller.login()));
  }

  private OrderRequest read(ObjectNode content, Caller caller, Scope scope) {
    // Comes first, because other problems would reveal whether there is an account of that name.
    String account = new OrderFields(content).optional("account");
    if (account != null) {
      scope.checkAccount(account);
    }
    OrderRequest request = reader.read(content, caller, rights.ofLogin(caller.login()));
    scope.check(request.account(), request.operation().name());
    handles.check(request.account(), content, caller.seenOwners());
    return request;
  }

  /**
   * The earlier order that this one conflicts with, if any.
   *
   * @param content the order as sent by the caller
   * @throws NotTheOwner if the caller does not own the name, unless the order was placed before
   */
  public Optional<DuplicateOrder> duplicate(
      ObjectNode content, OrderRequest request, Caller caller) {
    Optional<DuplicateOrder> earlier = underItsReference(content, request, caller);
    if (earlier.isPresent()) {
      return earlier;
    }
    ownership.of(request, caller);
    return orders
        .findOpen(request.account(), request.domain())
        .map(open -> new DuplicateOrder(Kind.NAME_BUSY, open));
  }

  private Optional<DuplicateOrder> underItsReference(
      ObjectNode content, OrderRequest request, Caller caller) {
    return orders
        .findByReference(caller.login(), request.reference())
        .map(same -> new DuplicateOrder(kindOf(same, content, caller), same));
  }

  private Kind kindOf(ProvisioningOrder earlier, ObjectNode content, Caller caller) {
    if (!caller.maySee(earlier.owner())) {
      return Kind.NO_LONGER_YOURS;
    }
    return digest.matches(earlier.request().digest(), content)
        ? Kind.REPETITION
        : Kind.OTHER_CONTENT;
  }
}
