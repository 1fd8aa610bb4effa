/**
 * The names of the accounts as they were read last: those that are here, that end, that are gone.
 * What is ordered for them, and whose they are.
 */
@NullMarked
package io.domainflow.order.domain;

import org.jspecify.annotations.NullMarked;
