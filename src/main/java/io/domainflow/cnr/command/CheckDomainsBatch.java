package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Query;
import java.util.List;

/**
 * Asks which of a few names can be registered, and what they cost.
 *
 * @param domains 1 to {@value #MOST} names
 * @param priceOf whose price is asked for
 */
record CheckDomainsBatch(List<DomainName> domains, PriceOf priceOf)
    implements Query<CheckDomains.Result> {

  /**
   * How many prices can be asked for at once, as one comes with each name. Of names the registrar
   * checks 32 at once.
   */
  static final int MOST = 30;

  /** What the price is of, as the registrar calls it. */
  enum PriceOf {
    /** The first year of a registration. */
    CREATE,
    /** A transfer, which adds a year. */
    TRANSFER
  }
}
