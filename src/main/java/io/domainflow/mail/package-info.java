/**
 * The product's own mails on their way out. Senders know {@link io.domainflow.model.Mailer} only.
 */
package io.domainflow.mail;
