/**
 * The metrics for monitoring: counters of this node's activity, and readings of the database, which
 * are the same from each node. No label has more values than there are accounts, processes,
 * commands or codes.
 */
@NullMarked
package io.domainflow.metrics;

import org.jspecify.annotations.NullMarked;
