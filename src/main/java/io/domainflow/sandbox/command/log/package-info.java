/** Handlers of the commands that list what happened: events, objects and the object log. */
package io.domainflow.sandbox.command.log;
