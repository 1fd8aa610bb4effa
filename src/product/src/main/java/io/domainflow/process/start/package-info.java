/** The start form of an order with its error messages, and the preview of an order. */
@NullMarked
package io.domainflow.process.start;

import org.jspecify.annotations.NullMarked;
