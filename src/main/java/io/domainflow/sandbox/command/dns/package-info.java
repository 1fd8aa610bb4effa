/** Handlers of the commands about DNS zones and about name servers below a name. */
package io.domainflow.sandbox.command.dns;
