package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.Query;
import java.util.List;

/**
 * Asks which of a few names can be registered.
 *
 * @param domains 1 to {@value #MOST} names
 */
record CheckDomainsBatch(List<DomainName> domains) implements Query<CheckDomains.Result> {

  /**
   * How many prices can be asked for at once, as one comes with each name. Of names the registrar
   * checks 32 at once.
   */
  static final int MOST = 30;
}
