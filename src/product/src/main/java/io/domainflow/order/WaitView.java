package io.domainflow.order;

import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderDetails;
import io.domainflow.order.content.UpdateOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for, as shown to callers and in webhooks.
 *
 * @param who the caller, if input is accepted; an operator may act first
 * @param until each code says what happens then; null if that is not known, or nothing happens
 * @param accepts names of the members that are accepted as input now; empty if none is
 */
public record WaitView(
    Who who,
    Code code,
    String what,
    @Nullable Instant until,
    @Nullable String taskId,
    List<String> accepts) {

  /** What an order waits for; null if it does not wait. */
  public static @Nullable WaitView of(ProvisioningOrder order) {
    WaitingFor wait = order.waitingFor();
    if (wait == null) {
      return null;
    }
    Operation operation = order.content().operation();
    return new WaitView(
        AcceptedInput.who(operation, wait.who(), wait.code()),
        wait.code(),
        wait.what(),
        wait.until(),
        wait.taskId(),
        accepts(order.content().details(), operation, wait.code()));
  }

  /** The same without the text, for a reader who must not see what a person wrote. */
  public WaitView withWhat(String other) {
    return new WaitView(who, code, other, until, taskId, accepts);
  }

  // Only sections that an update changes can be corrected in it; a list does not know whether an
  // address is one of them, and what an order waits for is taken in any case.
  private static List<String> accepts(OrderDetails details, Operation operation, Code code) {
    List<String> accepts = AcceptedInput.accepts(operation, code);
    return details instanceof UpdateOrder update
        ? accepts.stream()
            .filter(
                member ->
                    update.members().contains(member)
                        || (code == Code.ADDITIONAL_FIELDS && member.equals("additionalFields")))
            .toList()
        : accepts;
  }
}
