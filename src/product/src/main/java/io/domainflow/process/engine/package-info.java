/**
 * Changes to the engine itself: its history, incidents and clock, and which variables people may
 * write. Only this package and {@code security.engine} use internals of the engine.
 */
@NullMarked
package io.domainflow.process.engine;

import org.jspecify.annotations.NullMarked;
