/**
 * What the platforms that speak the same line protocol have in common: one HTTP call for a command,
 * never repeated; how a command is said and its answer read; what the result codes mean. What a
 * platform calls its commands and parameters is in the package of its dialect.
 */
@NullMarked
package io.domainflow.wire;

import org.jspecify.annotations.NullMarked;
