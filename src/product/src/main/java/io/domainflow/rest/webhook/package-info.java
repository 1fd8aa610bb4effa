/** The webhooks of a login and their deliveries. */
@NullMarked
package io.domainflow.rest.webhook;

import org.jspecify.annotations.NullMarked;
