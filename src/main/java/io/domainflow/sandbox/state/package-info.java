/**
 * Keeps the rows: tables and transactions over them, one lock for all, and the file that survives a
 * restart.
 */
package io.domainflow.sandbox.state;
