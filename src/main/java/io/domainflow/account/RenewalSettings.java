package io.domainflow.account;

/**
 * How an account keeps its names.
 *
 * @param modeDrift what happens to a name whose renewal mode is not the ordered one
 * @param automaticRestore whether an order to renew a name may have it restored first when it was
 *     deleted meanwhile
 */
public record RenewalSettings(RenewalModeDrift modeDrift, boolean automaticRestore) {

  /** As shipped: modes are for people to correct, and a renewal restores what was deleted. */
  public static final RenewalSettings SHIPPED = new RenewalSettings(RenewalModeDrift.TASK, true);
}
