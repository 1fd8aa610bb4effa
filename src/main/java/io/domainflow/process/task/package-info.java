/**
 * What people decide: one class for each user task, bound to the models by its id. Until when they
 * should, how urgent that is, and what every form shows of its order.
 */
@NullMarked
package io.domainflow.process.task;

import org.jspecify.annotations.NullMarked;
