/**
 * The wire format: calls and answers, codes and refusals, dates and patterns. It does not depend on
 * commands or stored data.
 */
@NullMarked
package io.domainflow.sandbox.wire;

import org.jspecify.annotations.NullMarked;
