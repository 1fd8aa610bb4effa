/** The cost of orders, as the registrar has booked it on the account. */
@NullMarked
package io.domainflow.process.booking;

import org.jspecify.annotations.NullMarked;
