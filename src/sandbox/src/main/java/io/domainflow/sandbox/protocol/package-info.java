/**
 * The line protocol: calls and answers, codes and refusals, dates and patterns. It does not depend
 * on commands or stored data.
 */
@NullMarked
package io.domainflow.sandbox.protocol;

import org.jspecify.annotations.NullMarked;
