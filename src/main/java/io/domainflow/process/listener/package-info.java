/**
 * The listeners of the models: those that every model gets without anybody drawing them, and those
 * that models name at their ends.
 */
@NullMarked
package io.domainflow.process.listener;

import org.jspecify.annotations.NullMarked;
