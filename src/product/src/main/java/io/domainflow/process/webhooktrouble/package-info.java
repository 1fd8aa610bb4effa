/** Asks operators about webhooks whose receiver does not accept events. */
@NullMarked
package io.domainflow.process.webhooktrouble;

import org.jspecify.annotations.NullMarked;
