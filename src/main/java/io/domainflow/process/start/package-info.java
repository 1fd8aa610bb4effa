/**
 * What precedes an order: the start form with its error messages, and the preview of what an order
 * would do.
 */
@NullMarked
package io.domainflow.process.start;

import org.jspecify.annotations.NullMarked;
