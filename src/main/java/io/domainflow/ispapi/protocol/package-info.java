/**
 * The line protocol of ISPAPI: command text out, response text in; the result codes. Knows nothing
 * of HTTP or of single commands.
 */
@NullMarked
package io.domainflow.ispapi.protocol;

import org.jspecify.annotations.NullMarked;
