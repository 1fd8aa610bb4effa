package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.UpdateDomain;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of a name in the account, and a change of registrant that can result. */
class ModifyDomainTest {

  private static final DomainName NAME = DomainName.of("hexonet-domain.com");
  private static final ReplaceContacts CONTACTS =
      new ReplaceContacts(
          NAME,
          Map.of(
              ContactRole.BILLING, "P-BIL1",
              ContactRole.TECH, "P-TEC1",
              ContactRole.ADMIN, "P-TUE1378125",
              ContactRole.REGISTRANT, "P-OWN1"),
          AdditionalFields.NONE);

  @Test
  void setsLockAndNameServersAsOrdered() {
    UpdateDomain command =
        update(
            NAME,
            new NameSettings(
                hosts("ns1.ispapi.net", "ns2.ispapi.net", "ns3.ispapi.net"),
                true,
                null,
                null,
                Map.of()));

    Golden.assertEncoded(command, "lock-and-hosts");
    Golden.assertEncoded(
        update(NAME, new NameSettings(null, false, null, null, Map.of())), "unlock");
    Golden.assertEncoded(
        update(NAME, new NameSettings(List.of(), null, null, null, Map.of())), "no-hosts");
    Golden.assertEncoded(new UpdateDomain(NAME, NameSettings.NOTHING, true), "registrar-dns");
    assertThat(Golden.result(command, "documented")).isEqualTo(new UpdateDomain.Result(false));
    assertThat(
            IspapiCodecs.encode(command)
                .result(new RegistrarResponse(200, "ok", true, Map.of()))
                .pending())
        .isTrue();
    assertThat(
            IspapiCodecs.encode(command)
                .result(
                    new RegistrarResponse(
                        200, "ok", false, Map.of("STATUS", List.of("REQUESTEDUPDATE"))))
                .pending())
        .isTrue();
  }

  @Test
  void setsContactsAndPrivacyAsOrdered() {
    Golden.assertEncoded(
        update(
            NAME,
            new NameSettings(
                null,
                null,
                true,
                null,
                Map.of(
                    ContactRole.ADMIN, List.of("P-ADM1", "P-ADM2"),
                    ContactRole.TECH, List.of("P-TEC1"),
                    ContactRole.BILLING, List.of()))),
        "contacts-and-privacy");
  }

  /** There the registry shows or hides the registrant itself. */
  @Test
  void theRegistryOfCaSaysTheOpposite() {
    DomainName ca = DomainName.of("hexonet-domain.ca");

    Golden.assertEncoded(
        update(ca, new NameSettings(null, null, true, null, Map.of())), "hidden-at-ca");
    Golden.assertEncoded(
        update(ca, new NameSettings(null, null, false, null, Map.of())), "shown-at-ca");
  }

  private static UpdateDomain update(DomainName name, NameSettings settings) {
    return new UpdateDomain(name, settings, false);
  }

  private static List<Nameserver> hosts(String... names) {
    return Stream.of(names).map(Nameserver::of).toList();
  }

  @Test
  void putsANameOnHoldAndReleasesIt() {
    Golden.assertEncoded(new HoldDomain(NAME, true), "hold");
    Golden.assertEncoded(new HoldDomain(NAME, false), "resolve");
    assertThat(Golden.result(new HoldDomain(NAME, true), "documented"))
        .isEqualTo(new HoldDomain.Result(false));
  }

  @Test
  void changesSomethingAndNotMoreThanANameCanHave() {
    for (NameSettings settings :
        List.of(
            NameSettings.NOTHING,
            new NameSettings(
                Collections.nCopies(14, Nameserver.of("ns1.example.net")),
                null,
                null,
                null,
                Map.of()),
            new NameSettings(null, true, null, RenewalMode.AUTORENEW, Map.of()),
            new NameSettings(
                null, null, null, null, Map.of(ContactRole.REGISTRANT, List.of("P-OWN1"))))) {
      assertThatIllegalArgumentException()
          .as(settings.toString())
          .isThrownBy(() -> update(NAME, settings));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplaceContacts(NAME, Map.of(), AdditionalFields.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TRANSFERLOCK in place until 2027-03-28 02:30:00               | 2027-03-28T02:30:00Z
          transferlock in place until 2027-10-31T02:30:00.              | 2027-10-31T02:30:00Z
          TRANSFERLOCK in place until 2028-02-29                        | 2028-03-01T00:00:00Z
          TRANSFERLOCK in place until 2028-02-30 10:00:00               |
          TRANSFERLOCK in place until further notice                    |
          it was changed on 2027-03-28                                  |
          """)
  void readsFromARefusalUntilWhenANameIsLocked(String words, Instant until) {
    assertThat(
            TransferLockWords.lockedUntil(
                "Object status does not allow for operation; Change of Registrant " + words))
        .isEqualTo(Optional.ofNullable(until));
  }

  @Test
  void replacesContacts() {
    Golden.assertEncoded(CONTACTS, "contacts");
    assertThat(Golden.result(CONTACTS, "documented"))
        .isEqualTo(new ReplaceContacts.Result(false, "Command completed successfully"));
    assertThat(CONTACTS.costsMoney()).isFalse();
    assertThat(CONTACTS.object()).isEqualTo("hexonet-domain.com");
  }

  @Test
  void bringsWhatTheRegistryWantsWithTheContacts() {
    Golden.assertEncoded(
        new ReplaceContacts(
            DomainName.of("hexonet-domain.ca"),
            Map.of(ContactRole.REGISTRANT, "P-OWN1"),
            new AdditionalFields(Map.of("X-CA-LEGALTYPE", "CCT"))),
        "registrant-with-fields");
    for (String parameter :
        List.of("X-CONFIRM-DA-OLD-REGISTRANT", "TRANSFERLOCK", "X-CA-LEGALTYPE\nAUTH")) {
      ReplaceContacts command =
          new ReplaceContacts(
              NAME,
              Map.of(ContactRole.REGISTRANT, "P-OWN1"),
              new AdditionalFields(Map.of(parameter, "1")));
      assertThatIllegalArgumentException()
          .as(parameter)
          .isThrownBy(() -> IspapiCodecs.encode(command).parameters());
    }
  }

  @Test
  void reportsThatAChangeOfRegistrantHasStarted() {
    assertThat(Golden.result(CONTACTS, "trade"))
        .isEqualTo(new ReplaceContacts.Result(true, "trade pending - non-real-time"));
    assertThat(
            IspapiCodecs.encode(CONTACTS)
                .result(new RegistrarResponse(200, "ok", true, Map.of()))
                .pending())
        .isTrue();
  }
}
