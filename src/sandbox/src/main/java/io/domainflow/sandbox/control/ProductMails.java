package io.domainflow.sandbox.control;

import io.domainflow.model.Mail;
import io.domainflow.model.Mailer;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.stored.ProductMail;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Keeps the mails of the application that contains the sandbox, instead of sending them. With a
 * sandbox in another process, or with a mail server, the application sends them differently.
 */
@Component
@ConditionalOnSandbox
@Conditional(ProductMails.IsTheWay.class)
class ProductMails implements Mailer {

  private final SandboxState state;
  private final Clock clock;

  ProductMails(SandboxState state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) {
    state.change(
        transaction ->
            transaction.put(
                Table.PRODUCT_MAILS,
                new ProductMail(
                    transaction.next("mail"),
                    clock.instant(),
                    mail.to(),
                    mail.kind(),
                    mail.domain(),
                    mail.subject(),
                    mail.text())));
  }

  /** Matches if nothing else accepts the mails. */
  static final class IsTheWay extends NoneNestedConditions {

    IsTheWay() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty("domainflow.ispapi.sandbox-url")
    static final class Elsewhere {}

    @ConditionalOnProperty("spring.mail.host")
    static final class Server {}
  }
}
