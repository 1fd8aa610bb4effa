package io.domainflow.order.intake;

import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done with an order, or why it cannot now.
 *
 * @param text for people, in sentences: what follows from it, or why it is not possible
 * @param price that has to be agreed to with it; null for none
 */
public record OrderAction(Kind kind, boolean isPossible, String text, @Nullable Money price) {

  /** What can be done. */
  public enum Kind {
    /** It is given what it waits for. */
    INPUT,
    /** The registrar sends its confirmation mails again. */
    RESEND,
    CANCEL
  }
}
