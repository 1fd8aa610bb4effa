package io.domainflow.rest.order;

import io.domainflow.order.intake.OrderAction;
import io.domainflow.rest.PriceView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions that are possible on an order now.
 *
 * @param actions empty for a login that may only read, and for an order that has ended
 */
record ActionsView(String reference, List<ActionView> actions) {

  /**
   * An action on an order, or why it is not possible.
   *
   * @param text for people: the consequences, or why it is not possible
   * @param price the price that has to be agreed to with it
   */
  record ActionView(
      OrderAction.Kind action, boolean possible, String text, @Nullable PriceView price) {

    static ActionView of(OrderAction action) {
      return new ActionView(
          action.kind(), action.isPossible(), action.text(), PriceView.of(action.price()));
    }
  }
}
