/**
 * Lists and searches of orders, their positions in the processes, and the comments on their tasks.
 */
@NullMarked
package io.domainflow.order.list;

import org.jspecify.annotations.NullMarked;
