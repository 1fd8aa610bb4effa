package io.domainflow.order.intake;

import io.domainflow.client.ApiClients;
import io.domainflow.model.Money;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.intake.OrderAction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the possible actions on an order, by the same rules that apply when they are executed. */
@Component
public class OrderActions {

  private final OrderCancellation cancellation;
  private final ApiClients clients;

  OrderActions(OrderCancellation cancellation, ApiClients clients) {
    this.cancellation = cancellation;
    this.clients = clients;
  }

  /**
   * The actions possible now; empty for an ended order.
   *
   * @param by login that would execute them
   */
  public List<OrderAction> of(ProvisioningOrder order, String by) {
    List<OrderAction> actions = ofOrder(order, by);
    return clients.scopeOf(by).allows(order.content().account(), order.content().operation().name())
        ? actions
        : actions.stream().map(OrderActions::outOfScope).toList();
  }

  private static OrderAction outOfScope(OrderAction action) {
    return new OrderAction(
        action.kind(),
        false,
        "The order is outside the scope of your client; an administrator can change that.",
        null);
  }

  private List<OrderAction> ofOrder(ProvisioningOrder order, String by) {
    List<OrderAction> actions = new ArrayList<>();
    WaitingFor wait = order.waitingFor();
    if (wait != null && AcceptedInput.of(order.content().operation(), wait.code()).isPresent()) {
      actions.add(input(order, wait, by));
    }
    if (wait != null && OrderInput.MAILS.contains(wait.code())) {
      actions.add(
          new OrderAction(
              Kind.RESEND,
              true,
              "The registrar sends its confirmation mails once more, to the same addresses. The"
                  + " order waits as before.",
              null));
    }
    if (order.status().isOpen()) {
      actions.add(cancel(order));
    }
    return List.copyOf(actions);
  }

  private static OrderAction input(ProvisioningOrder order, WaitingFor wait, String by) {
    if (wait.code() == Code.QUESTION && !OrderInput.isByCaller(order, by)) {
      return new OrderAction(
          Kind.INPUT, false, "Only the caller answers what the approver asks.", null);
    }
    String first =
        wait.taskId() == null || wait.code() == Code.CONFIRMATION
            ? ""
            : " The first answer decides, this one or the one in the task.";
    return new OrderAction(
        Kind.INPUT, true, consequence(wait.code()) + first, price(order, wait.code()));
  }

  private static @Nullable Money price(ProvisioningOrder order, Code code) {
    return code == Code.PRICE
        ? Optional.ofNullable(order.purchase().quote()).map(Quote::price).orElse(null)
        : null;
  }

  private static String consequence(Code code) {
    return switch (code) {
      case ADDITIONAL_FIELDS ->
          "The order takes the fields and continues; what it costs is paid then.";
      case PRICE -> "The order continues, and this price is paid.";
      case CLAIMS_NOTICE ->
          "The order continues, and the name is paid for. The customer has to have read the notice.";
      case AUTH_CODE_MISSING, AUTH_CODE_WRONG ->
          "The transfer is asked for again with the auth code; what it costs is paid then.";
      case REGISTRAR_REFUSED ->
          "The order takes what is corrected and is tried again; what it costs is paid then.";
      case TRANSFER_LOCKED, TOO_YOUNG, TRANSFER_PENDING, CHANGE_PENDING ->
          "The order is tried again now; if the obstacle is still there, it waits again.";
      case CHOICE -> "The order continues as chosen, and cannot be given another choice later.";
      case QUESTION -> "The approver reads the answer and decides.";
      case DELETION_CONFIRMATION ->
          "The name is deleted at once and no longer works. Nothing is refunded.";
      case CONFIRMATION ->
          "The registrar is asked now whether the change is confirmed. Nothing is changed.";
      default -> "The order continues.";
    };
  }

  private OrderAction cancel(ProvisioningOrder order) {
    if (!OrderCancellation.isUnderWay(order)) {
      try {
        cancellation.check(order);
      } catch (CancellationRefused e) {
        return new OrderAction(Kind.CANCEL, false, "Not now: " + e.getMessage() + ".", null);
      }
    }
    return new OrderAction(Kind.CANCEL, true, OrderCancellation.consequence(order), null);
  }
}
