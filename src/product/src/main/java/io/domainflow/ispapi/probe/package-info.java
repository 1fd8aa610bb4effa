/**
 * Finds out at ISPAPI whether a command was executed: one class for each command that must not be
 * sent twice.
 */
@NullMarked
package io.domainflow.ispapi.probe;

import org.jspecify.annotations.NullMarked;
