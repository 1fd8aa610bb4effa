package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddDomainTest {

  private static final Contact HANDLE = Contact.ofHandle("P-TUE1378025");
  private static final RegisterDomain WITH_HANDLES =
      new RegisterDomain(
          new DomainRegistration(
              DomainName.of("d0main0-hexonet.com"),
              new Period(1),
              HANDLE,
              HANDLE,
              HANDLE,
              HANDLE,
              hosts("ns1.hexonet.net", "ns2.hexonet.net", "ns3.hexonet.net"),
              RenewalMode.AUTOEXPIRE,
              false,
              false,
              null,
              AdditionalFields.NONE,
              null));

  @Test
  void sendsHandlesAndLeavesOutWhatIsNotWanted() {
    Golden.assertEncoded(WITH_HANDLES, "handles");
  }

  @Test
  void sendsContactDataAndEverythingElse() {
    Contact owner =
        new Contact(
            null,
            "Zoë",
            "Müller",
            "Müller & Söhne; Handel = Wandel",
            List.of("Hauptstraße 1", "Hinterhaus"),
            "Berlin",
            "BE",
            "10115",
            "DE",
            "+49.301234567",
            "zoe@example.net");
    RegisterDomain everything =
        new RegisterDomain(
            new DomainRegistration(
                DomainName.of("müller.de"),
                new Period(2),
                owner,
                ada("Ada", "Main Street 1"),
                Contact.ofHandle("P-TEC1"),
                Contact.ofHandle("P-BIL1"),
                hosts("ns1.example.net", "ns2.example.net"),
                RenewalMode.AUTORENEW,
                true,
                true,
                "de",
                fields("X-DE-GENERAL-REQUEST", "https://example.net/contact?topic=request"),
                null));

    Golden.assertEncoded(everything, "everything");
  }

  @Test
  void sendsTheProofThatANoticeWasAccepted() {
    Golden.assertEncoded(
        new RegisterDomain(
            RegistrationSamples.plain("domain123abc.com", RegistrationSamples.NOTICE)),
        "claim");
  }

  @Test
  void costsMoneyAndActsOnTheName() {
    assertThat(WITH_HANDLES.costsMoney()).isTrue();
    assertThat(WITH_HANDLES.object()).isEqualTo("d0main0-hexonet.com");
  }

  @Test
  void readsThatANameIsRegistered() {
    assertThat(Golden.result(WITH_HANDLES, "documented"))
        .isEqualTo(
            new RegisterDomain.Result(
                List.of("ACTIVE"), false, Instant.parse("2018-11-20T11:35:15Z")));
  }

  @Test
  void readsThatTheRegistryHasNotDecidedYet() {
    assertThat(Golden.result(WITH_HANDLES, "pending"))
        .isEqualTo(new RegisterDomain.Result(List.of("requestedCreate"), true, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQUESTEDCREATE", "pendingCreate", "Requested"})
  void isPendingByStatusEvenWithoutTheFlag(String status) {
    assertThat(IspapiCodecs.encode(WITH_HANDLES).result(answer(false, status)).pending()).isTrue();
  }

  @Test
  void isPendingByTheFlagEvenWithAnActiveStatus() {
    assertThat(IspapiCodecs.encode(WITH_HANDLES).result(answer(true, "ACTIVE")).pending()).isTrue();
    assertThat(IspapiCodecs.encode(WITH_HANDLES).result(answer(false, "ACTIVE")).pending())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DOMAIN",
        "OWNERCONTACT0",
        "TRANSFERLOCK",
        "SUBUSER",
        "X-",
        "x-ca-legaltype",
        "X-A\nDOMAIN",
        "X-ACCEPT-WHOISTRUSTEE-TAC",
        "X-IDN-LANGUAGE"
      })
  void refusesAnUnknownOrAlreadySetAdditionalField(String key) {
    DomainRegistration registration =
        new DomainRegistration(
            WITH_HANDLES.registration().domain(),
            WITH_HANDLES.registration().period(),
            HANDLE,
            HANDLE,
            HANDLE,
            HANDLE,
            List.of(),
            RenewalMode.AUTOEXPIRE,
            false,
            true,
            "de",
            fields(key, "canary"),
            null);

    for (Command<?> command :
        List.of(
            new RegisterDomain(registration),
            new CheckRegistration(registration),
            new RegisterDomain(registration, "GOLIVE", null))) {
      assertThatIllegalArgumentException()
          .as(command.name())
          .isThrownBy(() -> IspapiCodecs.encode(command).parameters())
          .withMessageStartingWith("Additional field ")
          .withMessageNotContainingAny("canary", "\n");
    }
  }

  @Test
  void refusesMoreNameServersThanANameCanHave() {
    List<Nameserver> fourteen = Collections.nCopies(14, Nameserver.of("ns1.example.net"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> register(HANDLE, fourteen, null, AdditionalFields.NONE));
  }

  @Property(tries = 10_000)
  void noFieldValueAddsOrChangesAParameter(
      @ForAll @IntRange(min = 0, max = 5) int field, @ForAll("hostile") String value) {
    RegisterDomain harmless = withFieldSetTo(field, "harmless");
    String text;
    try {
      EncodedCommand<?> hostile = IspapiCodecs.encode(withFieldSetTo(field, value));
      text = CommandText.encode(hostile.name(), hostile.parameters());
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).doesNotContain("canary");
      return;
    }

    Map<String, String> sent =
        Arrays.stream(text.split("\\R", -1))
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    Map<String, String> expected = IspapiCodecs.encode(harmless).parameters();
    Set<String> changed =
        sent.keySet().stream()
            .filter(key -> !sent.get(key).equals(expected.get(key)))
            .collect(Collectors.toSet());
    changed.remove("COMMAND");
    assertThat(sent).containsEntry("COMMAND", "AddDomain");
    assertThat(sent.keySet()).containsAll(expected.keySet()).hasSize(expected.size() + 1);
    assertThat(changed).hasSize(1);
    assertThat(sent.get(changed.iterator().next())).isEqualTo(value);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "\n",
            "\r",
            "\r\n",
            "=",
            "EOF",
            "COMMAND=DeleteDomain",
            "PROPERTY[X][0]=1",
            "\0",
            "\u0085",
            "\u2028",
            "\t",
            "DOMAIN=canary.com",
            "canary",
            "ä",
            "%0A",
            "&",
            "*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }

  private static RegisterDomain withFieldSetTo(int field, String value) {
    return switch (field) {
      case 0 -> register(Contact.ofHandle(value), List.of(), null, AdditionalFields.NONE);
      case 1 -> register(ada(value, "Main Street 1"), List.of(), null, AdditionalFields.NONE);
      case 2 -> register(ada("Ada", value), List.of(), null, AdditionalFields.NONE);
      case 3 -> register(HANDLE, List.of(new Nameserver(value)), null, AdditionalFields.NONE);
      case 4 -> register(HANDLE, List.of(), value, AdditionalFields.NONE);
      default -> register(HANDLE, List.of(), null, fields("X-CA-LEGALTYPE", value));
    };
  }

  private static RegisterDomain register(
      Contact contact, List<Nameserver> hosts, String idnLanguage, AdditionalFields fields) {
    return new RegisterDomain(
        new DomainRegistration(
            DomainName.of("example.com"),
            new Period(1),
            contact,
            HANDLE,
            HANDLE,
            HANDLE,
            hosts,
            RenewalMode.AUTOEXPIRE,
            false,
            false,
            idnLanguage,
            fields,
            null));
  }

  private static Contact ada(String firstName, String street) {
    return new Contact(
        null,
        firstName,
        "Example",
        null,
        List.of(street),
        "Berlin",
        null,
        "10115",
        "DE",
        "+49.301234567",
        "ada@example.net");
  }

  private static AdditionalFields fields(String key, String value) {
    return new AdditionalFields(Map.of(key, value));
  }

  private static List<Nameserver> hosts(String... hosts) {
    return Stream.of(hosts).map(Nameserver::of).toList();
  }

  private static RegistrarResponse answer(boolean pending, String status) {
    return new RegistrarResponse(200, "ok", pending, Map.of("STATUS", List.of(status)));
  }
}
