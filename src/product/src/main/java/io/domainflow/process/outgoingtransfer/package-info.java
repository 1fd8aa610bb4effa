/**
 * Handles a request by another registrar or account for one of our names: the request is answered,
 * or takes effect automatically.
 */
@NullMarked
package io.domainflow.process.outgoingtransfer;

import org.jspecify.annotations.NullMarked;
