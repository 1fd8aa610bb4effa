package io.domainflow.order.list;

import java.time.Instant;

/**
 * A comment on a task of an order.
 *
 * @param by login of the author
 */
public record OrderComment(Instant at, String by, String text) {}
