package io.domainflow.model;

/** Sends Domainflow's mails. */
public interface Mailer {

  /**
   * Sends a mail immediately. A rollback of the caller's transaction does not undo it, and there is
   * no retry: a caller that must not lose the mail has to store that it is due.
   *
   * @throws MailNotSent if the mail server has not accepted it
   */
  void send(Mail mail);

  /** Whether a mail server is configured; otherwise no mails are sent. */
  default boolean isSetUp() {
    return true;
  }
}
