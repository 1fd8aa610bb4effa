package io.domainflow.registrar;

import io.domainflow.account.RegistrarSystem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test of the connection found.
 *
 * @param message cause and cure, for people
 * @param login the login that was tried
 * @param user the account as the registrar calls it; null if it did not say
 * @param balance null if the registrar did not say
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

  /** The results of a test. */
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
