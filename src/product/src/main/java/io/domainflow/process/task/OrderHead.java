package io.domainflow.process.task;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.list.OrderPositions;
import io.domainflow.order.list.OrderTrouble;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Provides what every task form shows of its order: a line at its top, and, with the facts at its
 * end, all that is known of the order.
 */
@Component
public class OrderHead {

  /** The name as people read it, with its ASCII form if it differs. */
  static final String DOMAIN_SHOWN = "domainShown";

  /** Which order it is, and since when and until when the task is open, as a line in Markdown. */
  static final String ORDER_HEAD = "orderHead";

  /** All that is known of the order, as a table in Markdown. */
  static final String ORDER_FACTS = "orderFacts";

  /** What the order costs if it continues from here. */
  static final String ORDER_PRICE = "orderPrice";

  /** Whether the person who opens the form has placed the order. */
  static final String PLACED_BY_READER = "placedByReader";

  private final CommandJournal journal;
  private final Updates updates;
  private final OrderPrice prices;
  private final OrderPositions places;

  OrderHead(CommandJournal journal, Updates updates, OrderPrice prices, OrderPositions places) {
    this.journal = journal;
    this.updates = updates;
    this.prices = prices;
    this.places = places;
  }

  /** Values by form key. */
  public Map<String, Object> of(ProvisioningOrder order, Task task) {
    return Map.of(
        DOMAIN_SHOWN,
        domain(order),
        ORDER_HEAD,
        line(order, task),
        ORDER_FACTS,
        table(order, lastAnswer(order)),
        ORDER_PRICE,
        prices.of(order),
        PLACED_BY_READER,
        CurrentLogin.inTheEngine().filter(order.login()::equals).isPresent());
  }

  private static String line(ProvisioningOrder order, Task task) {
    String reference = order.content().reference().text();
    return "Order %s · account %s · %s"
        .formatted(
            link(PlainText.of(reference), reference),
            PlainText.of(order.content().account()),
            TaskTimes.of(task));
  }

  private static String shown(DomainName domain) {
    return domain.isIdn() ? domain.unicode() + " (" + domain.ascii() + ")" : domain.unicode();
  }

  private String table(ProvisioningOrder order, String lastAnswer) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("Placed", "by " + placedBy(order) + ", " + PlainTime.of(order.createdAt()));
    if (order.content().registrant() != null) {
      rows.put(
          order.content().operation() == Operation.CHANGE_REGISTRANT
              ? "New registrant"
              : "Registrant",
          person(order.content().registrant()));
    }
    OrderTrouble trouble =
        Objects.requireNonNull(
                places.of(List.of(order)).get(order.id()), "each order has a position")
            .trouble();
    if (trouble != null) {
      rows.put("Trouble", words(trouble));
    }
    rows.put("Last answer of the registrar", lastAnswer);
    rows.put("Money so far", money(order));
    rows.put(
        "More",
        link("the order's page", order.content().reference().text())
            + " shows everything that has happened, the tab «Diagram» the current step");
    return rows.entrySet().stream()
        .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |")
        .collect(
            Collectors.joining(
                "\n",
                "| Ordered | %s of %s |\n|---|---|\n"
                    .formatted(order.content().operation().words(), domain(order)),
                ""));
  }

  private static String words(OrderTrouble trouble) {
    return "**%s** %s: %s"
        .formatted(
            PlainText.of("«" + trouble.step() + "»"),
            trouble.state() == OrderTrouble.State.STOPPED ? "is stuck" : "is being retried",
            PlainText.of(trouble.what()));
  }

  // Opens beside the task, because text that was typed would otherwise be lost; Markdown cannot
  // express that.
  private static String link(String text, String reference) {
    return "<a href=\"/orders/#%s\" target=\"_blank\">%s</a>".formatted(reference, text);
  }

  private static String domain(ProvisioningOrder order) {
    return PlainText.of(shown(order.content().domain()));
  }

  private static String placedBy(ProvisioningOrder order) {
    String person =
        order.content().details() instanceof RegistrantChangeOrder change
            ? change.options().requestedBy()
            : null;
    return PlainText.of(person == null ? order.login() : order.login() + " for " + person);
  }

  private static String person(Contact contact) {
    if (contact.isHandle()) {
      return "the registrar's contact " + PlainText.of(contact.handle());
    }
    return PlainText.of(
        Stream.of(
                Stream.of(contact.firstName(), contact.lastName())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")),
                contact.organization(),
                contact.country(),
                contact.email())
            .filter(text -> text != null && !text.isBlank())
            .collect(Collectors.joining(", ")));
  }

  private String lastAnswer(ProvisioningOrder order) {
    if (order.purchase().refusal() != null) {
      return "refused: «" + PlainText.of(order.purchase().refusal().words()) + "»";
    }
    return sections(order).orElseGet(() -> ofJournal(order));
  }

  // Each section may be sent again, so the journal contains none of them.
  private Optional<String> sections(ProvisioningOrder order) {
    return updates
        .find(order.id())
        .map(
            update ->
                update.results().entrySet().stream()
                    .filter(entry -> entry.getValue().reason() != null)
                    .map(entry -> entry.getKey().words() + ": " + entry.getValue().reason())
                    .collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty())
        .map(PlainText::of);
  }

  private String ofJournal(ProvisioningOrder order) {
    return journal.of(order.id()).stream()
        .reduce((earlier, later) -> later)
        .map(OrderHead::words)
        .orElse("none yet: it was not asked to change anything");
  }

  private static String words(JournalEntry asked) {
    String what = words(asked.command());
    return switch (asked.state()) {
      // Some operations, such as a transfer, take time afterwards.
      case "EXECUTED" -> "has accepted %s, %s".formatted(what, PlainTime.of(asked.decidedAt()));
      case "REFUSED" ->
          "has refused %s with code %d, %s"
              .formatted(what, asked.code(), PlainTime.of(asked.decidedAt()));
      case "NOT_EXECUTED" -> "has not carried out " + what + "; nothing was done";
      case "UNDONE" -> "has accepted " + what + ", but it has since failed";
      default -> "no clear answer to " + what + " yet; its outcome is looked up";
    };
  }

  private static String words(String command) {
    return switch (command) {
      case "RegisterDomain" -> "the registration";
      case "RequestTransfer" -> "the request of the transfer";
      case "ChangeRegistrant" -> "the request of the change of registrant";
      case "RenewDomain" -> "the renewal";
      case "RestoreDomain" -> "the restore";
      case "DeleteDomain" -> "the deletion";
      default -> "a change of the domain";
    };
  }

  private static String money(ProvisioningOrder order) {
    return switch (order.charged()) {
      case NO -> "nothing has been charged";
      case YES ->
          (order.purchase().cost() == null
                  ? "the account has been charged"
                  : order.purchase().cost() + " have been charged")
              + " for this order";
      case UNKNOWN -> "whether the account was charged is being found out";
    };
  }
}
