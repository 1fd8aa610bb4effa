package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.registrar.command.HoldDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.registrar.command.UpdateDomain;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed of a name that is here, and the change of registrant that can come of it. */
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
        new UpdateDomain(
            NAME,
            true,
            Stream.of("ns1.ispapi.net", "ns2.ispapi.net", "ns3.ispapi.net")
                .map(Nameserver::of)
                .toList());

    Golden.assertWireForm(command, "lock-and-hosts");
    Golden.assertWireForm(new UpdateDomain(NAME, false, List.of()), "unlock");
    assertThat(Golden.result(command, "documented")).isEqualTo(new UpdateDomain.Result(false));
    assertThat(
            IspapiWires.said(command).result(new WireResponse(200, "ok", true, Map.of())).pending())
        .isTrue();
  }

  @Test
  void putsANameOnHoldAndReleasesIt() {
    Golden.assertWireForm(new HoldDomain(NAME, true), "hold");
    Golden.assertWireForm(new HoldDomain(NAME, false), "resolve");
    assertThat(Golden.result(new HoldDomain(NAME, true), "documented"))
        .isEqualTo(new HoldDomain.Result(false));
  }

  @Test
  void changesSomethingAndNotMoreThanANameCanHave() {
    assertThatIllegalArgumentException().isThrownBy(() -> new UpdateDomain(NAME, null, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UpdateDomain(
                    NAME, null, Collections.nCopies(14, Nameserver.of("ns1.example.net"))));
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
    Golden.assertWireForm(CONTACTS, "contacts");
    assertThat(Golden.result(CONTACTS, "documented"))
        .isEqualTo(new ReplaceContacts.Result(false, "Command completed successfully"));
    assertThat(CONTACTS.costsMoney()).isFalse();
    assertThat(CONTACTS.object()).isEqualTo("hexonet-domain.com");
  }

  @Test
  void bringsWhatTheRegistryWantsWithTheContacts() {
    Golden.assertWireForm(
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
          .isThrownBy(() -> IspapiWires.said(command).parameters());
    }
  }

  @Test
  void reportsThatAChangeOfRegistrantHasStarted() {
    assertThat(Golden.result(CONTACTS, "trade"))
        .isEqualTo(new ReplaceContacts.Result(true, "trade pending - non-real-time"));
    assertThat(
            IspapiWires.said(CONTACTS)
                .result(new WireResponse(200, "ok", true, Map.of()))
                .pending())
        .isTrue();
  }
}
