package io.domainflow.rest.order;

/**
 * The number of orders with a failed step; each is counted once, for its worst step.
 *
 * @param retrying orders of which no step has stopped
 */
record TroubleCount(int retrying, int stopped) {}
