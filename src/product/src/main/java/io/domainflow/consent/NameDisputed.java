package io.domainflow.consent;

import io.domainflow.model.DomainName;

/** A dispute over a name was recorded; published in the same transaction. */
public record NameDisputed(DomainName domain) {}
