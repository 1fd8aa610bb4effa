package io.domainflow.rest.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of names.
 *
 * @param next what to send as {@code after} for the next page; null if this is the last
 */
record DomainList(List<DomainView> domains, @Nullable String next) {}
