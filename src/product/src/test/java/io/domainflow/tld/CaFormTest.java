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

import io.domainflow.model.AdditionalFields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaFormTest {

  private final AdditionalFieldsForm form = Catalogues.form("example.ca");

  @ParameterizedTest
  @EnumSource
  void requiresTheLegalTypeWithEveryOperationAndFromEverybody(FormOperation operation) {
    for (String country : new String[] {"CA", "US", "DE", null}) {
      for (boolean organization : new boolean[] {true, false}) {
        FieldContext context =
            new FieldContext(operation, organization, organization, country, false);
        assertThat(form.missing(AdditionalFields.NONE, context))
            .extracting(AdditionalField::parameter)
            .containsExactly("X-CA-LEGALTYPE");
        assertThat(missing(form, values("X-CA-LEGALTYPE", "OMK"), context)).isEmpty();
        assertThat(form.check(values("X-CA-LEGALTYPE", "OMK"), context)).isEmpty();
      }
    }
  }

  /** With a transfer nobody may know what the registrant is. */
  @ParameterizedTest
  @EnumSource(names = {"REGISTER", "TRADE"})
  void refusesAPersonAsACorporationAndACorporationAsACitizen(FormOperation operation) {
    AdditionalFields corporation = values("X-CA-LEGALTYPE", "CCO");
    AdditionalFields citizen = values("X-CA-LEGALTYPE", "CCT");

    assertThat(codes(form.check(corporation, individual(operation))))
        .containsExactly("X-CA-LEGALTYPE NOT_IN_LIST");
    assertThat(codes(form.check(citizen, organization(operation))))
        .containsExactly("X-CA-LEGALTYPE NOT_IN_LIST");
    assertThat(form.check(corporation, organization(operation))).isEmpty();
    assertThat(form.check(citizen, individual(operation))).isEmpty();
    assertThat(form.check(corporation, individual(TRANSFER))).isEmpty();
  }

  /** Else nobody could correct who the registrant is. */
  @Test
  void dropsKnownFieldsThatDoNotFitAnotherRegistrant() {
    AdditionalFields before = values("X-CA-LEGALTYPE", "CCT", "X-CA-LANGUAGE", "FR");

    assertThat(form.merge(before, AdditionalFields.NONE, organization(REGISTER)))
        .isEqualTo(values("X-CA-LANGUAGE", "FR"));
    assertThat(form.merge(before, AdditionalFields.NONE, individual(REGISTER))).isEqualTo(before);
    AdditionalFields wrong =
        form.merge(before, values("X-CA-LEGALTYPE", "RES"), organization(REGISTER));
    assertThat(codes(form.check(wrong, organization(REGISTER))))
        .as("a wrong answer is not dropped but refused")
        .containsExactly("X-CA-LEGALTYPE NOT_IN_LIST");
  }

  @Test
  void saysWhatIsMissingForPeopleAndForPrograms() {
    assertThat(form.missingText(AdditionalFields.NONE, individual(REGISTER)))
        .isEqualTo("Legal type of the registrant");
    assertThat(form.missingProblems(AdditionalFields.NONE, individual(REGISTER)))
        .singleElement()
        .hasToString("X-CA-LEGALTYPE is missing: Legal type of the registrant");
  }

  @Test
  void readsAnEmptyValueAsAbsent() {
    AdditionalFields empty = values("X-CA-LEGALTYPE", "  ");

    assertThat(form.check(empty, individual(REGISTER))).isEmpty();
    assertThat(missing(form, empty, individual(REGISTER))).containsExactly("caLegalType");
  }

  @Test
  void refusesAnUnknownLegalTypeAndListsTheKnownOnes() {
    assertThat(form.check(values("X-CA-LEGALTYPE", "HOS"), organization(REGISTER)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("X-CA-LEGALTYPE");
              assertThat(problem.code()).isEqualTo("NOT_IN_LIST");
              assertThat(problem.message())
                  .contains("HOP (Hospital)", "CCO (Corporation)")
                  .doesNotContain("HOS");
            });
  }

  @Test
  void doesNotAskForALanguageSinceTheRegistrarHasADefault() {
    assertThat(form.toForm(values("X-CA-LEGALTYPE", "CCT"), individual(REGISTER)))
        .containsEntry("caLanguage", "EN");
    assertThat(form.toForm(values("X-CA-LANGUAGE", "FR"), individual(REGISTER)))
        .containsEntry("caLanguage", "FR");
  }

  @Test
  void refusesTheLanguageWithATransfer() {
    AdditionalFields french = values("X-CA-LANGUAGE", "FR");

    assertThat(codes(form.check(french, individual(TRANSFER))))
        .containsExactly("X-CA-LANGUAGE NOT_FOR_OPERATION");
    assertThat(form.check(french, individual(REGISTER))).isEmpty();
    assertThat(form.check(french, individual(TRADE))).isEmpty();
  }

  @Test
  void keepsTheSameLanguageUnderItsOwnKeyInEachOperation() {
    assertThat(form.fromForm(Map.of("caLanguage", "FR"))).isEqualTo(values("X-CA-LANGUAGE", "FR"));
    assertThat(form.fromForm(Map.of("caNewLanguage", "FR")))
        .isEqualTo(values("X-CA-LANGUAGE", "FR"));
    assertThat(form.toForm(values("X-CA-LANGUAGE", "FR"), individual(TRADE)))
        .containsEntry("caNewLanguage", "FR")
        .doesNotContainKey("caLanguage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCT", "RES", "ABO", "LGR"})
  void letsPersonsHideTheirDataWithAnUpdate(String legalType) {
    AdditionalFields hidden = values("X-CA-LEGALTYPE", legalType, "X-CA-DISCLOSE", "0");

    assertThat(form.check(hidden, individual(UPDATE))).isEmpty();
    assertThat(codes(form.check(hidden, individual(REGISTER))))
        .containsExactly("X-CA-DISCLOSE NOT_FOR_OPERATION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CCO", "GOV", "TDM", "TRS"})
  void refusesToHideTheDataOfOthersAndSaysWhy(String legalType) {
    AdditionalFields hidden = values("X-CA-LEGALTYPE", legalType, "X-CA-DISCLOSE", "0");

    assertThat(form.check(hidden, organization(UPDATE)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("NOT_APPLICABLE");
              assertThat(problem.message()).contains("only for").contains("is a person");
            });
  }

  @Test
  void refusesWhatTheRegistryDoesNotKnow() {
    assertThat(form.check(values("X-US-NEXUS-CATEGORY", "C11"), individual(REGISTER)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("UNKNOWN_FIELD");
              assertThat(problem.message())
                  .contains(".ca", "registration", "X-CA-LEGALTYPE")
                  .doesNotContain("X-CA-DISCLOSE");
            });
  }

  @Test
  void refusesALineBreakWhichWouldBeAParameterOfItsOwn() {
    AdditionalFields smuggled =
        values("X-CA-ACCEPT-AGREEMENT-VERSION", "2.0\nOWNERCONTACT0=P-EVIL1");

    assertThat(codes(form.check(smuggled, individual(REGISTER))))
        .containsExactly("X-CA-ACCEPT-AGREEMENT-VERSION MALFORMED");
  }
}
