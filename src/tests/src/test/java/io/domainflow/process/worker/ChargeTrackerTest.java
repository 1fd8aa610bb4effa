package io.domainflow.process.worker;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderReference;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.RestoreDomain;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What an order has cost when a try of a paid command proves to be none. */
@DomainflowTest
class ChargeTrackerTest {

  private static final Instant UNTIL = Instant.parse("2027-03-01T10:00:00Z");

  private final Registrations registrations;
  private final ChargeTracker money;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final CommandJournal journal;
  private final TransactionTemplate transaction;

  private final DomainName name = DomainName.of(freshName("com"));
  private final RestoreDomain restore = new RestoreDomain(name, RenewalMode.AUTOEXPIRE, null);
  private final RenewDomain renew = new RenewDomain(name, new Period(1), UNTIL, UNTIL, null, true);
  private ProvisioningOrder order;

  @Autowired
  ChargeTrackerTest(
      @LocalServerPort int port,
      ChargeTracker money,
      Orders orders,
      OrderPurchases purchases,
      CommandJournal journal,
      TransactionTemplate transaction) {
    this.registrations = new Registrations(port);
    this.money = money;
    this.orders = orders;
    this.purchases = purchases;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** An order that has not come to a command that changes something. */
  @BeforeEach
  void anOpenOrder() {
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_549', 'times': 100, 'domain': '%s'}"
            .formatted(name.ascii()));
    String reference = registrations.place(name.ascii());
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");
    order = orders.findByReference("billing", OrderReference.of(reference)).orElseThrow();
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.registrarIsWellAgain();
  }

  @Test
  void anAttemptThatWasNeverExecutedKeepsTheEarlierCost() {
    executed(restore);

    assertThat(afterNothing(renew, Charged.YES)).isEqualTo(Charged.YES);
    assertThat(afterNothing(renew, Charged.NO)).as("refunded").isEqualTo(Charged.NO);
    assertThat(afterNothing(renew, Charged.UNKNOWN)).as("in doubt").isEqualTo(Charged.YES);
  }

  @Test
  void anOrderThatHasPaidForNothingElseHasCostNothing() {
    assertThat(afterNothing(renew, Charged.UNKNOWN)).isEqualTo(Charged.NO);

    executed(new DeleteDomain(name));
    assertThat(afterNothing(renew, Charged.UNKNOWN)).as("free of charge").isEqualTo(Charged.NO);

    journal.refused(intend(restore), 545, "no");
    assertThat(afterNothing(renew, Charged.UNKNOWN)).as("refused").isEqualTo(Charged.NO);

    executed(restore);
    transaction.executeWithoutResult(status -> journal.undone(order.id(), RestoreDomain.class));
    assertThat(afterNothing(renew, Charged.UNKNOWN)).as("undone").isEqualTo(Charged.NO);
  }

  /** A restoration that has failed at the registry and been refunded is tried once more. */
  @Test
  void anEarlierTryOfTheSameCommandDoesNotCount() {
    executed(renew);

    assertThat(afterNothing(renew, Charged.UNKNOWN)).isEqualTo(Charged.NO);
  }

  @Test
  void anAttemptOfAPaidCommandMakesTheChargeUnknown() {
    executed(restore);
    Intent intent = intend(renew);
    LockedTask task = task(renew, intent, Charged.YES);

    assertThat(money.after(task, false)).contains(Charged.UNKNOWN);
    assertThat(money.after(task, true)).contains(Charged.YES);
    // or the order would wait for its own turn every ten seconds, through all later moves of the
    // clock
    journal.notExecuted(intent);
  }

  private Charged afterNothing(Mutation<?> command, Charged before) {
    Intent intent = intend(command);
    LockedTask task = task(command, intent, before);
    transaction.executeWithoutResult(
        status -> {
          purchases.charged(order.id(), Charged.UNKNOWN);
          money.nothingDone(task);
        });
    journal.notExecuted(intent);
    Charged after = orders.get(order.id()).charged();
    assertThat(money.after(task, true)).contains(after);
    return after;
  }

  private <A> LockedTask task(Mutation<A> command, Intent intent, Charged before) {
    purchases.charged(order.id(), before);
    Work<A> work = new Work.Changing<>(null, orders.get(order.id()), command, intent);
    return new LockedTask("task", "process", 0, null, work, false);
  }

  private void executed(Mutation<?> command) {
    journal.executed(intend(command));
  }

  private Intent intend(Mutation<?> command) {
    return transaction.execute(
        status ->
            journal
                .intend(order.id(), order.content().account(), command, command.name())
                .orElseThrow());
  }
}
