/**
 * What people who look after many orders read: figures, and steps in trouble. Plain statements over
 * our tables and the engine's; nothing here changes an order or asks the registrar.
 */
@NullMarked
package io.domainflow.analysis;

import org.jspecify.annotations.NullMarked;
