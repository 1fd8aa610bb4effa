package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.time.Instant;

/**
 * A dispute over a name, in any account.
 *
 * @param reference reference of the proceedings, such as a case number
 * @param by login of the user who set it
 */
public record DisputeHold(
    DomainName domain, HoldKind kind, String reference, String by, Instant since) {}
