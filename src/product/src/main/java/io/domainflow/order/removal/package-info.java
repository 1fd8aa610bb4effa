/**
 * Checks whether an account or a client can be removed, and removes what belongs to it: nobody may
 * lose an order or a name.
 */
@NullMarked
package io.domainflow.order.removal;

import org.jspecify.annotations.NullMarked;
