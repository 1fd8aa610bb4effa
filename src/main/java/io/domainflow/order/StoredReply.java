package io.domainflow.order;

/**
 * What was answered to a request.
 *
 * @param status the HTTP status
 * @param location may be null
 * @param body JSON
 */
public record StoredReply(int status, String location, String body) {}
