package io.domainflow.order.list;

import java.time.Instant;

/**
 * What somebody has written to a task of an order.
 *
 * @param by the login
 */
public record OrderComment(Instant at, String by, String text) {}
