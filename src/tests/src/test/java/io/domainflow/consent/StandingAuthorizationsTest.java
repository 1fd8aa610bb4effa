package io.domainflow.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * When a standing authorisation counts as a consent of a side, and when as an opt-out from the
 * lock.
 */
@DomainflowTest
class StandingAuthorizationsTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final StandingAuthorizations authorizations;
  private final Clock clock;

  @Autowired
  StandingAuthorizationsTest(StandingAuthorizations authorizations, Clock clock) {
    this.authorizations = authorizations;
    this.clock = clock;
  }

  @AfterEach
  void startOver() {
    authorizations.startOver();
  }

  @Test
  void holdsFromItsStartToItsEndForItsSideAndAccount() {
    Instant start = clock.instant().plus(DAY);
    StandingAuthorization added = add(ConsentSide.NEW, start, start.plus(DAY), false);

    assertThat(valid(ConsentSide.NEW, start.minusSeconds(1))).isEmpty();
    assertThat(valid(ConsentSide.NEW, start.plusSeconds(1))).contains(added);
    assertThat(valid(ConsentSide.NEW, start.plus(DAY))).isEmpty();
    assertThat(valid(ConsentSide.PRIOR, start.plusSeconds(1))).isEmpty();
    assertThat(authorizations.valid("sandbox2", ConsentSide.NEW, start.plusSeconds(1))).isEmpty();
    assertThat(authorizations.of("sandbox")).containsExactly(added);
    assertThat(authorizations.of("sandbox2")).isEmpty();
  }

  @Test
  void holdsFromNowWithoutEndWhenNothingElseIsSaid() {
    StandingAuthorization added = add(ConsentSide.NEW, null, null, false);

    assertThat(added.validFrom()).isEqualTo(added.recordedAt());
    assertThat(valid(ConsentSide.NEW, clock.instant())).contains(added);
    assertThat(valid(ConsentSide.NEW, clock.instant().plus(Duration.ofDays(10_000))))
        .contains(added);
    StandingAuthorization later = add(ConsentSide.NEW, null, null, false);
    assertThat(valid(ConsentSide.NEW, clock.instant())).as("the latest").contains(later);
  }

  @Test
  void anOptOutCountsOnlyForWhatWasRequestedAfterIt() {
    Instant before = clock.instant();
    assertThat(authorizations.optOut("sandbox", before)).isEmpty();
    add(ConsentSide.PRIOR, null, null, false);
    // dated back, but recorded now
    StandingAuthorization added = add(ConsentSide.NEW, before.minus(DAY), null, true);

    assertThat(authorizations.optOut("sandbox", before)).isEmpty();
    assertThat(authorizations.optOut("sandbox", added.recordedAt())).isEmpty();
    assertThat(authorizations.optOut("sandbox", added.recordedAt().plusMillis(1))).contains(added);
    assertThat(authorizations.optOut("sandbox2", clock.instant().plus(DAY))).isEmpty();
  }

  @Test
  void noLongerCountsOnceItIsRevoked() {
    StandingAuthorization added = add(ConsentSide.PRIOR, null, null, true);
    Instant during = clock.instant();

    assertThat(authorizations.revoke("sandbox", added.id(), "admin")).isTrue();

    assertThat(valid(ConsentSide.PRIOR, during)).isEmpty();
    assertThat(authorizations.optOut("sandbox", during)).isEmpty();
    assertThat(authorizations.of("sandbox"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.revokedBy()).isEqualTo("admin"))
        .satisfies(kept -> assertThat(kept.revokedAt()).isAfterOrEqualTo(kept.recordedAt()));
  }

  private Optional<StandingAuthorization> valid(ConsentSide side, Instant at) {
    return authorizations.valid("sandbox", side, at);
  }

  private StandingAuthorization add(ConsentSide side, Instant from, Instant until, boolean optOut) {
    return authorizations.add(
        "sandbox", side, "registration agreement", "2026-1", from, until, optOut, "admin");
  }
}
