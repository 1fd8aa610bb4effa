/**
 * Orders over HTTP: placing, reading, cancelling and answering one, what it would do, and the page
 * of orders.
 */
@NullMarked
package io.domainflow.rest.order;

import org.jspecify.annotations.NullMarked;
