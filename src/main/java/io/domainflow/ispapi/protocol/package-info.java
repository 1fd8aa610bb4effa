/**
 * The line protocol of ISPAPI: command text out, response text in, and what each result code means.
 * Knows nothing of HTTP or of single commands.
 */
package io.domainflow.ispapi.protocol;
