/**
 * The common parts of commands: the handler, the syntax check of parameters, and the pages of a
 * list. Each subject has its handlers in a package below this one, private to it.
 */
@NullMarked
package io.domainflow.sandbox.command;

import org.jspecify.annotations.NullMarked;
