/**
 * Who has agreed to a change of registrant, with the proof, and the disputes that forbid one. What
 * is recorded as consent is never changed or deleted: ICANN may ask for it years later.
 */
@NullMarked
package io.domainflow.consent;

import org.jspecify.annotations.NullMarked;
