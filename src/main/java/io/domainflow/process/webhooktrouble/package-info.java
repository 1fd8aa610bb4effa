/** Asks operators about webhooks whose receiver does not take what is sent to it. */
package io.domainflow.process.webhooktrouble;
