package io.domainflow.process.authcode;

import io.domainflow.holder.HolderLink;
import io.domainflow.holder.HolderLinkKind;
import io.domainflow.holder.HolderLinks;
import io.domainflow.holder.HolderQuestion;
import io.domainflow.model.Mailer;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.AuthCodes;
import io.domainflow.order.progress.AuthCodes.HandedOver;
import io.domainflow.process.text.PlainTime;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The page on which the registrant reads the auth code, once. */
@Component
class AuthCodeHolderPage implements HolderQuestion {

  private static final String SHOW = "SHOW";

  private final HolderLinks links;
  private final Mailer mailer;
  private final AuthCodes codes;
  private final Orders orders;

  AuthCodeHolderPage(HolderLinks links, Mailer mailer, AuthCodes codes, Orders orders) {
    this.links = links;
    this.mailer = mailer;
    this.codes = codes;
    this.orders = orders;
  }

  /** Whether a code can be sent to the registrant at all. */
  boolean available() {
    return links.available() && mailer.isSetUp();
  }

  /** Until when the link can be used. */
  Instant readableUntil(ProvisioningOrder order) {
    return Objects.requireNonNull(
        codes.course(order.id()).endsAt(), "a code that was got has an end");
  }

  /** A link for the mail to the registrant; earlier links become void. */
  URI link(ProvisioningOrder order) {
    links.withdraw(HolderLinkKind.AUTH_CODE, order.id().toString());
    return links.create(
        HolderLinkKind.AUTH_CODE,
        order.content().account(),
        order.content().domain(),
        order.id().toString(),
        readableUntil(order));
  }

  @Override
  public HolderLinkKind matter() {
    return HolderLinkKind.AUTH_CODE;
  }

  @Override
  public Asked ask(HolderLink link) {
    if (!isIssued(link)) {
      return new Asked(
          title(link),
          List.of("The auth code is not here yet. Open this link again in a few minutes."),
          List.of());
    }
    return new Asked(
        title(link),
        List.of(
            "With the auth code the domain can be moved to another registrar. It is shown once:"
                + " have the order at your new registrar ready, or note it.",
            "If you did not ask for it, leave this page, and tell the company from which you bought"
                + " the domain."),
        List.of(new Choice(SHOW, "Show the auth code")));
  }

  private static String title(HolderLink link) {
    return "Auth code of " + link.domain().unicode();
  }

  // The mail is sent before the order is completed, and the order may still end otherwise.
  private boolean isIssued(HolderLink link) {
    return orders
        .find(UUID.fromString(link.subject()))
        .filter(order -> order.status() == OrderStatus.COMPLETED)
        .isPresent();
  }

  @Override
  public Optional<Asked> over(HolderLink link) {
    return Optional.of(
        new Asked(
            title(link),
            List.of(
                "The auth code is no longer here: its time is over, a later mail has another link,"
                    + " or the domain has left, is disputed or has another owner. Nothing was"
                    + " changed. If the domain is still yours and you have no later mail, ask the"
                    + " company from which you bought it for another code."),
            List.of()));
  }

  @Override
  public Asked answer(HolderLink link, String choice) {
    String title = title(link);
    Optional<HandedOver> code = codes.handOver(UUID.fromString(link.subject()), HolderLinks.HOLDER);
    if (code.isEmpty()) {
      return over(link).orElseThrow();
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("This is the auth code. It is not shown again.");
    if (code.get().validUntil() != null) {
      paragraphs.add("It is valid until " + PlainTime.of(code.get().validUntil()) + ".");
    }
    return new Asked(title, paragraphs, code.get().code().reveal(), List.of());
  }
}
