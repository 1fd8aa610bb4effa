/**
 * The parts that the probes of both platforms share: conclusions from the name, the journal and the
 * list of bookings. Platform-specific parts are in the dialect.
 */
@NullMarked
package io.domainflow.lineprotocol.probe;

import org.jspecify.annotations.NullMarked;
