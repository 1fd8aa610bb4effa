/**
 * The engine's dangerous doors, closed: what stands in front of its commands, and whom it gives
 * rights. Here and in {@code process.engine} is what uses the engine's inside.
 */
@NullMarked
package io.domainflow.security.engine;

import org.jspecify.annotations.NullMarked;
