/**
 * The stored data of names and related objects, such as name servers and zones: one record for each
 * kind of row in the state file.
 */
@NullMarked
package io.domainflow.sandbox.stored.name;

import org.jspecify.annotations.NullMarked;
