/**
 * An ISPAPI of our own to try and test against: the wire protocol, a stateful registry, a ledger, a
 * clock and faults. A call goes {@code WireController} → {@code Dispatcher} → one {@code
 * CommandHandler} → {@code Transaction}; it reads the wire itself, so that a mistake of the client
 * cannot hide. Not in production's jar.
 */
package io.domainflow.sandbox;
