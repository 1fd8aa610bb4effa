package io.domainflow.process.authcode;

import io.domainflow.holder.HolderLinks;
import io.domainflow.holder.HolderMatter;
import io.domainflow.order.OrderEnded;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.NameHandedOver;
import io.domainflow.order.domain.NameHasGone;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.order.wanted.Operation;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what was issued and is no longer anybody's: codes and links of orders that ended otherwise,
 * of names that have gone, and of names that have another owner.
 */
@Component
class EndedAuthCodes {

  private final AuthCodes codes;
  private final HolderLinks links;
  private final LockAgain lock;

  EndedAuthCodes(AuthCodes codes, HolderLinks links, LockAgain lock) {
    this.codes = codes;
    this.links = links;
    this.lock = lock;
  }

  @EventListener
  void ended(OrderEnded end) {
    ProvisioningOrder order = end.order();
    if (order.request().operation() != Operation.AUTH_CODE
        || order.status() == OrderStatus.COMPLETED) {
      return;
    }
    forget(List.of(order.id()));
    if (codes.course(order.id()).unlocked()) {
      lock.want(order);
    }
  }

  @EventListener
  void gone(NameHasGone gone) {
    forget(codes.issued(gone.account(), gone.domain()));
  }

  @EventListener
  void handedOver(NameHandedOver given) {
    forget(codes.issued(given.account(), given.domain()));
    codes.endNow(given.account(), given.domain());
  }

  private void forget(Collection<UUID> of) {
    for (UUID order : of) {
      codes.forget(order);
      links.withdraw(HolderMatter.AUTH_CODE, order.toString());
    }
  }
}
