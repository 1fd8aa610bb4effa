/**
 * Names that change hands: transfers between registrars and accounts, and changes of registrant,
 * which the registrar calls trades. Beside the handlers stands what goes on by itself.
 */
package io.domainflow.sandbox.command.transfer;
