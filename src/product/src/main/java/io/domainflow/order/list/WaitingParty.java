package io.domainflow.order.list;

/**
 * The parties that orders wait for, as search criteria. An order may match several: if its caller
 * can send input, an operator often can, too.
 */
public enum WaitingParty {
  /** One of our operators, or an administrator who has to fix a failed step. */
  OPERATOR,
  APPROVER,
  /** The caller who placed the order can send input. */
  CALLER,
  /** The registrant, before or after a change of registrant. */
  HOLDER,
  /** The registrar does not answer, or not clearly; Domainflow retries automatically. */
  REGISTRAR,
  /** The registrar has accepted it, and it is being executed there or at the registry. */
  REGISTRY,
  /** Nothing can be done before the date of the next attempt. */
  TIME
}
