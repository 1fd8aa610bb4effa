package io.domainflow.model;

/** Sends the mails of the product. */
public interface Mailer {

  /**
   * Sends a mail now. A rollback of the caller's transaction does not call it back, and there is no
   * second try: a caller that must not lose it remembers that it is to be sent.
   *
   * @throws MailNotSent if the mail server has not taken it
   */
  void send(Mail mail);

  /** Whether mails leave at all; where nobody has said how, they do not. */
  default boolean isSetUp() {
    return true;
  }
}
