package io.domainflow.order.content;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.GivenConsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of an order for a change of registrant.
 *
 * @param mode null to leave it to the account
 * @param consents that the caller has proof of
 * @param requestedBy the person behind the login that placed the order; null if not stated
 * @param transferLock the state of the transfer lock afterwards; null to keep the previous one
 */
public record RegistrantChangeOptions(
    @Nullable RegistrantChangeMode mode,
    List<GivenConsent> consents,
    @Nullable String requestedBy,
    @Nullable Boolean transferLock) {

  /** No options. */
  public static final RegistrantChangeOptions NONE =
      new RegistrantChangeOptions(null, List.of(), null, null);

  /** The same options without the consents of a side. */
  public RegistrantChangeOptions without(ConsentSide side) {
    return new RegistrantChangeOptions(
        mode,
        consents.stream().filter(consent -> consent.side() != side).toList(),
        requestedBy,
        transferLock);
  }
}
