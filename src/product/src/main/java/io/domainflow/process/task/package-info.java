/**
 * The decisions that people make: one class for each user task, bound to the models by its id. Also
 * their deadlines and priorities, and what every form shows of its order.
 */
@NullMarked
package io.domainflow.process.task;

import org.jspecify.annotations.NullMarked;
