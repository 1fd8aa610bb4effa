package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;

/**
 * A name has left an account. It is published once for each time that it leaves, in the transaction
 * that notes it.
 *
 * @param status transferred away, deleted, or unknown if the registrar does not say
 * @param how for people, as a part of a sentence
 */
public record NameHasGone(String account, DomainName domain, DomainStatus status, String how) {}
