package io.domainflow.consent;

import io.domainflow.model.DomainName;

/** A dispute over a name was noted; published in the transaction that notes it. */
public record NameDisputed(DomainName domain) {}
