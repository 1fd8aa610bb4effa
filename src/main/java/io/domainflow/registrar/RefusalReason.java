package io.domainflow.registrar;

/**
 * Why a registrar refuses, as far as the product acts on it. A registrar tells more reasons apart;
 * its own words are kept beside this one.
 */
public enum RefusalReason {
  /** What the command is about does not exist: no such name or contact, no running transfer. */
  NOT_FOUND,
  /** What the command is about exists, but belongs to another account. */
  OF_ANOTHER_ACCOUNT,
  /** It is there already, such as a name that has been registered meanwhile. */
  ALREADY_THERE,
  /** The name has been registered meanwhile. */
  NAME_TAKEN,
  /** The status of the name does not allow it, such as a transfer lock. */
  STATUS_PROHIBITS,
  /** Something other than the status of the name prevents it for now. */
  NOT_NOW,
  /** The command does not exist for names of this kind, as a renewal where a registry has none. */
  NOT_OFFERED,
  /** The registrar does not know the command at all. */
  UNKNOWN_COMMAND,
  /** The registrar does not know one of the fields that were sent. */
  UNKNOWN_FIELD,
  /** A field has a value that cannot be changed. */
  FIELD_IS_FIXED,
  /** A field that is needed was not sent. */
  VALUE_MISSING,
  /** A value does not have the form it must have. */
  VALUE_MALFORMED,
  /** A value is not accepted for what it says. */
  VALUE_REFUSED,
  TOO_EARLY_TO_RENEW,
  /** Login or password is wrong. */
  LOGIN,
  /** The login is not accepted from this network address. */
  ADDRESS,
  /** The registrar sees abuse and has stopped the account: each further call makes it worse. */
  ACCOUNT_STOPPED,
  /** The login lacks the right to do this. */
  RIGHT_MISSING,
  /** What answers is another system of the registrar, such as its test system. */
  OTHER_SYSTEM,
  /** Anything else. */
  OTHER
}
