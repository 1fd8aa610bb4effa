/**
 * What the processes change in the engine itself: its history, incidents and clock, and which
 * variables people may write. Here and in {@code security.engine} is what uses the engine's inside.
 */
@NullMarked
package io.domainflow.process.engine;

import org.jspecify.annotations.NullMarked;
