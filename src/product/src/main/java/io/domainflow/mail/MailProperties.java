package io.domainflow.mail;

import io.domainflow.model.InvalidValue;
import io.domainflow.model.Mail;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the product's own mails, besides {@code spring.mail}.
 *
 * @param from mail address of the sender; needed where {@code spring.mail.host} is set
 */
@ConfigurationProperties("domainflow.mail")
public record MailProperties(@Nullable String from) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the sender is not a mail address
   */
  public MailProperties {
    if (from != null) {
      try {
        from = Mail.address(from);
      } catch (InvalidValue e) {
        throw new IllegalArgumentException("domainflow.mail.from " + e.getMessage(), e);
      }
    }
  }
}
