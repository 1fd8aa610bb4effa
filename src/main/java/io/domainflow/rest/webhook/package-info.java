/** Webhooks of a login and what was sent to them. */
package io.domainflow.rest.webhook;
