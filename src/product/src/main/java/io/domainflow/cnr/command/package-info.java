/**
 * Translates our commands for CentralNic Reseller, and parses its answers: one {@code …Codec} class
 * for each command that is a single one there, one {@code Composed…} class for each that needs
 * several. The registrar's knowledge base has few pages: most names are known from its own modules
 * and SDKs, and each class says what is inferred.
 */
@NullMarked
package io.domainflow.cnr.command;

import org.jspecify.annotations.NullMarked;
