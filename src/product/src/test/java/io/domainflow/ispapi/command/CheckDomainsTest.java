package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckDomains.Availability.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckDomainsTest {

  private static final DomainName PREMIUM = DomainName.of("premium.guru");
  private static final DomainName PLAIN = DomainName.of("nonpremium.guru");

  @Test
  void asksForPremiumNamesToo() {
    Golden.assertEncoded(new CheckDomains(List.of(PREMIUM, PLAIN)), "documented");
  }

  @Test
  void distinguishesAPremiumNameFromATakenOne() {
    assertThat(Golden.result(new CheckDomains(List.of(PREMIUM, PLAIN)), "documented").names())
        .containsExactly(
            new Availability(
                PREMIUM,
                Kind.PREMIUM,
                211,
                "Premium Domain name available [PREMIUM]",
                "PREMIUM_DONUTS_Price Category A",
                true,
                Money.of("999.99", "USD"),
                "Premium Domain Name",
                false),
            new Availability(
                PLAIN, Kind.AVAILABLE, 210, "Available", null, false, null, null, false));
  }

  /** What has a price is ordered at its class, and not sold at the prices of that class's zone. */
  @Test
  void distinguishesANamesOwnClassFromThatOfItsZone() {
    Availability name =
        IspapiCodecs.encode(new CheckDomains(List.of(PLAIN)))
            .result(
                new RegistrarResponse(
                    200,
                    "Command completed successfully",
                    false,
                    Map.of(
                        "DOMAINCHECK",
                        List.of("210 Available"),
                        "CLASS",
                        List.of("COM"),
                        "PRICE",
                        List.of("900.00"),
                        "CURRENCY",
                        List.of("EUR"))))
            .names()
            .get(0);

    assertThat(name.kind()).isEqualTo(Kind.PREMIUM);
    assertThat(name.priceClass()).isEqualTo("COM");
    assertThat(name.ownPrice()).isFalse();
  }

  @Test
  void neverOffersANameWithAPriceOfItsOwnAsAPlainOne() {
    List<Availability> names =
        Golden.result(new CheckDomains(names("a", "b", "c", "d", "e", "f", "g", "h")), "mixed")
            .names();

    assertThat(names)
        .extracting(Availability::kind)
        .containsExactly(
            Kind.AVAILABLE,
            Kind.TAKEN,
            Kind.PREMIUM,
            Kind.PREMIUM,
            Kind.NOT_CHECKED,
            Kind.UNSUPPORTED,
            Kind.NOT_CHECKED,
            Kind.TAKEN);
    assertThat(names)
        .extracting(Availability::code)
        .containsExactly(210, 211, 210, 210, 421, 549, 0, 211);
    assertThat(names.get(1).reason()).isEqualTo("In use");
    assertThat(names.get(2).priceClass()).isEqualTo("PREMIUM_GOLD");
    assertThat(names.get(2).price()).as("a price that is no number").isNull();
    assertThat(names.get(3).price()).isEqualTo(Money.of("40.00", "EUR"));
    assertThat(names.get(5).text()).isEqualTo("Command failed; TLD not supported");
    assertThat(names.get(6).text()).isNull();
  }

  @Test
  void refusesToAskForNothingOrTooMuch() {
    List<DomainName> tooMany =
        IntStream.range(0, 251).mapToObj(i -> DomainName.of("n" + i + ".com")).toList();

    assertThatIllegalArgumentException().isThrownBy(() -> new CheckDomains(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new CheckDomains(tooMany));
    assertThat(new CheckDomains(tooMany.subList(0, 250)).domains()).hasSize(250);
  }

  private static List<DomainName> names(String... labels) {
    return Stream.of(labels).map(label -> DomainName.of(label + ".com")).toList();
  }
}
