/**
 * Storage of the rows: tables and transactions under a single lock, and the file that survives a
 * restart.
 */
@NullMarked
package io.domainflow.sandbox.state;

import org.jspecify.annotations.NullMarked;
