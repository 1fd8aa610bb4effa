/**
 * What the sandbox remembers of accounts, calls and messages: one record for each kind of row, as
 * it stands in the state file.
 */
@NullMarked
package io.domainflow.sandbox.stored;

import org.jspecify.annotations.NullMarked;
