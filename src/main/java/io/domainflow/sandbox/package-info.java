/**
 * An ISPAPI of our own to try and test against: the wire protocol, a stateful registry, a ledger, a
 * clock and faults. It reads the wire itself, so that a mistake of the client cannot hide. Not in
 * production's jar.
 *
 * <p>A call goes {@code endpoint.WireController} → {@code endpoint.Dispatcher} → one {@code
 * command.CommandHandler} → {@code state.Transaction}. This package has what all the others use:
 * the settings, the switch, and the marks that say how well a behaviour is founded.
 */
@NullMarked
package io.domainflow.sandbox;

import org.jspecify.annotations.NullMarked;
