package io.domainflow.registrar.command;

/** Where a name comes from. */
public enum TransferKind {
  /** From another registrar. */
  REQUEST,
  /** From another account of this registrar. */
  USERTRANSFER
}
