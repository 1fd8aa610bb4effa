package io.domainflow.process.accountcheck;

import java.time.Instant;

/**
 * A finding and its state.
 *
 * @param foundAt when it was seen first
 * @param lookedAt when it was seen last
 * @param ignored whether somebody decided to leave it so
 */
record FoundAt(Finding finding, Instant foundAt, Instant lookedAt, boolean ignored) {}
