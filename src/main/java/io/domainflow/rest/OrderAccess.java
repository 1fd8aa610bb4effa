package io.domainflow.rest;

import io.domainflow.client.ApiClient;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.OrderLog;
import io.domainflow.order.OrderReference;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.owner.Caller;
import io.domainflow.owner.Callers;
import io.domainflow.security.LoginGroups;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Who may see which order: an owner of names those for his names, staff all. An order that somebody
 * may not see does not exist for him.
 */
@Component
class OrderAccess {

  private static final Set<String> WHO_PROVE_CONSENTS =
      Set.of("GROUP_approvers", "GROUP_camunda-admin");

  private static final String STAFF = "our staff";

  private final Orders orders;
  private final Callers callers;

  OrderAccess(Orders orders, Callers callers) {
    this.orders = orders;
    this.callers = callers;
  }

  /** Who asks, and as whom. */
  Caller caller(Authentication login) {
    return callers.of(login.getName(), LoginGroups.ids(login));
  }

  /**
   * Finds an order by its reference or by the id the server gave it; what is logged for the request
   * from then on has its reference.
   *
   * @throws OrderNotFound if there is none that the login may see
   * @throws AmbiguousReference if several others have used the reference whose orders it may see
   */
  ProvisioningOrder find(String referenceOrId, Authentication login) {
    Caller caller = caller(login);
    ProvisioningOrder found =
        // the id first: somebody's reference may look like it
        id(referenceOrId)
            .flatMap(orders::find)
            .filter(order -> caller.maySee(order.owner()))
            .or(() -> reference(referenceOrId).flatMap(reference -> byReference(reference, caller)))
            .orElseThrow(() -> new OrderNotFound(referenceOrId));
    OrderLog.begin(found.request().reference());
    return found;
  }

  /** Whether a login may see what others have ordered. */
  static boolean isStaff(Authentication login) {
    return Callers.isStaff(LoginGroups.ids(login));
  }

  /**
   * A login that has done something for an order, as a reader sees it: of staff callers learn only
   * that.
   *
   * @param login null if nobody did it
   */
  static String shown(String login, Authentication reader) {
    // Of API clients only those act for an order that own it, or did.
    return login == null
            || isStaff(reader)
            || login.equals(reader.getName())
            || ApiClient.isLogin(login)
        ? login
        : STAFF;
  }

  /** Whether a login may see what was agreed to for the orders of others. */
  static boolean seesAllConsents(Authentication login) {
    return isStaff(login)
        && login.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .anyMatch(WHO_PROVE_CONSENTS::contains);
  }

  private Optional<ProvisioningOrder> byReference(OrderReference reference, Caller caller) {
    Optional<ProvisioningOrder> own =
        orders
            .findByReference(caller.login(), reference)
            .filter(order -> caller.maySee(order.owner()));
    if (own.isPresent()) {
      return own;
    }
    List<ProvisioningOrder> all = orders.findByReference(reference, caller);
    if (all.size() > 1) {
      throw new AmbiguousReference(reference.text());
    }
    return all.stream().findFirst();
  }

  private static Optional<OrderReference> reference(String text) {
    try {
      return Optional.of(OrderReference.of(text));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
