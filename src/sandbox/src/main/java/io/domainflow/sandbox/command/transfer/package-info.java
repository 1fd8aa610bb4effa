/**
 * Transfers between registrars and accounts, and changes of registrant, which the registrar calls
 * trades. Besides the handlers, it contains the automatic changes.
 */
@NullMarked
package io.domainflow.sandbox.command.transfer;

import org.jspecify.annotations.NullMarked;
