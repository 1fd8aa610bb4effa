package io.domainflow.order.domain;

import io.domainflow.model.DomainName;

/** A name has a new owner in its account, or none; published in the transaction that records it. */
public record DomainOwnerChanged(String account, DomainName domain) {}
