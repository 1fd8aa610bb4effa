/**
 * The listeners of the models: those that are added to every model automatically, and those that
 * models name at their ends.
 */
@NullMarked
package io.domainflow.process.listener;

import org.jspecify.annotations.NullMarked;
