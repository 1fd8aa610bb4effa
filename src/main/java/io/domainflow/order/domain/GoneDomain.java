package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A name that an account no longer has.
 *
 * @param status how it left; unknown if the registrar does not say
 * @param how the same for people, as a part of a sentence
 * @param restorableUntil the last moment in which it can be restored; null if it was not deleted,
 *     or none is stated
 */
public record GoneDomain(
    DomainName domain, DomainStatus status, String how, @Nullable Instant restorableUntil) {}
