/**
 * Imports the names that an account already has: reads them, compares them with a billing system's
 * list, and changes nothing at the registrar.
 */
@NullMarked
package io.domainflow.process.namesimport;

import org.jspecify.annotations.NullMarked;
