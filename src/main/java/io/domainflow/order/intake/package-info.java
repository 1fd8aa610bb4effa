/**
 * What callers bring: orders read, checked and taken in, or only tried, the input that an order
 * waits for, its cancellation. All problems of a call are reported at once.
 */
@NullMarked
package io.domainflow.order.intake;

import org.jspecify.annotations.NullMarked;
