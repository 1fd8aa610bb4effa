/**
 * The wire's HTTP endpoint: reads a call, finds its handler, writes down that it came, and sends
 * the answer, or what a fault makes of it.
 */
package io.domainflow.sandbox.endpoint;
