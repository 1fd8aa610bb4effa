/**
 * Figures and failed steps, for people who supervise many orders. It uses plain SQL on our tables
 * and the engine's; nothing here changes an order or asks the registrar.
 */
@NullMarked
package io.domainflow.analysis;

import org.jspecify.annotations.NullMarked;
