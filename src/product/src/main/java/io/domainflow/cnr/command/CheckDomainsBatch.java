package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Query;
import java.util.List;

/**
 * Checks which of a few names can be registered, and at what price.
 *
 * @param domains 1 to {@value #MOST} names
 * @param priceOf the operation whose price is requested
 */
record CheckDomainsBatch(List<DomainName> domains, PriceOf priceOf)
    implements Query<CheckDomains.Result> {

  /**
   * The maximum number of prices in one request, since there is one for each name. The registrar
   * checks at most 32 names at once.
   */
  static final int MOST = 30;

  /** The operation that the price is for, in the registrar's terms. */
  enum PriceOf {
    /** The first year of a registration. */
    CREATE,
    /** A transfer, which adds a year. */
    TRANSFER
  }
}
