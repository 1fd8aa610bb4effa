/**
 * The catalogue of what can be ordered, with prices: top-level domains, their additional fields,
 * and whether names are available.
 */
@NullMarked
package io.domainflow.rest.tld;

import org.jspecify.annotations.NullMarked;
