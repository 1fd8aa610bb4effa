/**
 * A simulated registrar for trials and tests: the line protocol, a stateful registry, a ledger, a
 * clock and faults. It has its own parser of commands, so that mistakes of the client show. Not in
 * production's jar.
 *
 * <p>A call goes {@code endpoint.ApiController} → {@code endpoint.Dispatcher} → one {@code
 * command.CommandHandler} → {@code state.Transaction}. This package contains what all the others
 * use: the settings, the switch, and the marks for the evidence of a behaviour.
 */
@NullMarked
package io.domainflow.sandbox;

import org.jspecify.annotations.NullMarked;
