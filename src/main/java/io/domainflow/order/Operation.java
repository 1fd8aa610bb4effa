package io.domainflow.order;

/** What an order wants done to a name. Named by the caller, never guessed from a filled field. */
public enum Operation {
  REGISTER
}
