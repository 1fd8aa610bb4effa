package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.Repeatable;

/**
 * Sets a renewal mode by the registrar's value, of which there are more than ours.
 *
 * @param word such as {@code RENEWONCE}
 */
record CnrRenewalMode(DomainName domain, String word) implements Repeatable<CnrRenewalMode.Result> {

  /** The mode is set; there are no details. */
  record Result() {}
}
