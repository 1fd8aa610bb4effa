/**
 * What everything that reads our tables needs: times in rows, what a failure means, and a
 * transaction that starts over after a conflict.
 */
@NullMarked
package io.domainflow.database;

import org.jspecify.annotations.NullMarked;
