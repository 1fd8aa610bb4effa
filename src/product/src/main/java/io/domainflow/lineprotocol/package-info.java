/**
 * The parts that the platforms with the line protocol share: one HTTP call for a command, never
 * repeated; the translation of commands and answers; the meaning of result codes. A platform's
 * commands and parameters are in the package of its dialect.
 */
@NullMarked
package io.domainflow.lineprotocol;

import org.jspecify.annotations.NullMarked;
