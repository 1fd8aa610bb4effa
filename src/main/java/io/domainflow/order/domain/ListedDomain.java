package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.DomainReading.DateKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of an account's names states of one of them.
 *
 * @param renewalMode null if the registrar states none of ours
 * @param dates the ones that it states
 */
public record ListedDomain(
    DomainName domain,
    DomainStatus status,
    @Nullable RenewalMode renewalMode,
    Map<DateKind, Instant> dates) {

  public ListedDomain {
    dates = Map.copyOf(dates);
  }
}
