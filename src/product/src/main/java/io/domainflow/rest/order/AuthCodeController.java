package io.domainflow.rest.order;

import io.domainflow.model.AuthCode;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.progress.AuthCodeApprovals;
import io.domainflow.order.progress.AuthCodeApprovals.Approval;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.order.progress.AuthCodes.HandedOver;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.rest.LoginAccess;
import io.domainflow.rest.OrderLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands over the auth code of an order, once. The answer is not stored: there is no idempotency
 * key, which would keep another copy of the code.
 */
@RestController
@RequestMapping(path = OrderLink.ORDERS, produces = MediaType.APPLICATION_JSON_VALUE)
class AuthCodeController {

  private final OrderAccess access;
  private final LoginAccess logins;
  private final DomainOwners owners;
  private final AuthCodes codes;
  private final AuthCodeApprovals approvals;

  AuthCodeController(
      OrderAccess access,
      LoginAccess logins,
      DomainOwners owners,
      AuthCodes codes,
      AuthCodeApprovals approvals) {
    this.access = access;
    this.logins = logins;
    this.owners = owners;
    this.codes = codes;
    this.approvals = approvals;
  }

  /**
   * The code.
   *
   * @param validUntil null if it does not expire
   */
  record AuthCodeView(String authCode, @Nullable Instant validUntil) {

    static AuthCodeView of(HandedOver handedOver) {
      AuthCode code = handedOver.code();
      return new AuthCodeView(code.reveal(), handedOver.validUntil());
    }

    @Override
    public String toString() {
      return "AuthCodeView[***]";
    }
  }

  /** Hands the code to the login that reads it first, and to the same login again for a while. */
  @PostMapping("/{reference}/auth-code")
  ResponseEntity<AuthCodeView> read(@PathVariable String reference, Authentication login) {
    ProvisioningOrder order = access.findToActOn(reference, login);
    if (order.content().operation() != Operation.AUTH_CODE
        || order.status() != OrderStatus.COMPLETED) {
      throw new NoAuthCode(NoAuthCode.Why.NOT_THERE);
    }
    if (!isReadHere(order)) {
      throw new NoAuthCode(NoAuthCode.Why.WITH_HOLDER);
    }
    checkMayRead(order, login);
    checkStillTheirs(order, login);
    checkToPassOn(order, login);
    return codes
        .handOver(order.id(), login.getName())
        .map(AuthCodeView::of)
        .map(view -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view))
        .orElseThrow(() -> new NoAuthCode(NoAuthCode.Why.OVER));
  }

  // Staff may work on every order; an auth code that a customer has ordered is not for them.
  private static void checkMayRead(ProvisioningOrder order, Authentication login) {
    if (LoginAccess.isStaff(login) && !order.login().equals(login.getName())) {
      throw new NoAuthCode(NoAuthCode.Why.OF_ANOTHER);
    }
  }

  // The order stays with the login that has placed it, but the name may not.
  private void checkStillTheirs(ProvisioningOrder order, Authentication login) {
    Owner present = owners.of(order.content().account(), order.content().domain()).orElse(null);
    if (!logins.caller(login).maySee(present)) {
      throw new NoAuthCode(NoAuthCode.Why.OVER);
    }
  }

  // Whatever the policy says: a customer's name could leave with the code of a single person.
  private void checkToPassOn(ProvisioningOrder order, Authentication login) {
    if (LoginAccess.isStaff(login)
        && owners.of(order.content().account(), order.content().domain()).isPresent()
        && approvals
            .find(order.id())
            .map(Approval::approvedBy)
            .filter(approver -> !approver.equals(login.getName()))
            .isEmpty()) {
      throw new NoAuthCode(NoAuthCode.Why.OF_OWNER);
    }
  }

  private static boolean isReadHere(ProvisioningOrder order) {
    return order.content().as(AuthCodeOrder.class).deliver() == AuthCodeOrder.Deliver.CALLER
        && order.outcome() != null
        && order.outcome().code() == Outcome.Code.AUTH_CODE_ISSUED;
  }
}
