package io.domainflow.process.transferwatch;

import java.time.Instant;

/** The last report to an order, and when. */
record Told(News news, Instant at) {}
