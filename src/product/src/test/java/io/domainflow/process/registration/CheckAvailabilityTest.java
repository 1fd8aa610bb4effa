package io.domainflow.process.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Ordered;
import io.domainflow.process.registration.CheckAvailabilityWorker.Result;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckDomains.Availability.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registrar's answer shows whether a name is available. */
class CheckAvailabilityTest {

  private final DocumentedReader registrar = new DocumentedReader();

  @ParameterizedTest
  @CsvSource({
    "AVAILABLE, , , 1Y,",
    "AVAILABLE, , , 2Y,",
    "TAKEN, , , 1Y, NAME_TAKEN",
    "PREMIUM, PREMIUM_A, 900.00, 1Y,",
    "PREMIUM, PREMIUM_A, 900.00, 2Y, PREMIUM_NAME",
    "PREMIUM, PREMIUM_A, , 1Y, PREMIUM_NAME",
    "PREMIUM, , 900.00, 1Y, PREMIUM_NAME",
    "PREMIUM, , , 1Y, PREMIUM_NAME"
  })
  void isForSaleAtThePriceOfItsZoneOrAtOneThatCanBeOrdered(
      Kind kind, String priceClass, String price, String period, Reason obstacle) {
    Availability availability =
        new Availability(
            DomainName.of("example.com"),
            kind,
            211,
            "Domain name not available",
            priceClass,
            priceClass != null,
            price == null ? null : Money.of(price, "EUR"),
            null,
            false);

    assertThat(
            CheckAvailabilityWorker.obstacle(
                    Ordered.registration("example.com", period).order(),
                    new Result(availability, null, null))
                .map(Failure::reason)
                .orElse(null))
        .isEqualTo(obstacle);
  }

  @Test
  void looksAtTheTrademarkNoticeThatStandsAgainstIt() {
    notice();

    assertThat(check().notice().notice().noticeId()).isEqualTo("77");
  }

  /** The registrar is asked again later, as during an outage. */
  @ParameterizedTest
  @ValueSource(strings = {"NOTICE-ACCEPT-ID", "NOTICE-POA-ACCEPT-HASH", "NOTICE-EXPIRATIONDATE"})
  void waitsForANoticeThatCanBeAccepted(String missing) {
    notice(missing);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(this::check)
        .withMessageContaining("not complete");
  }

  private Result check() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    return new CheckAvailabilityWorker(null, null, null, clock)
        .check(Ordered.registration("example.com", "1Y").order(), registrar);
  }

  private void notice(String... missing) {
    registrar.answer("CheckDomains", "DOMAINCHECK=210 Available");
    registrar.answer("CheckDomain", 210, "Available", "CLAIMKEY=2013041500/2/6/9/rJ1NrDO92");
    registrar.answer(
        "StatusTMDBClaim",
        Stream.of(
                "NOTICE-ACCEPT-ID=77",
                "NOTICE-CREATEDDATE=2026-03-01 00:00:00",
                "NOTICE-EXPIRATIONDATE=2026-03-03 00:00:00",
                "NOTICE-POA-ACCEPT-HASH=30ab")
            .filter(property -> Arrays.stream(missing).noneMatch(property::startsWith))
            .toArray(String[]::new));
  }
}
