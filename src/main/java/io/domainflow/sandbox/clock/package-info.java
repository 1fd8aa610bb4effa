/**
 * Moves the time, and lets happen what is due by then, here and in a sandbox of another process.
 */
@NullMarked
package io.domainflow.sandbox.clock;

import org.jspecify.annotations.NullMarked;
