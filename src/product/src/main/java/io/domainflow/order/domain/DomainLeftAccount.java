package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;

/**
 * A name has left an account. Published once for each departure, in the transaction that records
 * it.
 *
 * @param status transferred away, deleted, or unknown if not stated
 * @param how for people, as part of a sentence
 */
public record DomainLeftAccount(
    String account, DomainName domain, DomainStatus status, String how) {}
