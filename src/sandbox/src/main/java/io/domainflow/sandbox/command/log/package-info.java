/** Handlers of the commands that list past events, objects and the object log. */
@NullMarked
package io.domainflow.sandbox.command.log;

import org.jspecify.annotations.NullMarked;
