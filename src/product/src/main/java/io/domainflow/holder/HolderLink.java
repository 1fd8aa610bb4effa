package io.domainflow.holder;

import io.domainflow.model.DomainName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link in a mail to the holder of a name, without its secret.
 *
 * @param subject the order or the process that needs the answer
 * @param validUntil until when an answer is accepted
 * @param usedAt when it was answered; null if not
 */
public record HolderLink(
    HolderLinkKind matter,
    String account,
    DomainName domain,
    String subject,
    Instant validUntil,
    @Nullable Instant usedAt) {}
