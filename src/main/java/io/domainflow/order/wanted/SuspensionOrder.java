package io.domainflow.order.wanted;

import io.domainflow.model.RenewalMode;

/**
 * A suspension, its reversal, or the end of a name with its period.
 *
 * @param operation {@code SUSPEND}, {@code UNSUSPEND} or {@code CANCEL}
 * @param hold whether the name is to stop resolving
 * @param renewalMode what the name gets; for {@code UNSUSPEND} the account's default, until the
 *     check has found the one of before
 */
public record SuspensionOrder(Operation operation, boolean hold, RenewalMode renewalMode)
    implements Wanted {}
