package io.domainflow.process.start;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.Operation;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.intake.PreviewUnavailable;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Asks the process of an order what it would do, and handles the registrar's failures meanwhile.
 */
@Component
public class OrderPreviews {

  private final List<OrderPreview> previews;
  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;

  OrderPreviews(
      List<OrderPreview> previews, RegistrarGateway registrar, LowPriorityCalls lowPriority) {
    this.previews = previews;
    this.registrar = registrar;
    this.lowPriority = lowPriority;
  }

  /**
   * Previews an order.
   *
   * @param draft an order that is not stored
   * @throws PreviewUnavailable if the registrar cannot be asked, so that there is no preview
   */
  public Preview of(ProvisioningOrder draft) {
    try {
      OrderPreview preview = preview(draft.content().operation());
      return lowPriority.whileCallerWaits(() -> preview.of(draft, registrar));
    } catch (Unavailable e) {
      throw new PreviewUnavailable(e.getMessage(), e.until().orElse(null), e);
    } catch (AccessRefused e) {
      throw new PreviewUnavailable(
          e.getMessage() + " Have an administrator look at the account.", null, e);
    } catch (CreditUsedUp e) {
      return new PreviewNotes(draft).ask(Code.CREDIT, e.getMessage()).done();
    } catch (Refused e) {
      // No step has an answer to this either: the order would stop for a person to check.
      return new PreviewNotes(draft).ask(Code.TECHNICAL_PROBLEM, e.getMessage()).done();
    }
  }

  /** Previews the repetition of an order: it would do nothing. */
  public static Preview repeating(ProvisioningOrder earlier) {
    return new Preview(
        earlier.content(),
        earlier,
        null,
        List.of(),
        null,
        List.of(),
        List.of(
            "This order was placed before, and "
                + (earlier.status() == OrderStatus.IN_PROGRESS
                        || earlier.status() == OrderStatus.WAITING
                    ? "is still open"
                    : "has ended with " + earlier.status())
                + ". Placed again it gets the same answer, and nothing is done twice."));
  }

  private OrderPreview preview(Operation operation) {
    return previews.stream()
        .filter(preview -> preview.operations().contains(operation))
        .findFirst()
        .orElseThrow();
  }
}
