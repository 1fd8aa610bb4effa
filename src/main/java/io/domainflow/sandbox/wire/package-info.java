/**
 * The words of the wire: calls and answers, codes and refusals, dates and patterns. It knows
 * nothing of what is asked or kept.
 */
@NullMarked
package io.domainflow.sandbox.wire;

import org.jspecify.annotations.NullMarked;
