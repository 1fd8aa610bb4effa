/**
 * Handlers of the commands about the verification of registrants, of which none is ever asked for
 * here.
 */
@NullMarked
package io.domainflow.sandbox.command.verification;

import org.jspecify.annotations.NullMarked;
