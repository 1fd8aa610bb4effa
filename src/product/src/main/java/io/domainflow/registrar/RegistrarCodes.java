package io.domainflow.registrar;

import io.domainflow.registrar.command.RegistrationPart;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Interprets stored codes and texts of earlier answers. */
public interface RegistrarCodes {

  /** The general meaning of a code; empty for an undocumented one. */
  Optional<String> meaning(int code);

  /** Why the registrar refuses with a code, as far as the code alone shows. */
  RefusalReason reason(int code);

  /** A code with which the registrar refuses for this reason. */
  int code(RefusalReason reason);

  /**
   * Whether a command failed. A refused query has not failed: «does not exist» is a valid answer.
   *
   * @param command the registrar's name of it
   */
  boolean wentWrong(String command, int code);

  /**
   * The parts of a registration that the registrar's message mentions. A text that mentions contact
   * data without a role concerns all four contacts.
   *
   * @return empty if nothing is recognised
   */
  Set<RegistrationPart> partsNamedIn(String words);

  /** The additional fields that the registrar's message mentions, in order. */
  Set<String> additionalFieldsNamedIn(String words);

  /** The hints in the registrar's message about a transfer. */
  Set<TransferHint> transferHints(String words);

  /** The hints in the registrar's message about a change of registrant. */
  Set<ChangeHint> changeHints(String words);

  /** The types of events that the registrar documents; the meaning of others is not known. */
  Set<String> documentedEvents();

  /**
   * Until when a transfer lock cannot be removed, according to the text of a refusal. The registrar
   * may change the wording at any time; then this is empty.
   */
  Optional<Instant> lockedUntil(String words);
}
