package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderReference;
import io.domainflow.tld.FieldContext;
import org.jspecify.annotations.Nullable;

/** The operations on processes that orders need. */
public interface OrderProcess {

  /**
   * Starts the process of an order, whose start event accepts the order.
   *
   * @param content the order as sent by the caller
   * @return the reference under which it was stored for the caller
   * @throws OrderRejected if the order is not acceptable
   * @throws DuplicateOrder if it conflicts with an earlier one
   */
  OrderReference start(ObjectNode content);

  /**
   * Previews an order without placing it: nothing is stored, no process starts, and the registrar
   * is only asked.
   *
   * @param content the order as the caller would send it
   * @throws OrderRejected if the order would not be accepted
   * @throws DuplicateOrder if it would conflict with an earlier one, unless it only repeats it
   * @throws PreviewUnavailable if the registrar cannot be asked
   */
  Preview preview(ObjectNode content);

  /** The context in which the additional fields of an open order are checked. */
  FieldContext fieldContext(ProvisioningOrder order);

  /**
   * Whether the registrar is carrying out a command of an order, or has not said yet whether it
   * did.
   */
  boolean hasCommandInFlight(ProvisioningOrder order);

  /** Ends the process of an order by cancellation, in any wait, and with it the order. */
  void cancel(ProvisioningOrder order);

  /** Withdraws the operation at the registrar; the order ends with the registrar's result. */
  void withdraw(ProvisioningOrder order);

  /** Makes the process of an order that waits for a confirmation check now. */
  void checkNow(ProvisioningOrder order);

  /** Has the registrar send its confirmation mails again. */
  void resendMails(ProvisioningOrder order);

  /**
   * Completes the task that an order waits for, on behalf of its caller; without a task, notifies
   * the waiting process.
   *
   * @param decision the task's decision; null for a task without one
   */
  void answer(ProvisioningOrder order, @Nullable String decision);
}
