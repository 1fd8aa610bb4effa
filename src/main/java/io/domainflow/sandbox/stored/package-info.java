/**
 * What the sandbox remembers of accounts, calls and messages: one record for each kind of row, as
 * it stands in the state file.
 */
package io.domainflow.sandbox.stored;
