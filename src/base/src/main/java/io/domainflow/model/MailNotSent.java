package io.domainflow.model;

/** Thrown when the mail server has not accepted a mail. It may be sent again. */
public class MailNotSent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param reason without mail addresses
   */
  public MailNotSent(Mail mail, String reason) {
    super(
        "The mail "
            + mail.kind()
            + " about "
            + mail.domain()
            + " was not sent: "
            + reason
            + ". It can be sent again.");
  }
}
