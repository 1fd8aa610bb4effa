package io.domainflow.callback;

import java.util.UUID;

/**
 * A delivery that this node tries now.
 *
 * @param event sent as {@code webhook-id}: the same for all tries
 * @param hanging whether its endpoint blocks threads: its last try has failed or took long, or
 *     another one is taking long now
 */
record Claimed(UUID id, UUID endpoint, String url, UUID event, String body, boolean hanging) {}
