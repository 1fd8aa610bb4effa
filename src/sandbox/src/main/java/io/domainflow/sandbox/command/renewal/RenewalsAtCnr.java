package io.domainflow.sandbox.command.renewal;

import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.registry.Deletions;
import io.domainflow.sandbox.registry.Prices;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Account;
import io.domainflow.sandbox.stored.name.CnrNameDates;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Renewal;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries out the automatic changes of names in accounts at CentralNic Reseller. */
@Component("sandboxRenewalsAtCnr")
@ConditionalOnSandbox
class RenewalsAtCnr {

  private static final int MONTHS_OF_A_YEAR = 12;

  /** The mode that follows one which applies to a single renewal. */
  private static final Map<String, String> AFTERWARDS =
      Map.of(
          "RENEWONCE", "DEFAULT",
          "RENEWONCETHENAUTOEXPIRE", "AUTOEXPIRE",
          "RENEWONCETHENAUTODELETE", "AUTODELETE");

  private final Prices prices;
  private final Ledger ledger;
  private final Deletions deletions;

  RenewalsAtCnr(Prices prices, Ledger ledger, Deletions deletions) {
    this.prices = prices;
    this.ledger = ledger;
    this.deletions = deletions;
  }

  /**
   * Carries out what is due for a name.
   *
   * @return whether it was renewed
   */
  boolean advance(RegisteredName name, Instant at, Transaction transaction) {
    switch (CnrNameDates.next(name)) {
      case COUNT_UP -> transaction.put(Table.NAMES, countedUp(name));
      case CARRY_OUT -> transaction.put(Table.NAMES, name.renewed(name.paidUntil(), paid(name)));
      case DELETION -> deletions.delete(name, at, transaction);
      case RENEWAL -> {
        return renewal(name, at, transaction);
      }
    }
    return false;
  }

  /** The name after the registry has added an unpaid year to its period. */
  private static RegisteredName countedUp(RegisteredName name) {
    return name.renewed(NameDates.expiry(name.expiresAt(), 1), name.renewal());
  }

  private static Renewal paid(RegisteredName name) {
    return Renewal.paid(name.paidUntil());
  }

  private boolean renewal(RegisteredName name, Instant at, Transaction transaction) {
    if (ends(name, transaction)) {
      end(name, at, transaction);
      return false;
    }
    int months = months(name.renewalMode());
    Prices.Price price = prices.year(name, transaction).forMonths(months);
    if (!Ledger.covers(name.accountOrThrow(), price.amount(), transaction)) {
      deletions.delete(name, at, transaction);
      return false;
    }
    ledger.charge(
        name.accountOrThrow(),
        Renewals.AUTOMATIC,
        name.domain(),
        price.amount(),
        price.currency(),
        at,
        transaction);
    Instant until = NameDates.monthsAfter(name.paidUntil(), months);
    transaction.put(
        Table.NAMES,
        renewed(name, until)
            .withRenewalMode(AFTERWARDS.getOrDefault(name.renewalMode(), name.renewalMode())));
    return true;
  }

  /**
   * The name, paid until a later time: a year that the registry has already added is the paid one.
   */
  static RegisteredName renewed(RegisteredName name, Instant until) {
    Instant expires = until.isAfter(name.expiresAt()) ? until : name.expiresAt();
    return name.renewed(expires, Renewal.paid(until));
  }

  private static boolean ends(RegisteredName name, Transaction transaction) {
    String mode =
        name.renewalMode().equals("DEFAULT")
            ? transaction
                .find(Table.ACCOUNTS, name.accountOrThrow())
                .map(Account::renewalMode)
                .orElse("AUTORENEW")
            : name.renewalMode();
    return name.renewal().unpaid() || Renewals.WITHOUT_RENEWAL.contains(mode);
  }

  private void end(RegisteredName name, Instant at, Transaction transaction) {
    if (!CnrNameDates.isGeneric(name.domain())) {
      deletions.delete(name, at, transaction);
      return;
    }
    transaction.put(
        Table.NAMES,
        name.withStatus(RegisteredName.PENDING_DELETE)
            .withRenewal(name.renewal().deletedAt(at.plus(CnrNameDates.SUSPENDED))));
  }

  /** The name after a suspension, to be renewed. */
  static RegisteredName resumed(RegisteredName name, Instant at) {
    return name.withStatus("ACTIVE").withRenewal(Renewal.paid(name.paidUntil()).notBefore(at));
  }

  /** Whether a name is suspended before it is deleted, and can be renewed. */
  static boolean isSuspended(RegisteredName name) {
    return name.status().equals(RegisteredName.PENDING_DELETE) && CnrNameDates.isCountedUp(name);
  }

  private static int months(String mode) {
    return switch (mode) {
      case "AUTORENEWMONTHLY" -> 1;
      case "AUTORENEWQUARTERLY" -> 3;
      default -> MONTHS_OF_A_YEAR;
    };
  }
}
