/**
 * The registrar's words for renewal modes. Its default is the setting of the account ({@link
 * DefaultMode}); so is a mode that renews once, because it then falls back to the default. A mode
 * that renews once and then ends the name counts as the mode that follows: the paid period shows
 * that its renewal has been ordered.
 */
@NullMarked
package io.domainflow.cnr;

import org.jspecify.annotations.NullMarked;
