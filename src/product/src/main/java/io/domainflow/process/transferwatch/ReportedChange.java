package io.domainflow.process.transferwatch;

import java.time.Instant;

/** The last report to an order, and when. */
record ReportedChange(TransferListChange news, Instant at) {}
