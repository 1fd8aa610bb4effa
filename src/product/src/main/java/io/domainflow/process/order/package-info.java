/**
 * Implements on the engine what the package {@code order} needs: it starts and cancels the process
 * of an order, reads the current steps and comments of orders, and tells a waiting order about an
 * event.
 */
@NullMarked
package io.domainflow.process.order;

import org.jspecify.annotations.NullMarked;
