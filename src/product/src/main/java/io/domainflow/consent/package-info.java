/**
 * The consents to changes of registrant, with references to their proof, and the disputes that
 * forbid a change. Recorded consents are never changed or deleted, because ICANN may ask for them
 * years later.
 */
@NullMarked
package io.domainflow.consent;

import org.jspecify.annotations.NullMarked;
