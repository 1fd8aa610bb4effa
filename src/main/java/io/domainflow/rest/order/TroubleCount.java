package io.domainflow.rest.order;

/**
 * How many orders have a step that could not be carried out; each counts once, by the worst.
 *
 * @param retrying orders of which no step has stopped
 */
record TroubleCount(int retrying, int stopped) {}
