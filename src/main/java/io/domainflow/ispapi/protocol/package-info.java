/**
 * The line protocol of ISPAPI: command text out, response text in; the result codes. Knows nothing
 * of HTTP or of single commands.
 */
package io.domainflow.ispapi.protocol;
