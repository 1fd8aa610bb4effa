/**
 * Follows up what a registrant still has to do for a name that is registered: reminds, and checks
 * what happened.
 */
@NullMarked
package io.domainflow.process.registrantduty;

import org.jspecify.annotations.NullMarked;
