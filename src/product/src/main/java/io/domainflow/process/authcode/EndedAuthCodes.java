package io.domainflow.process.authcode;

import io.domainflow.consent.NameDisputed;
import io.domainflow.holder.HolderLinkKind;
import io.domainflow.holder.HolderLinks;
import io.domainflow.model.AuthCode;
import io.domainflow.model.DomainName;
import io.domainflow.order.OrderEnded;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.domain.DomainLeftAccount;
import io.domainflow.order.domain.DomainOwnerChanged;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.order.ImmediateCheck;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Voids codes and links that no longer belong to anybody: those of orders that ended otherwise, and
 * of names that have left, are disputed, or have another owner or registrant.
 */
@Component
class EndedAuthCodes {

  private final AuthCodes codes;
  private final HolderLinks links;
  private final LockAgain lock;
  private final StoredDomains domains;
  private final OrderedNames names;
  private final Orders orders;
  private final ImmediateCheck check;

  EndedAuthCodes(
      AuthCodes codes,
      HolderLinks links,
      LockAgain lock,
      StoredDomains domains,
      OrderedNames names,
      Orders orders,
      ImmediateCheck check) {
    this.codes = codes;
    this.links = links;
    this.lock = lock;
    this.domains = domains;
    this.names = names;
    this.orders = orders;
    this.check = check;
  }

  @EventListener
  void ended(OrderEnded end) {
    ProvisioningOrder order = end.order();
    boolean done = order.status() == OrderStatus.COMPLETED;
    switch (order.content().operation()) {
      case AUTH_CODE -> {
        if (!done) {
          endedOtherwise(order);
        }
      }
      case CHANGE_REGISTRANT -> {
        // the prior registrant may still have the link, and the code
        if (done && order.outcomeOrThrow().code() == Outcome.Code.REGISTRANT_CHANGED) {
          endNow(order.content().account(), order.content().domain());
        }
      }
      default -> {}
    }
  }

  private void endedOtherwise(ProvisioningOrder order) {
    forget(List.of(order.id()));
    if (codes.course(order.id()).unlocked()) {
      lock.want(order);
    }
  }

  // before the orders of the name end, which would otherwise set its lock again
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void gone(DomainLeftAccount gone) {
    forget(codes.issued(gone.account(), gone.domain()));
    codes.gone(gone.account(), gone.domain());
  }

  @EventListener
  void handedOver(DomainOwnerChanged given) {
    endNow(given.account(), given.domain());
  }

  /** A disputed name does not leave. */
  @EventListener
  void disputed(NameDisputed disputed) {
    // first: a step that is just getting a code either ends before this, or sees the dispute
    List<ProvisioningOrder> open =
        names.inWork(List.of(disputed.domain())).stream()
            .filter(order -> order.operation() == Operation.AUTH_CODE)
            .map(order -> orders.lock(order.id()))
            .toList();
    domains.accounts(disputed.domain()).forEach(account -> endNow(account, disputed.domain()));
    open.forEach(order -> check.of(order.processInstanceId()));
  }

  /** The code of another order for the same name has made these codes void. */
  void replaced(ProvisioningOrder order, AuthCode code) {
    forget(codes.others(order, code));
  }

  /** Withdraws what was issued for a name, and has the opened lock set again at once. */
  void endNow(String account, DomainName domain) {
    forget(codes.issued(account, domain));
    codes.endNow(account, domain);
    check.ofCalled(account, domain);
  }

  private void forget(Collection<UUID> of) {
    for (UUID order : of) {
      codes.forget(order);
      links.withdraw(HolderLinkKind.AUTH_CODE, order.toString());
    }
  }
}
