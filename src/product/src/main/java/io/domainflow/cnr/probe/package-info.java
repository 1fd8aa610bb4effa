/**
 * Finds out at CentralNic Reseller whether a command was executed: one class for each command that
 * must not be sent twice.
 */
@NullMarked
package io.domainflow.cnr.probe;

import org.jspecify.annotations.NullMarked;
