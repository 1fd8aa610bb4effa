package io.domainflow.order.progress;

import org.jspecify.annotations.Nullable;

/**
 * How far one section is of an update.
 *
 * @param reason why it was refused, for people; null if it was not
 */
public record SectionResult(SectionState state, @Nullable String reason) {}
