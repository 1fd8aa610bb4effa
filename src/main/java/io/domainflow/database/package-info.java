/** What everything that reads our tables needs: times in rows, and what a failure means. */
@NullMarked
package io.domainflow.database;

import org.jspecify.annotations.NullMarked;
