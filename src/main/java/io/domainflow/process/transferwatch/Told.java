package io.domainflow.process.transferwatch;

import java.time.Instant;

/** What an order was told last, and when. */
record Told(News news, Instant at) {}
