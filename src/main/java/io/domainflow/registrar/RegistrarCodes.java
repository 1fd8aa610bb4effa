package io.domainflow.registrar;

import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a registrar's codes and words say, for code that has kept them from an earlier answer. */
public interface RegistrarCodes {

  /** What a code says in general; empty for one that is not documented. */
  Optional<String> meaning(int code);

  /** Why the registrar refuses with a code, as far as the code alone shows. */
  RefusalReason reason(int code);

  /** A code with which the registrar says no for a reason. */
  int code(RefusalReason reason);

  /**
   * Whether a command failed. A question that is refused has not failed: that something is not
   * there is an answer to it.
   *
   * @param command the registrar's name of it
   */
  boolean wentWrong(String command, int code);

  /**
   * The parts of a registration that the registrar's words speak of. A text that names contact data
   * without the role concerns all four contacts.
   *
   * @return empty if nothing is recognised
   */
  Set<RegistrationPart> partsNamedIn(String words);

  /** The additional fields that the registrar's words name, in order. */
  Set<String> additionalFieldsNamedIn(String words);

  /** What the registrar's words about a transfer point to. */
  Set<TransferHint> transferHints(String words);

  /** What the registrar's words about a change of registrant point to. */
  Set<ChangeHint> changeHints(String words);

  /** The types of events that the registrar has written down; what others mean is not known. */
  Set<String> documentedEvents();

  /**
   * Until when a transfer lock cannot be taken off, as the words of a refusal say it. The registrar
   * may word it otherwise any day: then this is empty.
   */
  Optional<Instant> lockedUntil(String words);
}
