/** Outgoing transfers: requests by others for names in our accounts. */
@NullMarked
package io.domainflow.rest.leaving;

import org.jspecify.annotations.NullMarked;
