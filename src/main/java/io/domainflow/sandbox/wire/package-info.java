/**
 * The words of the wire: calls and answers, codes and refusals, dates and patterns. It knows
 * nothing of what is asked or kept.
 */
package io.domainflow.sandbox.wire;
