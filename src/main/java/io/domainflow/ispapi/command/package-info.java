/**
 * How our commands are said to ISPAPI, and how its answers are read: one {@code …Wire} class for
 * each command. Where the registrar's pages are silent, it says where a rule comes from.
 */
@NullMarked
package io.domainflow.ispapi.command;

import org.jspecify.annotations.NullMarked;
