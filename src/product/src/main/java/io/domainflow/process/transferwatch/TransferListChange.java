package io.domainflow.process.transferwatch;

/** The ways in which the list of transfers can differ from the stored state of a transfer. */
enum TransferListChange {
  /** The name is not on the list. */
  GONE,
  /** The transfer has ended, in one way or another. */
  OVER,
  /** The transfer waits for the registrant's confirmation. */
  CONFIRMATION_MAIL,
  /** The transfer waits for the registry. */
  AT_REGISTRY
}
