package io.domainflow.registrar;

import io.domainflow.account.RegistrarSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a connection check.
 *
 * @param message cause and remedy, for people
 * @param login the login that was tried
 * @param user the registrar's name of the account; null if not stated
 * @param balance null if not stated
 * @param missingRights commands that the login may not use
 * @param registrarCode result code that decided; null if there was no answer
 */
public record ConnectionReport(
    boolean good,
    Cause cause,
    String message,
    RegistrarSystem system,
    String login,
    @Nullable String user,
    @Nullable Balance balance,
    List<String> missingRights,
    @Nullable Integer registrarCode) {

  public ConnectionReport {
    missingRights = List.copyOf(missingRights);
  }

  /**
   * The money of the account, as the registrar states it; null for what it does not state.
   *
   * @param amount decimal number, negative when in debt
   * @param creditLimit how far it may go below zero
   * @param currency ISO 4217
   */
  public record Balance(
      @Nullable String amount, @Nullable String creditLimit, @Nullable String currency) {}

  /** The possible results of a check. */
  public enum Cause {
    GOOD,
    LOGIN_REFUSED,
    OTHER_SYSTEM,
    ADDRESS_REFUSED,
    ACCOUNT_STOPPED,
    MISSING_RIGHT,
    HOST_UNKNOWN,
    CONNECTION_REFUSED,
    NO_SECURE_CONNECTION,
    NO_ANSWER_IN_TIME,
    CONNECTION_LOST,
    THROTTLED,
    REGISTRAR_BUSY,
    NOT_THE_REGISTRAR,
    UNEXPECTED_ANSWER
  }
}
