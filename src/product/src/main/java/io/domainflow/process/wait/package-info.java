/** The waits of orders: one class for each wait, bound to the models by its places in them. */
@NullMarked
package io.domainflow.process.wait;

import org.jspecify.annotations.NullMarked;
