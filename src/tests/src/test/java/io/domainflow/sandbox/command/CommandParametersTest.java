package io.domainflow.sandbox.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.CheckRegistrantChange;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.Confirmations;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import io.domainflow.registrar.command.RequestTransfer;
import io.domainflow.registrar.command.TransferKind;
import io.domainflow.sandbox.protocol.ReceivedCommand;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.Filling;
import io.domainflow.tld.FormOperation;
import io.domainflow.tld.TldPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of orders with additional fields have only parameters and values in the registrar's
 * tables for the command and the zone.
 */
class CommandParametersTest {

  private static final CommandSyntax SYNTAX = new CommandSyntax();
  private static final Contact CONTACT = Contact.ofHandle("P-ABC123");

  static Stream<TldPolicy> tldsWithForm() {
    return Filling.tldsWithForm();
  }

  @ParameterizedTest
  @MethodSource("tldsWithForm")
  void areThoseOfTheCommandAndTheZone(TldPolicy policy) {
    SoftAssertions all = new SoftAssertions();
    for (FormOperation operation : FormOperation.values()) {
      TreeSet<String> sent = new TreeSet<>();
      for (FieldContext context : Filling.contexts(policy, operation)) {
        for (Map<String, Object> choice : Filling.choices(policy, operation)) {
          Filling filling = Filling.of(policy, context, true, choice);
          AdditionalFields fields = filling.parameters();
          sent.addAll(fields.values().keySet());
          for (Command<?> command : commands(policy, operation, fields)) {
            EncodedCommand<?> said = IspapiCodecs.encode(command);
            all.assertThat(refusal(said.name(), said.parameters()))
                .as("%s: %s", said.name(), filling)
                .isNull();
          }
          if (operation == FormOperation.UPDATE) {
            Map<String, String> parameters = new LinkedHashMap<>(fields.values());
            parameters.put("DOMAIN", "example." + policy.tld());
            all.assertThat(refusal("ModifyDomain", parameters)).as(filling.toString()).isNull();
          }
        }
      }
      all.assertThat(sent)
          .as("all fields of %s were sent", operation)
          .containsAll(
              policy.form().orElseThrow().fields().stream()
                  .filter(field -> field.operations().contains(operation) && !field.isHelper())
                  .map(field -> field.parameter())
                  .toList());
    }
    all.assertAll();
  }

  /** Profile B refuses parameters that only the public modules know. */
  @Test
  void profileBDoesNotTakeWhatNoPageLists() {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            IspapiCodecs.encode(
                    command(FormOperation.REGISTER, "example.jobs", AdditionalFields.NONE))
                .parameters());
    parameters.put("X-JOBS-TITLE", "Clerk");

    assertThat(refusal("AddDomain", parameters, Profile.A)).isNull();
    assertThat(refusal("AddDomain", parameters, Profile.B)).contains("X-JOBS-TITLE");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, X-FR-REGISTRANT-BIRTH-DATE, 1970-01-02",
    "yt, X-FR-REGISTRANT-BIRTH-PLACE, Mamoudzou",
    "ie, X-IE-REGISTRANT-CLASS, Company",
    "ca, X-CA-LANGUAGE, fr"
  })
  void areTakenAsTheRegistrarsModulesSendThem(String tld, String parameter, String value) {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            IspapiCodecs.encode(
                    command(FormOperation.REGISTER, "example." + tld, AdditionalFields.NONE))
                .parameters());
    parameters.put(parameter, value);

    assertThat(refusal("AddDomain", parameters)).isNull();
    assertThat(SYNTAX.masked("AddDomain", parameters).get(parameter))
        .isEqualTo(parameter.contains("BIRTH") ? "***" : value);
  }

  @Test
  void takesBlanksForNothing() {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            IspapiCodecs.encode(
                    command(FormOperation.REGISTER, "example.de", AdditionalFields.NONE))
                .parameters());
    parameters.put("X-DE-ACCEPT-TRUSTEE-TAC", " ");

    assertThat(refusal("AddDomain", parameters)).isNull();
    assertThat(refusal("AddDomain", parameters, Profile.B)).contains("X-DE-ACCEPT-TRUSTEE-TAC");
  }

  @Test
  void takesATickedBoxAsTheRegistrarsModuleSendsIt() {
    Map<String, String> parameters =
        new LinkedHashMap<>(
            IspapiCodecs.encode(
                    command(FormOperation.REGISTER, "example.it", AdditionalFields.NONE))
                .parameters());
    parameters.put("X-IT-ACCEPT-LIABILITY-TAC", "on");

    assertThat(refusal("AddDomain", parameters)).isNull();
    assertThat(refusal("AddDomain", parameters, Profile.B)).contains("X-IT-ACCEPT-LIABILITY-TAC");
    parameters.put("X-IT-PIN", "on");
    parameters.put("X-IT-REGISTRANT-ENTITY-TYPE", "on");
    assertThat(refusal("AddDomain", parameters)).contains("X-IT-REGISTRANT-ENTITY-TYPE");
  }

  private static List<Command<?>> commands(
      TldPolicy policy, FormOperation operation, AdditionalFields fields) {
    String name = "example." + policy.tld();
    return switch (operation) {
      case REGISTER ->
          List.of(
              command(operation, name, fields), new CheckRegistration(registration(name, fields)));
      case TRANSFER -> List.of(command(operation, name, fields));
      case TRADE ->
          List.of(
              command(operation, name, fields),
              new CheckRegistrantChange(DomainName.of(name), CONTACT, Confirmations.NONE, fields));
      // names are updated without additional fields so far; the table has to be right all the same
      case UPDATE -> List.of();
    };
  }

  private static Command<?> command(FormOperation operation, String name, AdditionalFields fields) {
    return switch (operation) {
      case REGISTER -> new RegisterDomain(registration(name, fields));
      case TRANSFER ->
          new RequestTransfer(
              DomainName.of(name),
              TransferKind.REQUEST,
              null,
              new Period(1),
              Map.of(),
              List.of(),
              fields,
              null,
              null);
      default -> new ChangeRegistrant(DomainName.of(name), "P-ABC123", Confirmations.NONE, fields);
    };
  }

  private static DomainRegistration registration(String name, AdditionalFields fields) {
    return new DomainRegistration(
        DomainName.of(name),
        new Period(1),
        CONTACT,
        CONTACT,
        CONTACT,
        CONTACT,
        List.of(),
        RenewalMode.AUTOEXPIRE,
        false,
        false,
        null,
        fields,
        null);
  }

  private static String refusal(String command, Map<String, String> parameters) {
    return refusal(command, parameters, Profile.A);
  }

  private static String refusal(String command, Map<String, String> parameters, Profile profile) {
    try {
      SYNTAX.check(
          command, new ReceivedCommand(null, "test.user", command, parameters, ""), profile);
      return null;
    } catch (Refusal e) {
      return e.answer().code() + " " + e.answer().detail();
    }
  }
}
