/** Imports of names that an account has already, for administrators. */
@NullMarked
package io.domainflow.rest.imports;

import org.jspecify.annotations.NullMarked;
