/**
 * What an order is, how far it has come, and its rows in the database. Knows that a process carries
 * it out, but not how. What can be ordered is in {@code order.wanted}; what callers, processes and
 * readers do with orders is in the other packages below this one.
 */
@NullMarked
package io.domainflow.order;

import org.jspecify.annotations.NullMarked;
