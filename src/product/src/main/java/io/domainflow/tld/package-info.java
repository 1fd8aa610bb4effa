/**
 * The top-level domains on offer and their requirements. A form below {@code
 * forms/additional-fields} is shown in Tasklist, checks orders and defines the parameters of
 * commands; a policy table contains the rest. A new TLD takes a row and, if it requires more than
 * contacts, a form.
 */
@NullMarked
package io.domainflow.tld;

import org.jspecify.annotations.NullMarked;
