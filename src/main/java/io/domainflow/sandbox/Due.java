package io.domainflow.sandbox;

import java.time.Instant;

/** Something that happens by itself at a time. */
record Due(Instant at, Runnable happens) {}
