package io.domainflow.process.deletion;

import io.domainflow.model.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What previews and orders say in common about a deletion. */
final class DeletionWords {

  private DeletionWords() {}

  /**
   * A sentence about whether a deleted name can be brought back.
   *
   * @param restorable for how long; null if the registrar does not state it
   * @param price what that costs; null if the registrar does not state it
   */
  static String afterwards(@Nullable Duration restorable, @Nullable Money price) {
    if (restorable == null) {
      return "The registrar does not say whether the name can be restored afterwards.";
    }
    if (restorable.isZero()) {
      return "Afterwards the name cannot be restored.";
    }
    return "Afterwards the name can be restored for "
        + restorable.toDays()
        + " days, "
        + (price == null
            ? "at a price that the registrar does not state."
            : "which costs " + price + ".");
  }
}
