/**
 * Names that are set up differently from what was ordered, as the daily check of their account
 * finds them: set right, taken over, or left to a person, as the account wants it.
 */
@NullMarked
package io.domainflow.process.drift;

import org.jspecify.annotations.NullMarked;
