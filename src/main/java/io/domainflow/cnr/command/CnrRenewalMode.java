package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Repeatable;

/**
 * Sets a renewal mode in the registrar's word: it has more than we do.
 *
 * @param word such as {@code RENEWONCE}
 */
record CnrRenewalMode(DomainName domain, String word) implements Repeatable<CnrRenewalMode.Result> {

  /** The mode is set; there is nothing more to say. */
  record Result() {}
}
