package io.domainflow.sandbox.account;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.fault.EventFault;
import io.domainflow.sandbox.fault.Faults;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Event;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends events to accounts about their names. */
@Component("sandboxEvents")
@ConditionalOnSandbox
public class Events {

  private static final String TRANSFER = "DOMAIN_TRANSFER";

  private final Faults faults;

  Events(Faults faults) {
    this.faults = faults;
  }

  /** Tells an account about a transfer; another registrar, or another account, is not told. */
  public void tellOfTransfer(
      @Nullable String account,
      Transfer transfer,
      String subclass,
      String info,
      Instant at,
      Transaction transaction) {
    if (account != null && transaction.find(Table.ACCOUNTS, account).isPresent()) {
      tell(account, transfer.domain(), TRANSFER, subclass, info, at, transaction);
    }
  }

  /** Tells the account that has a name about its change of registrant. */
  public void tellOfTrade(Trade trade, String subclass, Instant at, Transaction transaction) {
    tell(trade.account(), trade.domain(), "DOMAIN_TRADE", subclass, "", at, transaction);
  }

  /**
   * Tells an account about a name; a HEXONET account only in profile A.
   *
   * @param info further text; at CentralNic Reseller, the lines of the event's data
   */
  public void tell(
      String account,
      String domain,
      String eventClass,
      String subclass,
      String info,
      Instant at,
      Transaction transaction) {
    if (Profile.of(transaction) == Profile.B && Platform.of(account) == Platform.ISPAPI) {
      return;
    }
    EventFault fault = faults.takeEventFault(domain, transaction);
    for (int i = 0; i < fault.copies(); i++) {
      transaction.put(
          Table.EVENTS,
          new Event(
              22_000_000 + transaction.next("event"),
              at,
              at.plus(fault.delay()),
              account,
              eventClass,
              subclass,
              "domain:" + domain,
              info,
              false));
    }
  }
}
