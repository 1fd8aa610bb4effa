/** What orders wait for: one class for each wait, bound to the models by where it is. */
@NullMarked
package io.domainflow.process.wait;

import org.jspecify.annotations.NullMarked;
