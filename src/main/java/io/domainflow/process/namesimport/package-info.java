/**
 * The import of the names that an account has already: it reads, compares with a billing system's
 * list, and changes nothing at the registrar.
 */
package io.domainflow.process.namesimport;
