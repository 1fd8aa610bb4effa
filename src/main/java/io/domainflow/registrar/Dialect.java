package io.domainflow.registrar;

import io.domainflow.account.Accounts;
import io.domainflow.account.Platform;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Mutation;
import java.time.Duration;

/**
 * How a registrar's platform is spoken to: says our commands in its words, reads its answers, and
 * knows what proves that a command was carried out. What the platform calls its commands and
 * parameters, its codes and its texts are known only to the dialect.
 */
public interface Dialect {

  /** The platform that is spoken to. */
  Platform platform();

  /** The platform's name of a command, such as {@code AddDomain}: for people, logs and metrics. */
  String nameOf(Command<?> command);

  /**
   * The platform's name of a command and what it is about, such as {@code AddDomain for
   * my-name.com}: for people, without personal data.
   */
  String told(Command<?> command);

  /** How many points of the platform's usage quota a command costs. */
  int points(Command<?> command);

  /**
   * The platform's price class of plain names.
   *
   * @param zone such as {@code co.uk}
   */
  String priceClassOf(String zone);

  /**
   * Whether the registrar itself renews a name that is restored after its period, by a year that it
   * charges in addition. Else such a name is renewed by a command.
   */
  boolean renewsWhatIsRestored();

  /**
   * Makes sure that a command can be said, and that it could be found out whether it was carried
   * out.
   *
   * @throws IllegalArgumentException if it has a value that the platform would not take for what it
   *     is
   * @throws IllegalStateException if nothing tells whether it was carried out; it must not be sent
   */
  void check(Mutation<?> command);

  /**
   * Sends a command, once, and reads the answer.
   *
   * @param longest how long the call may take altogether
   * @throws NotSent if the registrar could not be reached; surely not executed
   * @throws NotAccepted if the web server did not let the request in; not executed
   * @throws NoAnswer if the command was sent and its outcome is unknown
   */
  <R> Answer<R> send(Accounts.Access access, Command<R> command, Duration longest);

  /**
   * Finds out whether a command was carried out, by reading only.
   *
   * @param intent the attempt in doubt
   * @param registrar reads for the account of the attempt
   */
  <R> Finding<R> look(Mutation<R> command, Intent intent, Reader registrar);
}
