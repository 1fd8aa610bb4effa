package io.domainflow.registrar;

/**
 * Why a registrar refuses, as far as Domainflow reacts to it. A registrar distinguishes more
 * reasons; its message is kept as well.
 */
public enum RefusalReason {
  /** The object does not exist: no such name or contact, or no transfer under way. */
  NOT_FOUND,
  /** The object exists, but belongs to another account. */
  OF_ANOTHER_ACCOUNT,
  /** The object already exists, such as a name that has since been registered. */
  ALREADY_THERE,
  /** The name has since been registered. */
  NAME_TAKEN,
  /** The status of the name does not allow it, such as a transfer lock. */
  STATUS_PROHIBITS,
  /** Something other than the status of the name prevents it for now. */
  NOT_NOW,
  /** The command does not exist for such names, such as a renewal where the registry has none. */
  NOT_OFFERED,
  /** The registrar does not know the command at all. */
  UNKNOWN_COMMAND,
  /** The registrar does not know a field that was sent. */
  UNKNOWN_FIELD,
  /** The value of a field cannot be changed. */
  FIELD_IS_FIXED,
  /** A required field was not sent. */
  VALUE_MISSING,
  /** A value has the wrong format. */
  VALUE_MALFORMED,
  /** The content of a value is not accepted. */
  VALUE_REFUSED,
  TOO_EARLY_TO_RENEW,
  /** Login or password is wrong. */
  LOGIN,
  /** The login is not accepted from this network address. */
  ADDRESS,
  /** The registrar suspects abuse and has stopped the account: each further call makes it worse. */
  ACCOUNT_STOPPED,
  /** The login lacks the right to do this. */
  RIGHT_MISSING,
  /** A different system of the registrar answered, such as its test system. */
  OTHER_SYSTEM,
  /** Anything else. */
  OTHER
}
