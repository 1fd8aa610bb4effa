/**
 * The processes on the Camunda engine: one package for each, and what they share. What the engine
 * has inside, which a fork may change, is used in {@code process.engine}.
 */
package io.domainflow.process;
