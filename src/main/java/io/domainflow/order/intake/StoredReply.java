package io.domainflow.order.intake;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request.
 *
 * @param status the HTTP status
 * @param location of what was made; null if nothing was
 * @param body JSON
 */
public record StoredReply(int status, @Nullable String location, String body) {}
