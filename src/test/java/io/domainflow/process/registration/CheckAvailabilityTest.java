package io.domainflow.process.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Ordered;
import io.domainflow.process.registration.CheckAvailabilityWorker.Found;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckDomains.Availability.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a name is available, by what the registrar says of it. */
class CheckAvailabilityTest {

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
                    new Found(availability, null, null))
                .map(Failure::reason)
                .orElse(null))
        .isEqualTo(obstacle);
  }
}
