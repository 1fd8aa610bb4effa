package io.domainflow.order.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Purchase;
import io.domainflow.order.content.OrderContent;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.owner.Owner;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Hands orders to the intake, as staff or as a client, and stores some without a process. */
final class IntakeDesk {

  private final OrderIntake intake;
  private final Callers callers;
  private final Orders orders;
  private final ObjectMapper json;

  IntakeDesk(OrderIntake intake, Callers callers, Orders orders, ObjectMapper json) {
    this.intake = intake;
    this.callers = callers;
    this.orders = orders;
    this.json = json;
  }

  Caller staff() {
    return callers.of("operator", List.of("operators"));
  }

  Caller billing() {
    return callers.of("billing", List.of("billing"));
  }

  OrderContent read(String operation, String name, String members, Caller caller) {
    return read(operation, name, members, caller, "U-" + UUID.randomUUID());
  }

  OrderContent read(
      String operation, String name, String members, Caller caller, String reference) {
    try {
      return intake.validate(
          (ObjectNode)
              json.readTree(
                  "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s'%s}"
                      .formatted(
                          reference, operation, name, members.isBlank() ? "" : ", " + members)
                      .replace('\'', '"')),
          caller);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(members, e);
    }
  }

  OrderRejected refusal(String operation, String name, String members) {
    OrderRejected refused =
        catchThrowableOfType(OrderRejected.class, () -> read(operation, name, members, staff()));
    assertThat(refused).as(members).isNotNull();
    return refused;
  }

  List<String> problems(String operation, String name, String members) {
    return refusal(operation, name, members).problems().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  UUID stored(OrderContent content, String login, Owner owner) {
    UUID id = UUID.randomUUID();
    assertThat(
            orders.insert(
                new ProvisioningOrder(
                    id,
                    login,
                    owner,
                    content,
                    OrderStatus.IN_PROGRESS,
                    null,
                    null,
                    null,
                    Charged.NO,
                    false,
                    false,
                    Purchase.NOT_BEGUN,
                    "no-process-" + id,
                    0,
                    Instant.now(),
                    Instant.now())))
        .isTrue();
    return id;
  }
}
