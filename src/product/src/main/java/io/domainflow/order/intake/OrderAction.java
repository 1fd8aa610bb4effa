package io.domainflow.order.intake;

import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * A possible action on an order, or the reason why it is not possible now.
 *
 * @param text for people, in sentences: its consequences, or why it is not possible
 * @param price that has to be accepted with it; null for none
 */
public record OrderAction(Kind kind, boolean isPossible, String text, @Nullable Money price) {

  /** The kind of action. */
  public enum Kind {
    /** Sends the input that the order waits for. */
    INPUT,
    /** Has the registrar send its confirmation mails again. */
    RESEND,
    CANCEL
  }
}
