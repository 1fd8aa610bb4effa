package io.domainflow.process.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Ordered;
import io.domainflow.order.content.RegistrationOrder;
import io.domainflow.registrar.DocumentedReader;
import io.domainflow.registrar.command.ReadDomain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences between a registered name and its order are reported from the registrar's data. */
class RegistrationDifferencesTest {

  private final DocumentedReader registrar = new DocumentedReader();

  @Test
  void findsNoDifferenceIfTheNameIsAsOrdered() {
    here();

    assertThat(differences(ordered())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RENEWALMODE=AUTORENEW, renewal mode",
    "TRANSFERLOCK=0, transfer lock: ordered but not set",
    "NAMESERVER=ns9.example.net, name servers",
    "EXPIRATIONDATE=2028-06-10 10:00:00, period: ordered 1 year"
  })
  void nameWhatDiffers(String property, String told) {
    here(property);

    assertThat(differences(ordered()))
        .singleElement()
        .satisfies(text -> assertThat(text.replace(",", "")).startsWith(told));
  }

  /** Registries count from their own second. */
  @ParameterizedTest
  @CsvSource({"2027-06-09 10:00:00", "2027-06-10 09:59:58", "2027-06-11 10:00:00"})
  void findsNoDifferenceForADayMoreOrLess(String ends) {
    here("EXPIRATIONDATE=" + ends);

    assertThat(differences(ordered())).isEmpty();
  }

  @Test
  void findsNoDifferenceInWhatRegistriesSpellDifferently() {
    here();

    assertThat(
            differences(
                ordered().registrant(person("ADA", "Lovelace", null, "Ada@Example.com", "Rome"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Eve, Lovelace, , ada@example.com",
    "Ada, Else, , ada@example.com",
    "Ada, Lovelace, Other Inc., ada@example.com",
    "Ada, Lovelace, , eve@example.com"
  })
  void nameAnotherRegistrant(String first, String last, String organization, String email) {
    here();

    assertThat(
            differences(ordered().registrant(person(first, last, organization, email, "London"))))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("registrant:").doesNotContain("ada", "eve"));
  }

  @Test
  void nameARegistrantWhomTheRegistrarDoesNotShow() {
    here();

    assertThat(
            RegistrationDifferences.of(
                ordered().content().as(RegistrationOrder.class), domain(), null))
        .singleElement()
        .satisfies(text -> assertThat(text).startsWith("registrant:"));
  }

  /** The registrant is compared only if the registrar names one. */
  @Test
  void areLookedForInANameWithoutARegistrant() {
    here();

    ReadBackDomainWorker.Registered registered =
        ReadBackDomainWorker.read(ordered().order(), registrar);

    assertThat(registered.domain().ownerContact()).isNull();
    assertThat(registered.registrant()).isNull();
    assertThat(registrar.asked()).containsExactly("StatusDomain");
  }

  private void here(String... instead) {
    List<String> properties =
        new java.util.ArrayList<>(
            List.of(
                "STATUS=ACTIVE",
                "CREATEDDATE=2026-06-10 10:00:00",
                "EXPIRATIONDATE=2027-06-10 10:00:00",
                "RENEWALMODE=AUTOEXPIRE",
                "TRANSFERLOCK=1",
                "NAMESERVER=ns1.example.net"));
    for (String property : instead) {
      String name = property.substring(0, property.indexOf('=') + 1);
      properties.removeIf(each -> each.startsWith(name));
      properties.add(property);
    }
    registrar.answer("StatusDomain", properties.toArray(String[]::new));
  }

  private static Ordered ordered() {
    return Ordered.registration("example.com", "1Y")
        .renewalMode(RenewalMode.AUTOEXPIRE)
        .transferLock()
        .nameservers("ns1.example.net")
        .registrant(person("Ada", "Lovelace", null, "ada@example.com", "London"));
  }

  private static Contact person(
      String first, String last, String organization, String email, String city) {
    return new Contact(
        null,
        first,
        last,
        organization,
        List.of("Street 1"),
        city,
        null,
        "12345",
        "GB",
        "+44.2012345678",
        email);
  }

  private ReadDomain.Result domain() {
    return registrar.domain(DomainName.of("example.com")).orElseThrow();
  }

  private List<String> differences(Ordered ordered) {
    return RegistrationDifferences.of(
        ordered.content().as(RegistrationOrder.class),
        domain(),
        person("Ada", "Lovelace", null, "ada@example.com", "London"));
  }
}
