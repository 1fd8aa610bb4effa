/** Webhooks of a login and what was sent to them. */
@NullMarked
package io.domainflow.rest.webhook;

import org.jspecify.annotations.NullMarked;
