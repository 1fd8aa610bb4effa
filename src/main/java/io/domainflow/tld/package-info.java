/**
 * Which top-level domains are sold and what each of them wants. A form below {@code
 * forms/additional-fields} is what Tasklist shows, what an order is checked with and where the
 * command's parameters come from; a policy table says the rest. A new TLD is a row and, if it wants
 * more than contacts, a form.
 */
@NullMarked
package io.domainflow.tld;

import org.jspecify.annotations.NullMarked;
