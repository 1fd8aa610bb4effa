/** What orders wait for: one class for each wait, bound to the models by where it is. */
package io.domainflow.process.wait;
