/**
 * The product's own mails on their way out. Whoever has one to send knows {@link
 * io.domainflow.model.Mailer} only.
 */
package io.domainflow.mail;
