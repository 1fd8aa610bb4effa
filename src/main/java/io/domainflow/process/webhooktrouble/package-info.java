/** Asks operators about webhooks whose receiver does not accept events. */
package io.domainflow.process.webhooktrouble;
