/**
 * What can be ordered and for how much: top-level domains, their additional fields, and whether
 * names are free.
 */
package io.domainflow.rest.tld;
