/**
 * The import of the names that an account has already: it reads, compares with a billing system's
 * list, and changes nothing at the registrar.
 */
@NullMarked
package io.domainflow.process.namesimport;

import org.jspecify.annotations.NullMarked;
