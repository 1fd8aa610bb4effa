package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import org.jspecify.annotations.Nullable;

/**
 * Requests the restore of a deleted name. Expensive. Success only means that it is under way: it
 * takes from moments to three working days.
 *
 * @param mode renewal mode to set with it, if the platform accepts one; else {@link SetRenewalMode}
 *     has to follow
 * @param priceClass price class of a premium name; null for an ordinary one
 */
public record RestoreDomain(DomainName domain, RenewalMode mode, @Nullable String priceClass)
    implements Mutation<RestoreDomain.Result> {

  /** It is under way; only reading the name shows the result. */
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
