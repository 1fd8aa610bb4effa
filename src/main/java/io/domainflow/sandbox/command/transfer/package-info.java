/**
 * Names that change hands: transfers between registrars and accounts, and changes of registrant,
 * which the registrar calls trades. Beside the handlers stands what happens automatically.
 */
@NullMarked
package io.domainflow.sandbox.command.transfer;

import org.jspecify.annotations.NullMarked;
