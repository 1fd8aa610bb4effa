/** What people decide: one class for each user task, bound to the models by its id. */
package io.domainflow.process.task;
