package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that an account no longer has.
 *
 * @param status how it left; unknown if not stated
 * @param how the same for people, as part of a sentence
 * @param restorableUntil until when it can be restored; null if it was not deleted, or not stated
 */
public record DepartedDomain(
    DomainName domain, DomainStatus status, String how, @Nullable Instant restorableUntil) {}
