package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a deleted name that can still be restored. Expensive. Its success never says more than
 * that it is under way: it takes from moments to three working days.
 *
 * @param mode renewal mode that the name gets with it, where the platform takes one; else it has
 *     another, and {@link SetRenewalMode} has to follow
 * @param priceClass price class of a name with a price of its own; null for a plain one
 */
public record RestoreDomain(DomainName domain, RenewalMode mode, @Nullable String priceClass)
    implements Mutation<RestoreDomain.Result> {

  /** It is under way; only a look at the name tells how it ends. */
  public record Result() {}

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }
}
