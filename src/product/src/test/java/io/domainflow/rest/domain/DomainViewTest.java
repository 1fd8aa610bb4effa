package io.domainflow.rest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomain.ChangeLock;
import io.domainflow.order.domain.StoredDomain.Source;
import io.domainflow.owner.Owner;
import io.domainflow.rest.domain.DomainView.Lock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainViewTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final DomainName DOMAIN = DomainName.of("example.com");

  @Test
  void distinguishesALockThatEndsAutomaticallyFromOneThatCanBeLifted() {
    Instant end = NOW.plus(Duration.ofDays(60));

    assertThat(locks(true, null, new ChangeLock(end, Source.REGISTRAR)))
        .containsExactly(
            new Lock(Lock.Kind.TRANSFER, null, Source.REGISTRAR),
            new Lock(Lock.Kind.CHANGE_OF_REGISTRANT, end, Source.REGISTRAR));
    assertThat(locks(false, null, new ChangeLock(end, Source.COMPUTED)))
        .containsExactly(new Lock(Lock.Kind.CHANGE_OF_REGISTRANT, end, Source.COMPUTED));
    assertThat(locks(true, end, null))
        .containsExactly(new Lock(Lock.Kind.TRANSFER, end, Source.REGISTRAR));
  }

  @Test
  void showsNoLockThatIsOverOrThatTheZoneDoesNotHave() {
    assertThat(locks(false, NOW, new ChangeLock(NOW, Source.COMPUTED))).isEmpty();
    assertThat(locks(null, null, null)).isEmpty();
    assertThat(locks(true, NOW, null))
        .containsExactly(new Lock(Lock.Kind.TRANSFER, null, Source.REGISTRAR));
  }

  private static List<Lock> locks(
      Boolean transferLocked, Instant lockedUntil, ChangeLock changeLock) {
    StoredDomain stored =
        new StoredDomain(
            "sandbox",
            DOMAIN,
            DomainStatus.ACTIVE,
            Map.of(),
            null,
            transferLocked,
            lockedUntil,
            changeLock,
            new Owner("billing"),
            List.of(),
            null,
            NOW);
    return DomainView.of(
            "sandbox", DOMAIN, null, Optional.of(stored), Optional.empty(), Map.of(), NOW)
        .locks();
  }
}
