/**
 * The line protocol: command text out, response text in; the result codes. Knows nothing of HTTP or
 * of single commands.
 */
@NullMarked
package io.domainflow.wire.protocol;

import org.jspecify.annotations.NullMarked;
