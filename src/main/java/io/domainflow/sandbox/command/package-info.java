/**
 * What is the same for every command: the handler, the syntax its parameters are checked by, and
 * the pages of a list. Each subject has its handlers in a package below this one, private to it.
 */
@NullMarked
package io.domainflow.sandbox.command;

import org.jspecify.annotations.NullMarked;
