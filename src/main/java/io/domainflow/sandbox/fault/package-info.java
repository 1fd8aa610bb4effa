/**
 * What goes wrong on purpose: the faults that wait for a call or an event, and what each kind does.
 */
@NullMarked
package io.domainflow.sandbox.fault;

import org.jspecify.annotations.NullMarked;
