package io.domainflow.process.authcode;

import io.domainflow.model.Mail;
import io.domainflow.model.Mailer;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DomainEvent;
import io.domainflow.order.domain.DomainEvents;
import io.domainflow.order.wanted.AuthCodeOrder;
import io.domainflow.order.wanted.AuthCodeOrder.Deliver;
import io.domainflow.process.domain.RegistrantAddress;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the registrant by mail, and its owner by webhook, that an auth code of the name was issued,
 * before anybody can read it. The code itself is never in it.
 */
@Component
class TellHolderOfAuthCodeWorker implements Worker.Repeatable<Optional<Void>> {

  private final Mailer mailer;
  private final CodeToHolder holder;
  private final DomainEvents events;

  TellHolderOfAuthCodeWorker(Mailer mailer, CodeToHolder holder, DomainEvents events) {
    this.mailer = mailer;
    this.holder = holder;
    this.events = events;
  }

  @Override
  public String topic() {
    return "tell-holder-of-auth-code";
  }

  @Override
  public Optional<Void> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.request().account());
    reader
        .domain(order.request().domain())
        .flatMap(domain -> RegistrantAddress.of(domain, reader))
        .ifPresent(address -> mailer.send(mail(order, address)));
    return Optional.empty();
  }

  private Mail mail(ProvisioningOrder order, String address) {
    String name = order.request().domain().unicode();
    boolean mailed = order.outcome().code() == Outcome.Code.AUTH_CODE_MAILED;
    boolean toHolder =
        !mailed && order.request().as(AuthCodeOrder.class).deliver() == Deliver.HOLDER;
    return new Mail(
        "AUTH_CODE_ISSUED",
        address,
        order.request().domain().ascii(),
        "Auth code of " + name + " issued",
        "Good day,\n\n"
            + (mailed
                ? "the registry was asked to send you the auth code of " + name + "."
                : toHolder
                    ? "the auth code of "
                        + name
                        + " is here for you. This page shows it once:\n\n"
                        + holder.link(order)
                        + "\n\n"
                    : "the auth code of "
                        + name
                        + " was issued to the company through which you hold the domain.")
            + (toHolder ? "" : " ")
            + "Everybody who has it can move the domain to another registrar.\n\n"
            + "If you want to move the domain, there is nothing to do because of this mail. If you"
            + " do not, or do not know of it, tell the company from which you bought the domain at"
            + " once.\n");
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Void> told) {
    Map<String, Object> more = new HashMap<>();
    more.put("mailed", order.outcome().code() == Outcome.Code.AUTH_CODE_MAILED);
    more.put("validUntil", text(order.outcome().validUntil()));
    events.tell(
        order.request().account(), order.request().domain(), DomainEvent.AUTH_CODE_ISSUED, more);
    return StepResult.done(Map.of());
  }
}
