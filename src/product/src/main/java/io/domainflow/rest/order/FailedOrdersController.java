package io.domainflow.rest.order;

import io.domainflow.order.list.OrderPages;
import io.domainflow.order.list.OrderTrouble.State;
import io.domainflow.rest.LoginAccess;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counts the orders in trouble, for a caller that shows only the number. */
@RestController
class FailedOrdersController {

  private final OrderPages orders;
  private final LoginAccess access;

  FailedOrdersController(OrderPages orders, LoginAccess access) {
    this.orders = orders;
    this.access = access;
  }

  /** The number of orders in trouble among those that the login may see. */
  @GetMapping(path = "/api/v1/order-troubles", produces = MediaType.APPLICATION_JSON_VALUE)
  TroubleCount count(Authentication login) {
    Map<State, Integer> found = orders.inTrouble(access.caller(login));
    return new TroubleCount(
        found.getOrDefault(State.RETRYING, 0), found.getOrDefault(State.STOPPED, 0));
  }
}
