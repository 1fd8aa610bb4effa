/** What orders have cost, as the registrar booked it on its account. */
@NullMarked
package io.domainflow.process.booking;

import org.jspecify.annotations.NullMarked;
