/** What orders have cost, as the registrar booked it on its account. */
package io.domainflow.process.booking;
