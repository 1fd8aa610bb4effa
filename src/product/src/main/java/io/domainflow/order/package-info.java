/**
 * Orders, their status, and their tables. This package knows that a process carries out an order,
 * but not how. The content of orders is in {@code order.wanted}; what callers, processes and
 * readers do with orders is in the other subpackages.
 */
@NullMarked
package io.domainflow.order;

import org.jspecify.annotations.NullMarked;
