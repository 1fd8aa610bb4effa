package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import java.time.Duration;

/**
 * Translates our commands for a registrar's platform, parses its answers, and finds out whether a
 * command was executed. Only the dialect knows the platform's commands, parameters, codes and
 * texts.
 */
public interface Dialect {

  /** The platform of this dialect. */
  Platform platform();

  /** The platform's name of a command, such as {@code AddDomain}: for people, logs and metrics. */
  String nameOf(Command<?> command);

  /**
   * The platform's name of a command with its subject, such as {@code AddDomain for my-name.com}:
   * for people, without personal data.
   */
  String describe(Command<?> command);

  /** How many points of the platform's usage quota a command costs. */
  int points(Command<?> command);

  /**
   * The platform's price class of ordinary names.
   *
   * @param zone such as {@code co.uk}
   */
  String priceClassOf(String zone);

  /**
   * Whether the registrar also renews a name that is restored after its period, for an additional
   * charge of a year. Otherwise such a name is renewed by a command.
   */
  boolean renewsWhatIsRestored();

  /**
   * Whether the registrar charges an advance renewal, where a registry does not accept renewal
   * commands, only when it is carried out. Otherwise it is paid when it is ordered.
   */
  boolean chargesRenewalsLater();

  /**
   * Whether the registrar may hide a name on which a registry has not decided yet. Otherwise a name
   * that it does not show was rejected.
   */
  boolean mayHidePending();

  /**
   * Checks that a command can be translated, and that there is a probe for it.
   *
   * @throws IllegalArgumentException if it has a value that the platform would misinterpret
   * @throws IllegalStateException if there is no probe; it must not be sent then
   */
  void check(Mutation<?> command);

  /**
   * Sends a command once and parses the answer.
   *
   * @param longest how long the call may take altogether
   * @throws NotSent if the registrar could not be reached; certainly not executed
   * @throws NotAccepted if the web server rejected the request; not executed
   * @throws NoAnswer if the command was sent and its outcome is unknown
   */
  <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest);

  /**
   * Finds out whether a command was executed, by reading only.
   *
   * @param intent the attempt with the unknown outcome
   * @param registrar reads for the account of the attempt
   */
  <R> ProbeResult<R> probe(Mutation<R> command, Intent intent, Reader registrar);
}
