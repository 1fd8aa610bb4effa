package io.domainflow.callback;

import java.util.UUID;

/**
 * A delivery that this node tries now.
 *
 * @param event goes out as {@code webhook-id}: the same over all tries
 * @param hanging whether its endpoint holds threads up: its last try has failed or took long, or
 *     another one takes long at present
 */
record Claimed(UUID id, UUID endpoint, String url, UUID event, String body, boolean hanging) {}
