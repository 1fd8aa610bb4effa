/**
 * Requests by callers: parsing, checking and accepting orders, dry runs, the input that an order
 * waits for, its cancellation. All problems of a request are reported at once.
 */
@NullMarked
package io.domainflow.order.intake;

import org.jspecify.annotations.NullMarked;
