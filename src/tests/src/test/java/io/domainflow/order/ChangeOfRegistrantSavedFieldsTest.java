package io.domainflow.order;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.order.NamesWithFields.ADA;
import static io.domainflow.order.NamesWithFields.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a registry wanted to know of a name is sent again for the same registrant, and for another
 * one only if somebody says so.
 */
@DomainflowTest
class ChangeOfRegistrantSavedFieldsTest {

  private static final String ADA_WITH_NEW_MAIL = ADA.replace("ada@", "new@");
  private static final String EXAMPLE_INC =
      ADA.replace("'street'", "'organization': 'Example Inc.', 'street'");

  private final Registrations registrations;
  private final NamesWithFields names;

  @Autowired
  ChangeOfRegistrantSavedFieldsTest(@LocalServerPort int port) {
    this.registrations = new Registrations(port);
    this.names = new NamesWithFields(registrations, new Caller(port, "billing"));
  }

  @AfterEach
  void asOnTheFirstDay() {
    registrations.startOver();
    registrations.profile("A");
  }

  @BothReadings
  void sendsWhatTheOperatorGaveOnceForTheSameRegistrant(String profile) {
    registrations.profile(profile);
    String domain = names.registeredByAnOperator();
    assertThat(names.kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");

    Answer preview = names.change(domain, ADA_WITH_NEW_MAIL, ", 'strict': true", "?dryRun=true");
    Answer placed = names.change(domain, ADA_WITH_NEW_MAIL, ", 'strict': true", "");

    assertThat(preview.body().toString()).doesNotContain("ADDITIONAL_FIELDS", "CCT");
    assertThat(preview.status()).as(preview.body().toString()).isEqualTo(200);
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    registrations.awaitStatus(placed.body().get("reference").asText(), "COMPLETED");
    assertThat(names.traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(names.kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  @BothReadings
  void showsItForAnotherRegistrantAndSendsWhatTheOperatorSays(String profile) {
    registrations.profile(profile);
    String domain = names.registeredByAnOperator();

    Answer strict = names.change(domain, BOB, ", 'strict': true", "");
    Answer placed = names.change(domain, BOB, "", "");

    assertThat(strict.status()).isEqualTo(400);
    assertThat(strict.body().at("/errors/0/field").asText())
        .isEqualTo("additionalFields.X-CA-LEGALTYPE");
    String reference = placed.body().get("reference").asText();
    JsonNode waiting = registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    String task = waiting.at("/waitingFor/taskId").asText();
    JsonNode form = registrations.form(task);
    assertThat(form.at("/caLegalType/value").asText()).isEqualTo("CCT");
    assertThat(form.at("/additionalFieldsMissingText/value").asText())
        .contains("Legal type", "maybe for another registrant");
    assertThat(registrations.submit(task, "{}").status()).isEqualTo(400);
    assertThat(names.traded(domain).isMissingNode()).isTrue();

    registrations.submit(task, "{'caLegalType': {'value': 'RES'}}");

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(names.traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("RES");
    assertThat(names.traded(domain).has("X-CA-LANGUAGE")).isFalse();
    assertThat(names.kept(domain)).containsExactly("X-CA-LEGALTYPE");
  }

  /** Behind its dots nobody would see whose key is sent. */
  @Test
  void showsNoSecretOfAnotherRegistrant() {
    String domain = freshName("aero");
    registrations.awaitStatus(
        registrations.place(
            domain,
            ", 'additionalFields': {'X-AERO-ENS-AUTH-ID': 'ada-1', 'X-AERO-ENS-AUTH-KEY': 'key-of-ada'}"),
        "COMPLETED");
    names.registered(domain, "UPDATE");

    String reference = names.change(domain, BOB, "", "").body().get("reference").asText();

    String task =
        registrations
            .awaitWaitingFor(reference, "ADDITIONAL_FIELDS")
            .at("/waitingFor/taskId")
            .asText();
    JsonNode form = registrations.form(task);
    assertThat(form.at("/aeroId/value").asText()).isEqualTo("ada-1");
    assertThat(form.at("/aeroKeySecret/value").asText("")).isIn("", "null");
    assertThat(
            registrations
                .submit(
                    task, "{'aeroId': {'value': 'bob-1'}, 'aeroKeySecret': {'value': '••••••••'}}")
                .status())
        .isEqualTo(400);
    registrations.cancel(reference);
  }

  /** Who has not given a value is not told that it was left out. */
  @Test
  void leavesWhatTheWayDoesNotTakeWithTheNameAndSaysNothingOfIt() {
    String domain = freshName("ca");
    names.registered(domain, "UPDATE");
    registrations.awaitStatus(
        names
            .change(
                domain,
                BOB,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT', 'X-CA-DISCLOSE': '1'}",
                "")
            .body()
            .get("reference")
            .asText(),
        "COMPLETED");
    List<String> before = names.kept(domain);
    assertThat(before).contains("X-CA-DISCLOSE");
    names.registered(domain, "TRADE");

    String reference = names.change(domain, BOB, "", "").body().get("reference").asText();

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(names.traded(domain).has("X-CA-DISCLOSE")).isFalse();
    assertThat(order.at("/outcome/remark").isNull()).as(order.toString()).isTrue();
    assertThat(names.kept(domain)).isEqualTo(before);
  }

  @Test
  void prefersGivenValuesToKeptOnes() {
    String domain = names.registeredByAnOperator();

    String reference =
        names
            .change(
                domain,
                ADA_WITH_NEW_MAIL,
                ", 'additionalFields': {'X-CA-LEGALTYPE': 'RES', 'X-CA-LANGUAGE': null}",
                "")
            .body()
            .get("reference")
            .asText();

    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(names.traded(domain).at("/X-CA-LEGALTYPE").asText()).isEqualTo("RES");
    assertThat(names.traded(domain).has("X-CA-LANGUAGE")).isFalse();
  }

  /** A correction of the registrant must not send what is known of the one before. */
  @Test
  void isNotKeptWhenAnOrderGetsAnotherRegistrant() {
    String domain = names.registeredByAnOperator();
    registrations.fault(
        "{'command': 'CheckDomainTrade', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference =
        names.change(domain, ADA_WITH_NEW_MAIL, "", "").body().get("reference").asText();
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");

    Answer corrected = registrations.input(reference, "{'registrant': %s}".formatted(BOB));

    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(names.traded(domain).isMissingNode()).isTrue();
    registrations.cancel(reference);
    assertThat(names.kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }

  /** What was right for a person is asked anew for an organization, and does not bar the way. */
  @Test
  void letsAPersonBeCorrectedToAnOrganization() {
    String domain = freshName("ca");
    registrations.fault(
        "{'command': 'CheckDomainRegistration', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference =
        registrations.place(domain, ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}");
    registrations.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    String correction = "{'registrant': %s %s}";

    Answer wrong =
        registrations.input(
            reference,
            correction.formatted(EXAMPLE_INC, ", 'additionalFields': {'X-CA-LEGALTYPE': 'RES'}"));
    Answer corrected = registrations.input(reference, correction.formatted(EXAMPLE_INC, ""));

    assertThat(wrong.body().at("/errors/0/code").asText()).isEqualTo("NOT_IN_LIST");
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    registrations.input(reference, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCO'}}");
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(names.kept(domain)).containsExactly("X-CA-LANGUAGE", "X-CA-LEGALTYPE");
  }
}
