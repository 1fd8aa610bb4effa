/** Outgoing transfer requests for names in our accounts, their answers and results. */
@NullMarked
package io.domainflow.order.leaving;

import org.jspecify.annotations.NullMarked;
