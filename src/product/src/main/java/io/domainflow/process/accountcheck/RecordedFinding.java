package io.domainflow.process.accountcheck;

import java.time.Instant;

/**
 * A finding and its state.
 *
 * @param foundAt when it was first seen
 * @param lookedAt when it was last seen
 * @param ignored whether somebody has decided to ignore it
 */
record RecordedFinding(Finding finding, Instant foundAt, Instant lookedAt, boolean ignored) {}
