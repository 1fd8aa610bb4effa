package io.domainflow.process.authcode;

import io.domainflow.model.Mail;
import io.domainflow.model.MailNotSent;
import io.domainflow.model.Mailer;
import io.domainflow.order.Failure;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.content.AuthCodeOrder.Deliver;
import io.domainflow.order.domain.DomainEvent;
import io.domainflow.order.domain.DomainEvents;
import io.domainflow.order.leaving.RegistrantMailAddresses;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.process.StepVariables;
import io.domainflow.process.authcode.TellHolderOfAuthCodeWorker.Result;
import io.domainflow.process.domain.RegistrantAddress;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the registrant by mail, and the name's owner by webhook, that an auth code was issued,
 * before anybody can read it. The message never contains the code.
 *
 * <p>Where the code goes to the caller, a mail that cannot be sent does not delay the order: the
 * order says that the registrant was not told. Where the code goes to the registrant, nobody could
 * receive it, so the name is protected again and the order fails.
 */
@Component
class TellHolderOfAuthCodeWorker implements Worker.Asking<Result> {

  private static final Logger log = LoggerFactory.getLogger(TellHolderOfAuthCodeWorker.class);

  private final Mailer mailer;
  private final AuthCodeHolderPage holder;
  private final RegistrantMailAddresses mails;
  private final AuthCodes codes;
  private final AuthCodeObstacles obstacles;
  private final Orders orders;
  private final OrderEvents timeline;
  private final DomainEvents events;

  TellHolderOfAuthCodeWorker(
      Mailer mailer,
      AuthCodeHolderPage holder,
      RegistrantMailAddresses mails,
      AuthCodes codes,
      AuthCodeObstacles obstacles,
      Orders orders,
      OrderEvents timeline,
      DomainEvents events) {
    this.mailer = mailer;
    this.holder = holder;
    this.mails = mails;
    this.codes = codes;
    this.obstacles = obstacles;
    this.orders = orders;
    this.timeline = timeline;
    this.events = events;
  }

  /**
   * The result of sending the mail.
   *
   * @param whyNot a sentence; null if it was sent
   * @param failure why the order fails; null if it does not
   * @param stillOpen whether the registrar then refused to set the transfer lock again
   */
  record Result(@Nullable String whyNot, @Nullable Failure failure, boolean stillOpen) {}

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Optional<Failure> disputed = obstacles.disputed(order);
    if (disputed.isPresent()) {
      return failed("The registrant was not told by mail.", disputed.get(), order, registrar);
    }
    String whyNot = tell(order, registrar.reader(order.content().account()));
    return whyNot == null || !isForHolder(order)
        ? new Result(whyNot, null, false)
        : failed(whyNot, AuthCodeFailures.notDelivered(order, whyNot), order, registrar);
  }

  private Result failed(
      String whyNot, Failure failure, ProvisioningOrder order, RegistrarGateway registrar) {
    boolean opened = codes.course(order.id()).unlocked();
    Optional<String> refusal = opened ? LockAgain.setIfHere(order, registrar) : Optional.empty();
    return new Result(
        whyNot, AuthCodeFailures.withLock(failure, opened, refusal), refusal.isPresent());
  }

  private @Nullable String tell(ProvisioningOrder order, Reader registrar) {
    if (!mailer.isSetUp()) {
      return "The registrant was not told by mail: this installation sends none.";
    }
    Optional<String> address =
        registrar
            .domain(order.content().domain())
            .flatMap(domain -> RegistrantAddress.of(domain, registrar));
    if (address.isEmpty()) {
      return "The registrant was not told by mail: the registrar shows no address of the"
          + " registrant.";
    }
    tellFormer(order, address.get());
    try {
      mailer.send(mail(order, address.get(), toPresent(order)));
      return null;
    } catch (MailNotSent e) {
      log.warn("the registrant was not told of an auth code", e);
      return "The registrant was not told by mail: the mail server did not take the mail.";
    }
  }

  // A registrant whose address was changed recently may not know about the change. This mail
  // contains no link.
  private void tellFormer(ProvisioningOrder order, String present) {
    mails
        .former(order.content().account(), order.content().domain(), present)
        .ifPresent(
            former -> {
              try {
                mailer.send(
                    mail(
                        order,
                        former,
                        "an auth code of "
                            + order.content().domain().unicode()
                            + " was issued. You get this mail because the registrant's mail address"
                            + " was yours and was changed lately. "));
              } catch (MailNotSent e) {
                log.warn("the former registrant was not told of an auth code", e);
              }
            });
  }

  private static boolean isForHolder(ProvisioningOrder order) {
    return order.outcomeOrThrow().code() != Outcome.Code.AUTH_CODE_MAILED
        && order.content().as(AuthCodeOrder.class).deliver() == Deliver.HOLDER;
  }

  /** What the mail to the present registrant says first; only it has a link. */
  private String toPresent(ProvisioningOrder order) {
    String name = order.content().domain().unicode();
    if (order.outcomeOrThrow().code() == Outcome.Code.AUTH_CODE_MAILED) {
      return "the registry was asked to send you the auth code of " + name + ". ";
    }
    return isForHolder(order)
        ? "the auth code of "
            + name
            + " is here for you. This page shows it once, until "
            + PlainTime.of(holder.readableUntil(order))
            + ":\n\n"
            + holder.link(order)
            + "\n\n"
        : "the auth code of "
            + name
            + " was issued to the company through which you hold the domain. ";
  }

  private static Mail mail(ProvisioningOrder order, String address, String begin) {
    return new Mail(
        "AUTH_CODE_ISSUED",
        address,
        order.content().domain().ascii(),
        "Auth code of " + order.content().domain().unicode() + " issued",
        "Good day,\n\n"
            + begin
            + "Everybody who has the auth code can move the domain to another registrar.\n\n"
            + "If you want to move the domain, there is nothing to do because of this mail. If you"
            + " do not, or do not know of it, tell the company from which you bought the domain at"
            + " once.\n");
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result result) {
    orders.awaitsRegistry(order.id(), false);
    codes.recordMail(order.id(), result.whyNot());
    if (result.whyNot() == null) {
      timeline.note(order.id(), Kind.REGISTRANT_TOLD, null, null);
    }
    if (result.failure() != null) {
      codes.unlocked(order.id(), result.stillOpen());
      orders.recordFailure(order.id(), result.failure());
      return StepResult.done(StepVariables.of(AuthCodeProcess.CODE_DELIVERED, false));
    }
    String taken =
        codes.takeOver(order.id())
            ? AuthCodeRemarks.lockOpen(codes.course(order.id()).endsAt())
            : null;
    String remark =
        Stream.of(order.outcomeOrThrow().remark(), taken, result.whyNot())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    orders.remark(order.id(), remark.isEmpty() ? null : remark);
    Map<String, Object> more = new HashMap<>();
    more.put("mailed", order.outcomeOrThrow().code() == Outcome.Code.AUTH_CODE_MAILED);
    more.put("validUntil", text(order.outcomeOrThrow().validUntil()));
    events.tell(
        order.content().account(), order.content().domain(), DomainEvent.AUTH_CODE_ISSUED, more);
    return StepResult.done(
        StepVariables.of(
            AuthCodeProcess.CODE_DELIVERED,
            true,
            AuthCodeProcess.LOCK_TO_AWAIT,
            codes.course(order.id()).isToUndo()));
  }
}
