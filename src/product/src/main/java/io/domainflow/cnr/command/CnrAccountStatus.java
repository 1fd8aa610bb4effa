package io.domainflow.cnr.command;

import io.domainflow.registrar.command.Query;
import org.jspecify.annotations.Nullable;

/** Reads the account of a login. */
record CnrAccountStatus() implements Query<CnrAccountStatus.Result> {

  /**
   * The answer.
   *
   * @param registrar the registrar's name of the account; null if not stated
   * @param currency ISO 4217; null if not stated
   */
  record Result(@Nullable String registrar, @Nullable String currency) {}
}
