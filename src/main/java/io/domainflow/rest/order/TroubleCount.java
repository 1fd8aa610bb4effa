package io.domainflow.rest.order;

/**
 * How many orders have a step that could not be carried out; each is counted once, for its worst
 * step.
 *
 * @param retrying orders of which no step has stopped
 */
record TroubleCount(int retrying, int stopped) {}
