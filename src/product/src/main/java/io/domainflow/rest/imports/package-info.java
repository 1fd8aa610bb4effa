/** Imports of names that an account already has, for administrators. */
@NullMarked
package io.domainflow.rest.imports;

import org.jspecify.annotations.NullMarked;
