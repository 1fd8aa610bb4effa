/** Handlers of the commands about contacts. */
package io.domainflow.sandbox.command.contact;
