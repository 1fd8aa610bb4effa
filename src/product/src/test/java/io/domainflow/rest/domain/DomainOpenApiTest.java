package io.domainflow.rest.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.order.domain.StoredSection;
import io.domainflow.rest.DocumentedTypes;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documentation of names agrees with the code. */
class DomainOpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Enum<?>>> closedLists() {
    return Map.ofEntries(
        entry("DomainLockKind", DomainView.Lock.Kind.class),
        entry("DomainPhase", DomainView.Renewal.Phase.class),
        entry("DomainSectionSource", StoredSection.Source.class));
  }

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("DomainView", DomainView.class),
        entry("DomainDates", DomainView.Dates.class),
        entry("DomainLock", DomainView.Lock.class),
        entry("DomainRenewal", DomainView.Renewal.class),
        entry("OpenOrder", DomainView.OpenOrder.class),
        entry("DomainSuspension", DomainView.SuspensionView.class),
        entry("DomainSection", SectionView.class),
        entry("HoldView", HoldView.class));
  }

  @Test
  void hasTheMembersOfAHold() {
    assertThat(api.members("Hold")).containsExactlyInAnyOrderElementsOf(HoldController.MEMBERS);
  }
}
