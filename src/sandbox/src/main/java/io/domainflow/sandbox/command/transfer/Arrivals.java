package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.registry.Contacts;
import io.domainflow.sandbox.registry.NameParameters;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a name to another account or registrar. */
@Component("sandboxArrivals")
@ConditionalOnSandbox
public class Arrivals {

  private final Contacts contacts;

  Arrivals(Contacts contacts) {
    this.contacts = contacts;
  }

  /**
   * The name after it was moved.
   *
   * @param to the new account; null for another registrar
   */
  public RegisteredName moved(
      RegisteredName name, @Nullable String to, int years, Instant at, Transaction transaction) {
    String keeper = to == null ? Account.ELSEWHERE : to;
    Instant expires = NameDates.expiry(name.expiresAt(), years);
    // Another registrar does not know about years paid ahead here.
    Instant paidUntil = to == null ? expires : NameDates.expiry(name.paidUntil(), years);
    return name.movedTo(
        to,
        contacts.copy(name.contacts(), keeper, transaction),
        transaction
            .find(Table.ACCOUNTS, keeper)
            .map(known -> NameParameters.usualMode(keeper, transaction))
            .orElse(name.renewalMode()),
        expires,
        Renewal.paid(paidUntil).notBefore(at),
        at);
  }
}
