package io.domainflow.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.client.ApiClients;
import io.domainflow.client.OutOfScope;
import io.domainflow.client.Scope;
import io.domainflow.model.AdditionalFields;
import io.domainflow.order.DuplicateOrder.Kind;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one guard for every way in: validates an order, refuses duplicates and stores it, in the
 * transaction that starts its process. If it throws, neither the order nor the process exists.
 */
@Component
public class OrderIntake {

  private final OrderRequestReader reader;
  private final Orders orders;
  private final FieldConsents consents;
  private final ApiClients clients;
  private final Clock clock;

  OrderIntake(
      OrderRequestReader reader,
      Orders orders,
      FieldConsents consents,
      ApiClients clients,
      Clock clock) {
    this.reader = reader;
    this.orders = orders;
    this.consents = consents;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Takes an order in.
   *
   * @param content the order as the caller wrote it
   * @param login who places it
   * @throws OutOfScope if the login may not order this
   * @throws OrderRejected with everything that is wrong
   * @throws DuplicateOrder if it meets an earlier order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ProvisioningOrder accept(ObjectNode content, String login, String processInstanceId) {
    OrderRequest request = read(content, clients.scopeForOrder(login));
    int priority = orders.priorityOfNext(login, request.operation());
    ProvisioningOrder order = begun(request, login, processInstanceId, priority);
    // The insert waits for a concurrent one of the same reference or name to end, so a
    // repetition that arrives while the first is still being stored is recognised too.
    while (!orders.insert(order)) {
      Optional<DuplicateOrder> duplicate = duplicate(request, login);
      if (duplicate.isPresent()) {
        throw duplicate.get();
      }
      // The order in the way ended between the two statements.
    }
    consents.note(order, AdditionalFields.NONE, login);
    return order;
  }

  /**
   * An order as it would be taken in; nothing is stored.
   *
   * @param login who would place it
   */
  public ProvisioningOrder draft(OrderRequest request, String login) {
    return begun(request, login, null, 0);
  }

  private ProvisioningOrder begun(
      OrderRequest request, String login, String processInstanceId, int priority) {
    return new ProvisioningOrder(
        UUID.randomUUID(),
        login,
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
   * @param login who places it
   * @throws OutOfScope if the login may not order this
   * @throws OrderRejected with everything that is wrong
   */
  public OrderRequest validate(ObjectNode content, String login) {
    return read(content, clients.scopeOf(login));
  }

  private OrderRequest read(ObjectNode content, Scope scope) {
    // Comes first: what else is wrong would tell whether there is an account of that name.
    String account = new OrderFields(content).optional("account");
    if (account != null) {
      scope.checkAccount(account);
    }
    OrderRequest request = reader.read(content);
    scope.check(request.account(), request.operation().name());
    return request;
  }

  /** The earlier order that this one would meet, if it does. */
  public Optional<DuplicateOrder> duplicate(OrderRequest request, String login) {
    Optional<ProvisioningOrder> same = orders.findByReference(login, request.reference());
    if (same.isPresent()) {
      boolean repetition = same.get().request().digest().equals(request.digest());
      return Optional.of(
          new DuplicateOrder(repetition ? Kind.REPETITION : Kind.OTHER_CONTENT, same.get()));
    }
    return orders
        .findOpen(request.account(), request.domain())
        .map(open -> new DuplicateOrder(Kind.NAME_BUSY, open));
  }
}
