/**
 * An ISPAPI of our own to try and test against: the wire protocol, a stateful registry, a ledger, a
 * clock and faults. Reads the wire itself, so that a mistake of the client cannot hide.
 */
package io.domainflow.sandbox;
