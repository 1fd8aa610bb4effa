/**
 * The HTTP endpoint: reads a call, finds its handler, records the call, and sends the answer,
 * changed by a fault if there is one.
 */
@NullMarked
package io.domainflow.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
