/** Deliberate faults, which wait for a call or an event, and the effect of each kind. */
@NullMarked
package io.domainflow.sandbox.fault;

import org.jspecify.annotations.NullMarked;
