/** How many orders may be open, for how long, and which gives way to which. */
@NullMarked
package io.domainflow.order.limits;

import org.jspecify.annotations.NullMarked;
