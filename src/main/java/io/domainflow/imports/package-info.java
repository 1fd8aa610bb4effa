/**
 * The import of names that an account has already: what a billing system's list says of them, what
 * the registrar says, and what of it does not fit together.
 */
@NullMarked
package io.domainflow.imports;

import org.jspecify.annotations.NullMarked;
