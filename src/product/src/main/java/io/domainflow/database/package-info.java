/**
 * Shared database code: times in rows, the meaning of failures, and transactions that are repeated
 * after a conflict.
 */
@NullMarked
package io.domainflow.database;

import org.jspecify.annotations.NullMarked;
