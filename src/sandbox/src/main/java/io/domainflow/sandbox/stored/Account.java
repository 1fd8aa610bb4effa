package io.domainflow.sandbox.stored;

import io.domainflow.sandbox.Platform;
import java.math.BigDecimal;

/**
 * An account at the registrar.
 *
 * @param balance decreases with each charge
 * @param creditLimit how far the balance may fall below zero
 * @param renewalMode the mode of names registered without one
 */
public record Account(
    String login,
    BigDecimal balance,
    BigDecimal creditLimit,
    String currency,
    String renewalMode,
    boolean modifyDomainFallback,
    boolean automaticOptOut)
    implements Stored {

  /** Represents any other account of the registrar; nobody logs in with it. */
  public static final String ELSEWHERE = "other.user";

  /** Whether an account is one with which nobody logs in, on either platform. */
  public static boolean isElsewhere(String account) {
    return Platform.login(account).equals(ELSEWHERE);
  }

  @Override
  public String key() {
    return login;
  }

  public Account renewing(String mode) {
    return new Account(
        login, balance, creditLimit, currency, mode, modifyDomainFallback, automaticOptOut);
  }

  public Account charged(BigDecimal amount) {
    return new Account(
        login,
        balance.subtract(amount),
        creditLimit,
        currency,
        renewalMode,
        modifyDomainFallback,
        automaticOptOut);
  }
}
