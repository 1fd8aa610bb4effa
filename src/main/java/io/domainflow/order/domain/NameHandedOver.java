package io.domainflow.order.domain;

import io.domainflow.model.DomainName;

/** A name has another owner in its account, or none; published in the transaction that notes it. */
public record NameHandedOver(String account, DomainName domain) {}
