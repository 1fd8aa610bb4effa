package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.StoredDomain;
import io.domainflow.order.StoredDomain.Source;
import io.domainflow.rest.DomainView.Lock;
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
  void tellsALockThatEndsByItselfFromOneThatCanBeLifted() {
    Instant end = NOW.plus(Duration.ofDays(60));

    assertThat(locks(true, end))
        .containsExactly(
            new Lock(Lock.Kind.TRANSFER, null, Source.REGISTRAR),
            new Lock(Lock.Kind.CHANGE_OF_REGISTRANT, end, Source.REGISTRAR));
    assertThat(locks(true, null)).extracting(Lock::kind).containsExactly(Lock.Kind.TRANSFER);
  }

  @Test
  void showsNoLockThatIsOverOrThatTheZoneDoesNotHave() {
    assertThat(locks(false, NOW)).isEmpty();
    assertThat(locks(null, null)).isEmpty();
  }

  private static List<Lock> locks(Boolean transferLocked, Instant lockedUntil) {
    StoredDomain stored =
        new StoredDomain(
            "sandbox",
            DOMAIN,
            DomainStatus.ACTIVE,
            Map.of(),
            transferLocked,
            lockedUntil,
            "billing",
            NOW);
    return DomainView.of("sandbox", DOMAIN, Optional.of(stored), Optional.empty(), NOW).locks();
  }
}
