/**
 * Handles names whose settings differ from what was ordered, as the daily check of their account
 * finds them: by the account's rules, the settings are corrected, adopted, or left to a person.
 */
@NullMarked
package io.domainflow.process.drift;

import org.jspecify.annotations.NullMarked;
