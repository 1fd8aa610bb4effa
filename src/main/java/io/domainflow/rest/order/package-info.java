/**
 * Orders over HTTP: placing, reading, cancelling and answering one, what it would do, and the page
 * of orders.
 */
package io.domainflow.rest.order;
