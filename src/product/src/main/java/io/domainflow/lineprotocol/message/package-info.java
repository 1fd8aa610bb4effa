/**
 * The line protocol: formatting commands, parsing responses, result codes. Independent of HTTP and
 * of single commands.
 */
@NullMarked
package io.domainflow.lineprotocol.message;

import org.jspecify.annotations.NullMarked;
