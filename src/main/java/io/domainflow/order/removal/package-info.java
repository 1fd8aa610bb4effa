/**
 * Whether an account or a client can be removed, and what leaves with it: nobody may lose an order
 * or a name by it.
 */
@NullMarked
package io.domainflow.order.removal;

import org.jspecify.annotations.NullMarked;
