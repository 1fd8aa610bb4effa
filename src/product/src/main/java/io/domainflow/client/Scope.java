package io.domainflow.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations and accounts that a login may use. A list with only {@link #ALL} means all,
 * including those added later.
 *
 * @param accounts names of accounts
 * @param operations names of operations, as orders have them
 */
public record Scope(List<String> accounts, List<String> operations) {

  /** Stands for all names. */
  public static final String ALL = "*";

  /** The scope of logins that are not clients: their groups decide. */
  static final Scope EVERYTHING = new Scope(List.of(ALL), List.of(ALL));

  static final Scope NOTHING = new Scope(List.of(), List.of());

  /** Keeps copies of the lists. */
  public Scope {
    accounts = List.copyOf(accounts);
    operations = List.copyOf(operations);
  }

  /** Whether the login may see an account. */
  public boolean allowsAccount(String account) {
    return has(accounts, account);
  }

  /** Whether the login may order this operation, on any account. */
  public boolean allowsOperation(String operation) {
    return has(operations, operation);
  }

  /** Whether the login may order this operation on this account. */
  public boolean allows(String account, String operation) {
    return allowsAccount(account) && allowsOperation(operation);
  }

  /** The accounts that the login may see; null for all. */
  public String @Nullable [] seenAccounts() {
    return accounts.contains(ALL) ? null : accounts.toArray(String[]::new);
  }

  /**
   * Refuses an account outside the scope, whether or not it exists.
   *
   * @throws OutOfScope if it is outside
   */
  public void checkAccount(String account) {
    if (!allowsAccount(account)) {
      throw new OutOfScope("account", "your client may not order anything on account " + account);
    }
  }

  /**
   * Refuses an order outside the scope.
   *
   * @throws OutOfScope if account or operation are
   */
  public void check(String account, String operation) {
    checkAccount(account);
    if (!allows(account, operation)) {
      throw new OutOfScope("operation", "your client may not order " + operation);
    }
  }

  private static boolean has(List<String> allowed, String name) {
    return allowed.contains(ALL) || allowed.contains(name);
  }
}
