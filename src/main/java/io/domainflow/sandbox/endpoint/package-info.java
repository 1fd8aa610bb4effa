/**
 * The wire's HTTP endpoint: reads a call, finds its handler, writes down that it came, and sends
 * the answer, or what a fault makes of it.
 */
@NullMarked
package io.domainflow.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
