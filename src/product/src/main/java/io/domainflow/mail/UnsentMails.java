package io.domainflow.mail;

import io.domainflow.model.Mail;
import io.domainflow.model.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Logs mails instead of sending them, if no mail server is configured. */
@Component
@Fallback
class UnsentMails implements Mailer {

  private static final Logger log = LoggerFactory.getLogger(UnsentMails.class);

  @Override
  public boolean isSetUp() {
    return false;
  }

  @Override
  public void send(Mail mail) {
    log.warn(
        "the mail {} about {} was not sent: there is no mail server (spring.mail.host)",
        mail.kind(),
        mail.domain());
  }
}
