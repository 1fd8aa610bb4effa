/** Handlers of the commands about DNS zones and about name servers below a name. */
@NullMarked
package io.domainflow.sandbox.command.dns;

import org.jspecify.annotations.NullMarked;
