package io.domainflow.order.content;

import io.domainflow.model.RenewalMode;

/**
 * A suspension, its reversal, or the end of a name with its period.
 *
 * @param operation {@code SUSPEND}, {@code UNSUSPEND} or {@code CANCEL}
 * @param hold whether the name should stop resolving
 * @param renewalMode the mode to set; for {@code UNSUSPEND} the account's default, until the check
 *     has found the previous one
 */
public record SuspensionOrder(Operation operation, boolean hold, RenewalMode renewalMode)
    implements OrderDetails {}
