/**
 * Orders over HTTP: placing, reading, cancelling and answering an order, its dry run, and the page
 * of orders.
 */
@NullMarked
package io.domainflow.rest.order;

import org.jspecify.annotations.NullMarked;
