/**
 * The listeners of the models: those that every model gets without anybody drawing them, and those
 * that models name at their ends.
 */
package io.domainflow.process.listener;
