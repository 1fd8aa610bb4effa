package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import org.jspecify.annotations.Nullable;

/** Asks whose login this is. */
record StatedAccount() implements Query<StatedAccount.Result> {

  /**
   * The answer.
   *
   * @param registrar the account, as the registrar calls it; null if it does not say
   * @param currency ISO 4217; null if not stated
   */
  record Result(@Nullable String registrar, @Nullable String currency) {}
}
