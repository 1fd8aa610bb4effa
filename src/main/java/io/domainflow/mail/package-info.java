/**
 * The product's own mails on their way out. Senders know {@link io.domainflow.model.Mailer} only.
 */
@NullMarked
package io.domainflow.mail;

import org.jspecify.annotations.NullMarked;
