package io.domainflow.callback;

import java.util.UUID;

/**
 * A delivery that this node tries now.
 *
 * @param event goes out as {@code webhook-id}: the same over all tries
 * @param failing whether the last try of its endpoint has failed
 */
record Claimed(UUID id, UUID endpoint, String url, UUID event, String body, boolean failing) {}
