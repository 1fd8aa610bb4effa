package io.domainflow.tld;

import static io.domainflow.tld.Catalogues.codes;
import static io.domainflow.tld.Catalogues.individual;
import static io.domainflow.tld.Catalogues.missing;
import static io.domainflow.tld.Catalogues.organization;
import static io.domainflow.tld.Catalogues.values;
import static io.domainflow.tld.FormOperation.REGISTER;
import static io.domainflow.tld.FormOperation.TRADE;
import static io.domainflow.tld.FormOperation.TRANSFER;
import static io.domainflow.tld.FormOperation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.domainflow.model.AdditionalFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrFormTest {

  private static final AdditionalFields ASSOCIATION =
      values(
          "X-FR-REGISTRANT-JO-DATE-DECLARATION", "2020-01-31",
          "X-FR-REGISTRANT-JO-NUMBER", "7",
          "X-FR-REGISTRANT-JO-PAGE", "1234",
          "X-FR-REGISTRANT-JO-DATE-PUBLICATION", "2020-02-15");

  private final AdditionalFieldsForm form = Catalogues.form("exemple.fr");

  static Stream<Arguments> proofs() {
    return Stream.of(
        arguments("ORG1", values("X-FR-REGISTRANT-LEGAL-ID", "FR83404833048")),
        arguments("ORG2", values("X-FR-REGISTRANT-TRADEMARK-NUMBER", "4512345")),
        arguments("ORG3", values("X-FR-REGISTRANT-DUNS-NUMBER", "123456789")),
        arguments("ORG4", values("X-FR-REGISTRANT-LOCAL-ID", "HRB 12345")),
        arguments("ASS", ASSOCIATION));
  }

  @Test
  void requiresNothingFromAnIndividualToRegister() {
    assertThat(form.missing(AdditionalFields.NONE, individual(REGISTER))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"REGISTER", "TRADE"})
  void requiresOneProofFromAnOrganization(FormOperation operation) {
    assertThat(missing(form, AdditionalFields.NONE, organization(operation)))
        .containsExactly("frProof");
    assertThat(form.missingProblems(AdditionalFields.NONE, organization(operation)))
        .singleElement()
        .hasToString(
            "X-FR-REGISTRANT-LEGAL-ID is missing: Proof of the organization, one of:"
                + " X-FR-REGISTRANT-LEGAL-ID; X-FR-REGISTRANT-TRADEMARK-NUMBER;"
                + " X-FR-REGISTRANT-DUNS-NUMBER; X-FR-REGISTRANT-LOCAL-ID;"
                + " X-FR-REGISTRANT-JO-DATE-DECLARATION with X-FR-REGISTRANT-JO-NUMBER with"
                + " X-FR-REGISTRANT-JO-PAGE with X-FR-REGISTRANT-JO-DATE-PUBLICATION");
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void acceptsOneCompleteProofAndSetsTheHelperFromIt(String helper, AdditionalFields proof) {
    assertThat(form.check(proof, organization(REGISTER))).isEmpty();
    assertThat(form.missing(proof, organization(REGISTER))).isEmpty();
    assertThat(form.toForm(proof, organization(REGISTER)))
        .containsEntry("frProof", helper)
        .containsEntry("additionalFieldsMissingText", "");
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void refusesTheProofOfAnOrganizationFromAnIndividual(String helper, AdditionalFields proof) {
    assertThat(form.check(proof, individual(REGISTER)))
        .hasSameSizeAs(proof.values().keySet())
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("NOT_APPLICABLE");
              assertThat(problem.message())
                  .contains("it is only for an ")
                  .contains("one proof is enough");
            });
    assertThat(form.toForm(proof, individual(REGISTER))).doesNotContainKey("frProof");
  }

  @Test
  void requiresAllFourFieldsOfAnAssociation() {
    Map<String, String> given = new HashMap<>(ASSOCIATION.values());
    for (String left : ASSOCIATION.values().keySet()) {
      given.remove(left);
      assertThat(form.missing(new AdditionalFields(given), organization(REGISTER)))
          .extracting(AdditionalField::parameter)
          .containsExactly(left);
      given.put(left, ASSOCIATION.values().get(left));
    }
  }

  @Test
  void refusesASecondProof() {
    AdditionalFields two =
        values("X-FR-REGISTRANT-DUNS-NUMBER", "123456789", "X-FR-REGISTRANT-LEGAL-ID", "404833048");

    assertThat(form.check(two, organization(REGISTER)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("X-FR-REGISTRANT-DUNS-NUMBER");
              assertThat(problem.message()).contains("one proof is enough");
            });
  }

  @Test
  void neverAcceptsOrSendsTheHelperField() {
    assertThat(codes(form.check(values("_AFNIC-LEGALTYPE", "ORG1"), organization(REGISTER))))
        .containsExactly("_AFNIC-LEGALTYPE UNKNOWN_FIELD");
    assertThat(codes(form.check(values("frProof", "ORG1"), organization(REGISTER))))
        .containsExactly("frProof UNKNOWN_FIELD");
    assertThat(form.keys()).contains("frProof");
    assertThat(form.fromForm(Map.of("frProof", "ORG3", "frDunsNumber", " 123456789 ")))
        .isEqualTo(values("X-FR-REGISTRANT-DUNS-NUMBER", "123456789"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "1234567890", "12345678A", "123 456 789"})
  void refusesADunsNumberThatIsNotNineDigitsLong(String duns) {
    assertThat(form.check(values("X-FR-REGISTRANT-DUNS-NUMBER", duns), organization(REGISTER)))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message()).contains("Nine digits").doesNotContain(duns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.01.2020", "2020-02-30", "2020-1-1"})
  void refusesAnInvalidDate(String date) {
    AdditionalFields wrong = ASSOCIATION.with(values("X-FR-REGISTRANT-JO-DATE-PUBLICATION", date));

    assertThat(codes(form.check(wrong, organization(REGISTER))))
        .containsExactly("X-FR-REGISTRANT-JO-DATE-PUBLICATION MALFORMED");
  }

  @Test
  void requiresDateAndPlaceOfBirthOfAnIndividualOnlyForAChangeOfRegistrant() {
    AdditionalFields born =
        values("X-FR-REGISTRANT-BIRTH-DATE", "1815-12-10", "X-FR-REGISTRANT-BIRTH-PLACE", "London");

    assertThat(missing(form, AdditionalFields.NONE, individual(TRADE)))
        .containsExactly("frBirthDate", "frBirthPlace");
    assertThat(form.check(born, individual(TRADE))).isEmpty();
    assertThat(form.check(born, individual(UPDATE))).isEmpty();
    assertThat(codes(form.check(born, organization(TRADE))))
        .containsExactly(
            "X-FR-REGISTRANT-BIRTH-DATE NOT_APPLICABLE",
            "X-FR-REGISTRANT-BIRTH-PLACE NOT_APPLICABLE");
    assertThat(codes(form.check(born, individual(REGISTER))))
        .containsExactly(
            "X-FR-REGISTRANT-BIRTH-DATE NOT_FOR_OPERATION",
            "X-FR-REGISTRANT-BIRTH-PLACE NOT_FOR_OPERATION");
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSFER", "UPDATE"})
  void requiresNothingToTransferOrToUpdate(FormOperation operation) {
    assertThat(form.missing(AdditionalFields.NONE, individual(operation))).isEmpty();
    assertThat(form.missing(AdditionalFields.NONE, organization(operation))).isEmpty();
  }

  @Test
  void refusesAProofWithATransfer() {
    assertThat(codes(form.check(ASSOCIATION, organization(TRANSFER))))
        .hasSize(4)
        .allMatch(problem -> problem.endsWith("NOT_FOR_OPERATION"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pm", "re", "tf", "wf", "yt"})
  void acceptsTheLocalPresenceServiceOfTheOwnZoneOnly(String tld) {
    AdditionalFieldsForm own = Catalogues.form("exemple." + tld);
    String parameter = "X-" + tld.toUpperCase(Locale.ROOT) + "-ACCEPT-TRUSTEE-TAC";

    assertThat(own.id()).isEqualTo("additional-fields-fr");
    assertThat(own.check(values(parameter, "1"), individual(REGISTER))).isEmpty();
    String other = tld.equals("fr") ? "X-RE-ACCEPT-TRUSTEE-TAC" : "X-FR-ACCEPT-TRUSTEE-TAC";
    assertThat(codes(own.check(values(other, "1"), individual(REGISTER))))
        .containsExactly(other + " UNKNOWN_FIELD");
  }

  @Test
  void sendsATickedBoxAndNothingForAnEmptyOne() {
    assertThat(form.fromForm(Map.of("frTrustee", true, "frDiscloseRegistrant", true)))
        .isEqualTo(values("X-FR-ACCEPT-TRUSTEE-TAC", "1", "X-FR-REGISTRANT-DISCLOSE", "1"));
    assertThat(form.fromForm(Map.of("frTrustee", false, "frDiscloseRegistrant", false)))
        .isEqualTo(AdditionalFields.NONE);
  }

  @Test
  void acceptsTheDocumentedValuesOfABoxInAnOrder() {
    assertThat(form.check(values("X-FR-ACCEPT-TRUSTEE-TAC", "0"), individual(REGISTER))).isEmpty();
    assertThat(codes(form.check(values("X-FR-ACCEPT-TRUSTEE-TAC", "yes"), individual(REGISTER))))
        .containsExactly("X-FR-ACCEPT-TRUSTEE-TAC NOT_IN_LIST");
    assertThat(codes(form.check(values("X-FR-REGISTRANT-DISCLOSE", "0"), individual(REGISTER))))
        .containsExactly("X-FR-REGISTRANT-DISCLOSE NOT_IN_LIST");
  }

  @Test
  void dropsEmptyAndForeignValuesOfASubmittedForm() {
    Map<String, Object> submitted = new HashMap<>();
    submitted.put("frLegalId", "  ");
    submitted.put("frJournalNumber", null);
    submitted.put("decision", "APPROVE");
    submitted.put("operation", "register");

    assertThat(form.fromForm(submitted)).isEqualTo(AdditionalFields.NONE);
  }
}
