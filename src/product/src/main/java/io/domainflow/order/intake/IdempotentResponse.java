package io.domainflow.order.intake;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param location of the created resource; null if there is none
 * @param body JSON
 */
public record IdempotentResponse(int status, @Nullable String location, String body) {}
