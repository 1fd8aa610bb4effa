/**
 * The import of names that are already in an account: compares a billing system's list with the
 * registrar's data, and reports the differences.
 */
@NullMarked
package io.domainflow.imports;

import org.jspecify.annotations.NullMarked;
