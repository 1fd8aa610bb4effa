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
record CheckedBlock(List<DomainName> domains) implements Query<CheckDomains.Result> {

  /** As many as the registrar's modules ask for at once. */
  static final int MOST = 32;
}
