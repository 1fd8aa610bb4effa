package io.domainflow.order.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.wanted.OrderReference;
import io.domainflow.tld.FieldContext;
import org.jspecify.annotations.Nullable;

/** The process of an order, as far as the order needs it. */
public interface OrderProcess {

  /**
   * Starts the process of an order; the start takes the order in.
   *
   * @param content the order as the caller wrote it
   * @return the reference under which it was stored for the caller
   * @throws OrderRejected if the order is not acceptable
   * @throws DuplicateOrder if it meets an earlier one
   */
  OrderReference start(ObjectNode content);

  /**
   * Says what an order would do, without placing it: nothing is stored, no process starts, and the
   * registrar is only asked.
   *
   * @param content the order as the caller would write it
   * @throws OrderRejected if the order would not be accepted
   * @throws DuplicateOrder if it would meet an earlier one, unless it only repeats it
   * @throws PreviewUnavailable if the registrar cannot be asked
   */
  Preview preview(ObjectNode content);

  /** In which case the additional fields of a running order are judged. */
  FieldContext fieldContext(ProvisioningOrder order);

  /** Ends the process of an order by cancellation, whatever it waits for. */
  void cancel(ProvisioningOrder order);

  /** Withdraws at the registrar what it has accepted; the order ends as the registrar says. */
  void withdraw(ProvisioningOrder order);

  /** Makes the process of an order that waits for a confirmation look now. */
  void look(ProvisioningOrder order);

  /** Has the registrar send its confirmation mails again. */
  void resendMails(ProvisioningOrder order);

  /**
   * Completes the task that an order waits for, on behalf of its caller; without a task, tells the
   * waiting process that there is something new.
   *
   * @param decision what the task ends with; null for a task without a decision
   */
  void answer(ProvisioningOrder order, @Nullable String decision);
}
