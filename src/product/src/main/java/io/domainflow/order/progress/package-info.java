/**
 * The progress of running orders, as the steps of processes record it: its transfer, renewal,
 * deletion and so on, each with a record and a store; the contact handles that were created for it,
 * and its waits.
 */
@NullMarked
package io.domainflow.order.progress;

import org.jspecify.annotations.NullMarked;
