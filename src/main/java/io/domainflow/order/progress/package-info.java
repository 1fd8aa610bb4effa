/**
 * What the steps of processes record about an order under way: its transfer, renewal, deletion and
 * so on, each with a record and a store; the contact handles that were created for it, and its
 * waits.
 */
@NullMarked
package io.domainflow.order.progress;

import org.jspecify.annotations.NullMarked;
