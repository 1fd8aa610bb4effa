package io.domainflow.order.list;

/**
 * Whom orders wait for, as people look for them. An order may be found under several: what its
 * caller can give, an operator often can, too.
 */
public enum WaitingParty {
  /** One of our operators, or an administrator who repairs what keeps a step from working. */
  OPERATOR,
  APPROVER,
  /** The caller who placed the order can give it something. */
  CALLER,
  /** The registrant, before or after a change of registrant. */
  HOLDER,
  /** The registrar does not answer, or not clearly; it is tried again automatically. */
  REGISTRAR,
  /** The registrar has taken it, and it is being carried out there or at the registry. */
  REGISTRY,
  /** Nothing is to be done but to wait for a day on which it is tried again. */
  TIME
}
