/**
 * What can be ordered and for how much: top-level domains, their additional fields, and whether
 * names are available.
 */
@NullMarked
package io.domainflow.rest.tld;

import org.jspecify.annotations.NullMarked;
