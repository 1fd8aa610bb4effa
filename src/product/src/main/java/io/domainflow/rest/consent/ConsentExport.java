package io.domainflow.rest.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;

/**
 * The consents for a name: a list in JSON, a table for a spreadsheet or for paper.
 *
 * @param at when they were requested, to the second
 * @param consents oldest first
 */
record ConsentExport(DomainName domain, Instant at, List<ConsentView> consents) {

  @Override
  @JsonValue
  public List<ConsentView> consents() {
    return consents;
  }
}
