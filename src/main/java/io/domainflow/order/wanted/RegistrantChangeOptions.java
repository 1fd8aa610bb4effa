package io.domainflow.order.wanted;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.GivenConsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order says of how a registrant is to be changed.
 *
 * @param mode null to leave it to the account
 * @param consents that the caller has proof of
 * @param requestedBy the person behind the login that placed the order; null if not stated
 * @param transferLock how the transfer lock is to be afterwards; null to leave it as it was
 */
public record RegistrantChangeOptions(
    @Nullable RegistrantChangeMode mode,
    List<GivenConsent> consents,
    @Nullable String requestedBy,
    @Nullable Boolean transferLock) {

  /** Nothing is said. */
  public static final RegistrantChangeOptions NONE =
      new RegistrantChangeOptions(null, List.of(), null, null);
}
