/**
 * What probes of both platforms have in common: what is read from the name, the journal and the
 * list of bookings, in our words. What is special to a platform is in its dialect.
 */
@NullMarked
package io.domainflow.wire.probe;

import org.jspecify.annotations.NullMarked;
