/**
 * Translates our commands for ISPAPI, and parses its answers: one {@code …Codec} class for each
 * command. Rules that the registrar's pages do not document state their source.
 */
@NullMarked
package io.domainflow.ispapi.command;

import org.jspecify.annotations.NullMarked;
