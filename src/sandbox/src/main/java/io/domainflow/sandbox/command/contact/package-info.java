/** Handlers of the commands about contacts. */
@NullMarked
package io.domainflow.sandbox.command.contact;

import org.jspecify.annotations.NullMarked;
