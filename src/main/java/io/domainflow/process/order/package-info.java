/**
 * What the package {@code order} asks of the engine: to start and cancel the process of an order,
 * where orders stand, what is noted on them, and to tell one that waits that there is news.
 */
@NullMarked
package io.domainflow.process.order;

import org.jspecify.annotations.NullMarked;
