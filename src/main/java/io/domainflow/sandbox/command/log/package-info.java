/** Handlers of the commands that list what happened: events, objects and the object log. */
@NullMarked
package io.domainflow.sandbox.command.log;

import org.jspecify.annotations.NullMarked;
