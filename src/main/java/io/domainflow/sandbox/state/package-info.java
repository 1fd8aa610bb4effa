/**
 * Keeps the rows: tables and transactions over them, one lock for all, and the file that survives a
 * restart.
 */
@NullMarked
package io.domainflow.sandbox.state;

import org.jspecify.annotations.NullMarked;
