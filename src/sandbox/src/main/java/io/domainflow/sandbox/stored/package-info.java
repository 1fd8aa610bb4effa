/**
 * The stored data of accounts, calls and messages: one record for each kind of row in the state
 * file.
 */
@NullMarked
package io.domainflow.sandbox.stored;

import org.jspecify.annotations.NullMarked;
