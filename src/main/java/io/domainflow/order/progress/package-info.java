/**
 * What the steps of processes note of an order under way: its transfer, its renewal, its deletion,
 * each with a record and a store; the contact handles that were made for it, and what it waits for.
 */
@NullMarked
package io.domainflow.order.progress;

import org.jspecify.annotations.NullMarked;
