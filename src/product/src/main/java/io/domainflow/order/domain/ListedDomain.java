package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.DomainReading.DateKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of one name in a list of an account's names.
 *
 * @param renewalMode null if the registrar states none or an unknown one
 * @param dates the stated dates
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
