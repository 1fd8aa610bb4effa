/** The sending of the product's own mails. Senders know only {@link io.domainflow.model.Mailer}. */
@NullMarked
package io.domainflow.mail;

import org.jspecify.annotations.NullMarked;
