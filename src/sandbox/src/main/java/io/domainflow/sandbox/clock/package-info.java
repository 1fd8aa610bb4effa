/**
 * Moves the time, and carries out the work that is due by then, here and in a sandbox in another
 * process.
 */
@NullMarked
package io.domainflow.sandbox.clock;

import org.jspecify.annotations.NullMarked;
