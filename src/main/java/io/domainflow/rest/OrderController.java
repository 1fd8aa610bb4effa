package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.DuplicateOrder;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderCancellation;
import io.domainflow.order.OrderInput;
import io.domainflow.order.OrderProcess;
import io.domainflow.order.OrderReference;
import io.domainflow.order.OrderRejected;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders and tells how they stand. */
@RestController
@RequestMapping(path = "/api/v1/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class OrderController {

  private final OrderProcess process;
  private final Orders orders;
  private final OrderCancellation cancellation;
  private final OrderInput input;
  private final OrderAccess access;
  private final RegistrantChanges changes;

  OrderController(
      OrderProcess process,
      Orders orders,
      OrderCancellation cancellation,
      OrderInput input,
      OrderAccess access,
      RegistrantChanges changes) {
    this.process = process;
    this.orders = orders;
    this.cancellation = cancellation;
    this.input = input;
    this.access = access;
    this.changes = changes;
  }

  /** Places an order. The same order again gets the same answer and is carried out once. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<OrderView> place(
      @RequestBody JsonNode body,
      @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
      Authentication login) {
    try {
      OrderReference reference = process.start(object(body), idempotencyKey);
      return accepted(orders.findByReference(login.getName(), reference).orElseThrow());
    } catch (DuplicateOrder e) {
      if (e.kind() == DuplicateOrder.Kind.REPETITION) {
        return accepted(e.earlier());
      }
      throw e;
    }
  }

  @GetMapping("/{reference}")
  OrderView get(@PathVariable String reference, Authentication login) {
    return view(access.find(reference, login));
  }

  /** Ends an order from whatever it waits for. */
  @PostMapping("/{reference}/cancel")
  OrderView cancel(@PathVariable String reference, Authentication login) {
    return view(cancellation.cancel(access.find(reference, login)));
  }

  /** Has the registrar send the mails again that a transfer waits for. */
  @PostMapping("/{reference}/resend")
  OrderView resend(@PathVariable String reference, Authentication login) {
    return view(input.resendMails(access.find(reference, login)));
  }

  /** Gives an order what it waits for. */
  @PostMapping(path = "/{reference}/input", consumes = MediaType.APPLICATION_JSON_VALUE)
  OrderView input(
      @PathVariable String reference, @RequestBody JsonNode body, Authentication login) {
    return view(input.answer(access.find(reference, login), object(body)));
  }

  /** The trademark notice that stands against the name of an order, to be read and accepted. */
  @GetMapping("/{reference}/claims-notice")
  ClaimsNoticeView claimsNotice(@PathVariable String reference, Authentication login) {
    ProvisioningOrder order = access.find(reference, login);
    return orders
        .noticeText(order.id())
        .map(text -> ClaimsNoticeView.of(order.purchase().notice(), text))
        .orElseThrow(() -> new NoClaimsNotice(reference));
  }

  static ObjectNode object(JsonNode body) {
    if (!(body instanceof ObjectNode content)) {
      throw new OrderRejected(
          List.of(new FieldProblem("body", "WRONG_TYPE", "must be a JSON object")));
    }
    return content;
  }

  private ResponseEntity<OrderView> accepted(ProvisioningOrder order) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/orders/" + order.request().reference()))
        .body(view(order));
  }

  private OrderView view(ProvisioningOrder order) {
    return OrderView.of(
        order,
        order.request().operation() == Operation.CHANGE_REGISTRANT
            ? changes.get(order.id())
            : null);
  }
}
