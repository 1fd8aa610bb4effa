/**
 * The processes on the Camunda engine: one package for each, and what they share. Nothing outside
 * imports the engine, so that it can be exchanged for a fork by a mechanical change.
 */
package io.domainflow.process;
