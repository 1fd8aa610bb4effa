package io.domainflow.order.content;

import java.time.Instant;

/**
 * States that the customer has read a claims notice and still wants the name.
 *
 * @param noticeId the notice that was read
 */
public record ClaimsAcceptance(String noticeId, Instant acceptedAt) {}
