/** Requests of others for names that are here. */
@NullMarked
package io.domainflow.rest.leaving;

import org.jspecify.annotations.NullMarked;
