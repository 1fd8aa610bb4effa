/** Imports of names that an account has already, for administrators. */
package io.domainflow.rest.imports;
