/**
 * A fictitious registrar with other names of commands, other numbers and another notation of
 * periods. It shows that a second dialect needs no other changes.
 */
package io.domainflow.seconddialect;
