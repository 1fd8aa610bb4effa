/**
 * The engine's dangerous doors, closed: what stands in front of its commands, and whom it gives
 * rights. Here and in {@code process.engine} is what uses the engine's inside.
 */
package io.domainflow.security.engine;
