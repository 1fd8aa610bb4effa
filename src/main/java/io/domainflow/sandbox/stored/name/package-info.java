/**
 * What the sandbox remembers of names and of what belongs to them, such as name servers and zones:
 * one record for each kind of row, as it stands in the state file.
 */
@NullMarked
package io.domainflow.sandbox.stored.name;

import org.jspecify.annotations.NullMarked;
