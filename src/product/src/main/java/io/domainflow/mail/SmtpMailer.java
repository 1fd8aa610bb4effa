package io.domainflow.mail;

import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/** Sends mails through the configured mail server. */
@Component
@ConditionalOnProperty("spring.mail.host")
@EnableConfigurationProperties(MailProperties.class)
class SmtpMailer implements Mailer {

  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}+");
  private static final int LONGEST_REASON = 200;

  private final MailSender server;
  private final String from;
  private final Clock clock;

  SmtpMailer(MailSender server, MailProperties properties, Clock clock) {
    if (properties.from() == null) {
      throw new IllegalStateException(
          "domainflow.mail.from must be the sender of mails, because spring.mail.host is set");
    }
    this.server = server;
    this.from = properties.from();
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(mail.to());
    message.setSubject(mail.subject());
    message.setText(mail.text());
    message.setSentDate(Date.from(clock.instant()));
    try {
      server.send(message);
    } catch (MailException e) {
      throw new MailNotSent(mail, reason(e));
    }
    log.info("the mail server has taken the mail {} about {}", mail.kind(), mail.domain());
  }

  // A server repeats the address that it refuses, so the cause stays out of the log.
  private static String reason(MailException e) {
    String words = String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
    String line = ADDRESS.matcher(BREAKS.matcher(words).replaceAll(" ").strip()).replaceAll("***");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
  }
}
