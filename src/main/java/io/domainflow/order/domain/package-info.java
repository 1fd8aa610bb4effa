/**
 * The names of the accounts as they were read last: those that are here, that end, that are gone.
 * What is ordered for them, and who owns them.
 */
@NullMarked
package io.domainflow.order.domain;

import org.jspecify.annotations.NullMarked;
