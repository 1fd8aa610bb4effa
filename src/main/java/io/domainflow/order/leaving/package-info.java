/** Requests of others for names that are here, and how each was answered and has ended. */
@NullMarked
package io.domainflow.order.leaving;

import org.jspecify.annotations.NullMarked;
